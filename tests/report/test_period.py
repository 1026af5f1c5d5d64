"""The time that a report tells of."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.errors import IgregError
from igreg.report.period import Period, period_of

APRIL = (4, 1)


@pytest.mark.parametrize(
    ("words", "today", "starts", "found"),
    [
        ("last quarter", "2026-11-29", APRIL, "2026-07-01..2026-09-30"),
        ("Last  Quarter", "2026-04-01", APRIL, "2026-01-01..2026-03-31"),
        ("last quarter", "2026-03-31", APRIL, "2025-10-01..2025-12-31"),
        ("this quarter", "2026-11-29", APRIL, "2026-10-01..2026-11-29"),
        ("last year", "2026-03-31", APRIL, "2024-04-01..2025-03-31"),
        ("last year", "2026-04-01", APRIL, "2025-04-01..2026-03-31"),
        ("this year", "2026-04-01", APRIL, "2026-04-01..2026-04-01"),
        ("last quarter", "2026-11-29", (8, 6), "2026-08-06..2026-11-05"),
        ("last year", "2026-02-28", (2, 29), "2025-02-28..2026-02-27"),
        ("this year", "2026-12-30", (12, 31), "2025-12-31..2026-12-30"),
        ("this year", "2026-12-31", (12, 31), "2026-12-31..2026-12-31"),
        ("2026-07-01..2026-09-30", "2026-11-29", APRIL, "2026-07-01..2026-09-30"),
        (" 2026-11-01 .. 2027-03-31 ", "2026-11-29", APRIL, "2026-11-01..2026-11-29"),
    ],
)
def test_what_words_mean(words: str, today: str, starts: tuple[int, int], found: str) -> None:
    period = period_of(words, dt.date.fromisoformat(today), starts)
    assert f"{period.first}..{period.last}" == found


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("last month", "--period"),
        ("2026-09-30..2026-07-01", "ends before it begins"),
        ("2026-12-01..2026-12-31", "begins after today"),
        ("2026-07..2026-09", "is not two days"),
        ("..", "is not two days"),
        ("", "--period"),
        ("0001-01-01..2026-09-30", "begins before 1900"),
    ],
)
def test_what_is_no_time(words: str, message: str) -> None:
    with pytest.raises(IgregError, match=message):
        period_of(words, dt.date(2026, 11, 29), APRIL)


def _period(text: str) -> Period:
    first, last = map(dt.date.fromisoformat, text.split(".."))
    return Period(first, last)


@pytest.mark.parametrize(
    ("period", "before", "year_before"),
    [
        ("2026-07-01..2026-09-30", "2026-04-01..2026-06-30", "2025-07-01..2025-09-30"),
        ("2026-04-01..2027-03-31", "2025-04-01..2026-03-31", "2025-04-01..2026-03-31"),
        ("2026-10-01..2026-11-29", "2026-08-02..2026-09-30", "2025-10-01..2025-11-29"),
        ("2024-02-01..2024-02-29", "2024-01-01..2024-01-31", "2023-02-01..2023-02-28"),
    ],
)
def test_the_time_before(period: str, before: str, year_before: str) -> None:
    assert _period(period).before == _period(before)
    assert _period(period).year_before == _period(year_before)


def test_its_days_and_months() -> None:
    period = _period("2026-11-15..2027-01-02")
    assert period.called == "15 November 2026 to 2 January 2027"
    assert _period("2026-07-01..2026-09-30").called == "1 July to 30 September 2026"
    assert [str(one) for one in period.months] == ["2026-11-01", "2026-12-01", "2027-01-01"]
    assert period.has(dt.date(2026, 11, 15)) and period.has(dt.datetime(2027, 1, 2, 23, 59))
    assert not period.has(dt.date(2026, 11, 14)) and not period.has(None)
