"""A deadline by itself: when it is past, and on which days it comes again."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.deadlines._deadline import Deadline
from igreg.model.base import Record
from igreg.model.span import Span

TODAY = dt.date(2026, 11, 22)
RECORD = Record()


@pytest.mark.parametrize(
    ("day", "hours", "past"),
    [
        pytest.param(-1, None, True, id="yesterday"),
        pytest.param(0, None, False, id="today is in time"),
        pytest.param(1, None, False, id="tomorrow"),
        pytest.param(0, -1, True, id="an hour ago"),
        pytest.param(0, 0, False, id="the last hour is in time"),
        pytest.param(0, 1, False, id="in an hour"),
        pytest.param(1, -1, True, id="a clock that ran out counts, whatever the day"),
        pytest.param(-1, 5, True, id="and so does the day"),
    ],
)
def test_when_it_is_past(day: int, hours: int | None, past: bool) -> None:
    found = Deadline(RECORD, TODAY + dt.timedelta(day), "w", hours=hours)
    assert found.is_past(TODAY) is past


@pytest.mark.parametrize(
    ("day", "every", "anchor", "first", "until", "days"),
    [
        pytest.param("11-22", None, None, None, "11-22", ["11-22"], id="once, on the last day"),
        pytest.param("11-23", None, None, None, "11-22", [], id="once, behind it"),
        pytest.param("11-20", None, None, "11-25", "11-25", ["11-25"], id="once, and moved"),
        pytest.param("11-24", (2, "day"), None, None, "11-28", ["11-24", "11-26", "11-28"], id="every other day"),
        pytest.param("11-20", (2, "day"), None, None, "11-25", ["11-20", "11-24"], id="what is past is done today"),
        pytest.param("11-22", (2, "day"), None, None, "11-25", ["11-22", "11-24"], id="and so is today's"),
        pytest.param("11-30", (2, "day"), None, None, "11-25", [], id="all behind the day"),
        pytest.param("11-24", (12, "hour"), None, None, "11-26", ["11-24", "11-25", "11-26"], id="twice a day"),
        pytest.param("11-24", (24, "hour"), None, None, "11-26", ["11-24", "11-25", "11-26"], id="every 24 hours"),
        pytest.param("11-24", (48, "hour"), None, None, "11-26", ["11-24", "11-26"], id="every 48"),
        pytest.param("11-24", (1, "week"), None, "11-27", "12-08", ["11-27", "12-04"], id="from where it is moved to"),
        pytest.param("10-31", (1, "month"), None, None, "12-31", ["10-31", "12-22"], id="a month from today"),
        pytest.param("11-30", (1, "month"), None, None, "12-31", ["11-30", "12-30"], id="a month from its day"),
        pytest.param(
            "11-25", (1, "month"), "01-15", None, "12-31", ["11-25", "12-15"], id="a fixed cycle keeps its days"
        ),
        pytest.param("10-15", (1, "month"), "01-15", None, "12-31", ["10-15", "12-15"], id="also where one is past"),
        pytest.param("12-15", (2, "week"), "12-01", None, "12-31", ["12-15", "12-29"], id="a fixed cycle of weeks"),
    ],
)
def test_on_which_days_it_comes_again(
    day: str, every: tuple[int, str] | None, anchor: str | None, first: str | None, until: str, days: list[str]
) -> None:
    def of(text: str | None) -> dt.date | None:
        return dt.date.fromisoformat(f"2026-{text}") if text else None

    found = Deadline(RECORD, of(day) or TODAY, "w", every=Span(*every) if every else None, anchor=of(anchor))
    assert [f"{one:%m-%d}" for one in found.days(TODAY, of(until) or TODAY, of(first))] == days
