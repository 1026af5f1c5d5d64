"""How the year ahead fills: items counted by week and owner, with the weeks that are too full."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from igreg.dataclass import dataclass
from igreg.due.item import DueList

TOO_MANY, AT_LEAST = 2, 3
"""A week is too full with more than this many times the usual, and with more than that many in all."""


@dataclass(frozen=True, slots=True)
class Week:
    """One week: its Monday, how much is due in it, by the owner's id, and whether that is too much."""

    monday: dt.date
    total: int
    owners: tuple[tuple[str | None, int], ...]
    full: bool


@dataclass(frozen=True, slots=True)
class Forecast:
    """The weeks from today on that have anything; `usual` is their mean. What is overdue is in none of them."""

    weeks: tuple[Week, ...]
    usual: float
    overdue: int


def forecast(due_list: DueList) -> Forecast:
    """Each item once, in the week of its next day; what is overdue is left out, since its week is past."""
    counts: dict[dt.date, Counter[str | None]] = {}
    for row in due_list.rows:
        if not row.overdue:
            monday = row.item.due - dt.timedelta(days=row.item.due.weekday())
            counts.setdefault(monday, Counter())[row.item.owner] += 1
    usual = sum(owners.total() for owners in counts.values()) / max(len(counts), 1)
    weeks = tuple(
        Week(
            monday=monday,
            total=owners.total(),
            owners=tuple(sorted(owners.items(), key=lambda item: (-item[1], item[0] is None, item[0] or ""))),
            full=owners.total() > max(TOO_MANY * usual, AT_LEAST),
        )
        for monday, owners in sorted(counts.items())
    )
    return Forecast(weeks, usual, sum(row.overdue for row in due_list.rows))
