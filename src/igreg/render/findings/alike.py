"""Findings that say the same of several areas or the like: told once, with all that they are about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import get_args

from igreg.findings import Finding
from igreg.language.english import counted, listed
from igreg.model.kinds.roles import Function
from igreg.model.values import AREAS

FEWEST = 3
"""So many findings are told as one; two are not worth it."""
_TITLES = {"governance": "information governance", "caldicott": "Caldicott"}
_FUNCTIONS = frozenset(get_args(Function))


def told_together(findings: Iterable[Finding]) -> list[tuple[Finding, int]]:
    """The findings in their order, those that are alike as one, each with how many it stands for.

    Alike are findings of one rule about no record, whose messages and helps differ in their subject only.
    """
    groups: dict[object, list[Finding]] = {}
    for number, one in enumerate(findings):
        groups.setdefault(_pattern(one) or number, []).append(one)
    out: list[tuple[Finding, int]] = []
    for several in groups.values():
        if len(several) < FEWEST:
            out += [(one, 1) for one in several]
        else:
            out.append((_together(several), len(several)))
    return out


def counted_subjects(count: int, example: Finding) -> str:
    """How many of what findings are about, as their first shows: `6 areas`."""
    subject = example.subject
    return counted(
        count,
        "area"
        if subject in AREAS and "subjects:" not in example.help
        else "function"
        if subject in _FUNCTIONS
        else "subject",
    )


def _title(subject: str) -> str:
    return _TITLES.get(subject, subject.replace("-", " "))


def _pattern(one: Finding) -> tuple[object, ...] | None:
    """What findings that are alike have in common; nothing for one that is told by itself."""
    if one.record is not None or one.subject is None or one.path or one.secret:
        return None
    if one.message.count(_title(one.subject)) != 1:
        return None
    message = one.message.replace(_title(one.subject), "\0")
    return (one.rule, one.severity, one.file, message, one.help.replace(one.subject, "\0"))


def _together(several: list[Finding]) -> Finding:
    first = several[0]
    names = [one.subject for one in several if one.subject]
    assert first.subject is not None
    return replace(
        first,
        message=first.message.replace(_title(first.subject), listed(map(_title, names))),
        help=first.help.replace(first.subject, ", ".join(names)),
    )
