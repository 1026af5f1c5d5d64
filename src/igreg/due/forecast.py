"""How the year ahead fills: items counted by week and owner, with the weeks that are too full."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from igreg.due.item import Agenda

TOO_MANY = 2.0
"""A week is too full with more than this many times the usual (the mean of weeks with anything), and over three."""


@dataclass(frozen=True, slots=True)
class Week:
    """One week: its Monday, how much is due in it, by owner, and whether that is too much."""

    monday: dt.date
    total: int
    owners: tuple[tuple[str, int], ...]
    full: bool


def forecast(agenda: Agenda) -> tuple[Week, ...]:
    """The weeks from today on that have anything; what is overdue is left out, since its week is past."""
    counts: dict[dt.date, Counter[str]] = {}
    for row in agenda.rows:
        if not row.overdue:
            monday = row.item.due - dt.timedelta(days=row.item.due.weekday())
            counts.setdefault(monday, Counter())[agenda.name(row.item.owner) or "(no owner)"] += 1
    if not counts:
        return ()
    usual = sum(owners.total() for owners in counts.values()) / len(counts)
    return tuple(
        Week(
            monday=monday,
            total=owners.total(),
            owners=tuple(sorted(owners.items(), key=lambda item: (-item[1], item[0]))),
            full=owners.total() > max(TOO_MANY * usual, 3),
        )
        for monday, owners in sorted(counts.items())
    )
