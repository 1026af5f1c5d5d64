"""The year ahead by week: each item once, in the week of its day, and the weeks that are too full."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.due.forecast import forecast
from igreg.due.item import DueList, Item, Row
from igreg.findings import Origin

TODAY = dt.date(2026, 11, 23)
"""A Monday."""


def row(day: dt.date, owner: str | None = "o", hours: int | None = None) -> Row:
    """A row due on a day."""
    item = Item(day, "review", "policies", "P", "P", owner, "", Origin("f"), hours=hours)
    return Row(item, (day - TODAY).days, (), None, (), False, "f", 1)


def weeks(*counts: int) -> DueList:
    """A list with so many items in one week after another."""
    rows = [row(TODAY + dt.timedelta(weeks=n)) for n, count in enumerate(counts) for _ in range(count)]
    return DueList(TODAY, tuple(rows), {})


FULL = [
    pytest.param((1, 1, 1, 1, 5), [4], id="well over twice the mean"),
    pytest.param((2, 2, 2, 10), [3], id="10 of a mean of 4"),
    pytest.param((2, 2, 8), [], id="twice the mean of 4 exactly"),
    pytest.param((2, 2, 9), [2], id="one more than twice the mean"),
    pytest.param((1, 1, 1, 1, 1, 4), [5], id="more than three"),
    pytest.param((1, 1, 1, 1, 1, 3), [], id="twice the mean, and no more than three"),
    pytest.param((5, 5, 5), [], id="all alike"),
    pytest.param((50,), [], id="one week alone is its own mean"),
    pytest.param((), [], id="nothing"),
]


@pytest.mark.parametrize(("counts", "full"), FULL)
def test_which_weeks_are_too_full(counts: tuple[int, ...], full: list[int]) -> None:
    found = forecast(weeks(*counts))
    assert [n for n, week in enumerate(found.weeks) if week.full] == full
    assert [week.total for week in found.weeks] == list(counts)
    assert found.usual == sum(counts) / max(len(counts), 1)


def test_a_week_begins_on_monday_and_weeks_without_anything_are_left_out() -> None:
    days = [dt.date(2026, 11, 23), dt.date(2026, 11, 29), dt.date(2026, 11, 30), dt.date(2027, 1, 1)]
    found = forecast(DueList(TODAY, tuple(row(day) for day in reversed(days)), {}))
    assert [(week.monday.isoformat(), week.total) for week in found.weeks] == [
        ("2026-11-23", 2),
        ("2026-11-30", 1),
        ("2026-12-28", 1),
    ]


def test_what_is_overdue_is_in_no_week() -> None:
    rows = (row(TODAY), row(TODAY - dt.timedelta(days=1)), row(TODAY, hours=-1), row(TODAY, hours=0))
    found = forecast(DueList(TODAY, rows, {}))
    assert ([week.total for week in found.weeks], found.overdue) == ([2], 2)


def test_owners_stand_by_how_much_they_have_then_by_id_and_nobody_last() -> None:
    owners = ("b", None, "a", "c", "c")
    (week,) = forecast(DueList(TODAY, tuple(row(TODAY, owner) for owner in owners), {})).weeks
    assert week.owners == (("c", 2), ("a", 1), ("b", 1), (None, 1))
