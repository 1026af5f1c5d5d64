"""Which audits are still to come, which have been performed, and what they tested."""

from __future__ import annotations

import datetime as dt

from igreg.model.kinds.audits import Audit
from igreg.model.span import Span
from igreg.register.register import Register


def is_planned(audit: Audit) -> bool:
    """Whether an audit is still to come: planned and not performed, even if its day is past (ruling A64)."""
    return audit.performed is None and (audit.status in (None, "planned"))


def was_performed(audit: Audit, today: dt.date) -> bool:
    """Whether an audit has been performed by today."""
    return audit.performed is not None and audit.performed <= today and audit.status != "cancelled"


def policies_tested(register: Register, today: dt.date, back: Span) -> set[str]:
    """The ids of policies that an audit tested no longer ago than a span, or that one is planned to test."""
    out: set[str] = set()
    for audit in register.of(Audit):
        recent = was_performed(audit, today) and back.after(audit.performed or today) >= today
        if recent or is_planned(audit):
            out.update(audit.policies)
    return out
