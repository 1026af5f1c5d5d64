"""Which audits are still to come, which have been performed and when, and what they tested."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from igreg.model.kinds.audits import Audit
from igreg.model.span import Span
from igreg.register.register import Register

_LOOKED_AT = frozenset({"data-protection", "confidentiality"})


def is_planned(audit: Audit) -> bool:
    """Whether an audit is still to come: planned and not performed, even if its day is past (ruling A64)."""
    return audit.performed is None and (audit.status in (None, "planned"))


def status_of(audit: Audit) -> str:
    """Where an audit stands; without a word it is done when the day is given on which it was performed."""
    return audit.status or ("planned" if audit.performed is None else "done")


def was_performed(audit: Audit, today: dt.date) -> bool:
    """Whether an audit has been performed by today."""
    return audit.performed is not None and audit.performed <= today and audit.status != "cancelled"


def is_recent(audit: Audit | None, today: dt.date, back: Span) -> bool:
    """Whether an audit was performed no longer ago than a span; the day on which it is that old still counts."""
    if audit is None or audit.performed is None:
        return False
    return was_performed(audit, today) and back.after(audit.performed) >= today


def policies_tested(register: Register, today: dt.date, back: Span) -> set[str]:
    """The ids of policies that an audit tested no longer ago than a span, or that one is planned to test."""
    out: set[str] = set()
    for audit in register.of(Audit):
        if is_recent(audit, today, back) or is_planned(audit):
            out.update(audit.policies)
    return out


def last_spot_check(register: Register, today: dt.date) -> Audit | None:
    """The last look at whether people keep to data protection and confidentiality (ruling B40)."""
    found = [audit for audit in register.of(Audit) if was_performed(audit, today) and _is_spot_check(audit)]
    return max(found, key=lambda audit: audit.performed or today, default=None)


def _is_spot_check(audit: Audit) -> bool:
    if audit.category == "self-assessment":
        return False
    return bool(_LOOKED_AT & {*audit.areas}) or (audit.category == "spot-check" and not audit.areas)


def by_month(register: Register, today: dt.date, back: Span) -> Mapping[tuple[int, int], list[Audit]]:
    """The audits of the last span up to today, by the calendar month in which they were performed (ruling B41)."""
    out: dict[tuple[int, int], list[Audit]] = {}
    for audit in register.of(Audit):
        day = audit.performed
        if day is not None and is_recent(audit, today, back):
            out.setdefault((day.year, day.month), []).append(audit)
    return out
