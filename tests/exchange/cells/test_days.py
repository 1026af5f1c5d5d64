"""Days and moments, however a spreadsheet has them; the order decides, and nothing is guessed."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from igreg.exchange.cells.days import Days
from igreg.exchange.cells.refused import CellRefused

TODAY = dt.date(2026, 11, 29)


def days(order: str = "dmy") -> Days:
    return Days(order, TODAY, dt.timezone(dt.timedelta(hours=1)))


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (dt.date(2026, 2, 1), "2026-02-01"),
        (dt.datetime(2026, 2, 1, 14, 10), "2026-02-01"),
        ("2026-02-01", "2026-02-01"),
        ("2026-02-01T14:10:00Z", "2026-02-01"),
        ("20260201", "2026-02-01"),
        (20260201, "2026-02-01"),
        ("1/2/2026", "2026-02-01"),
        ("01.02.2026", "2026-02-01"),
        ("1-2-2026", "2026-02-01"),
        ("01/02/2026 00:00:00", "2026-02-01"),
        ("1 Feb 2026", "2026-02-01"),
        ("1st February 2026", "2026-02-01"),
        ("Sunday, 1 February 2026", "2026-02-01"),
        ("Sun 1st Feb, 2026 at 2pm", "2026-02-01"),
        ("Feb 1, 2026", "2026-02-01"),
        ("01-FEB-2026", "2026-02-01"),
        (46054, "2026-02-01"),
        (46054.75, "2026-02-01"),
        ("46054", "2026-02-01"),
        ("29/02/2024", "2024-02-29"),
        (20_000, "1954-10-03"),
        (60_000, "2064-04-08"),
    ],
)
def test_a_day(value: Any, day: str) -> None:
    found, notes = days().day(value)
    assert (str(found), notes) == (day, ())


@pytest.mark.parametrize(
    ("order", "text", "day"),
    [
        ("dmy", "1/2/26", "2026-02-01"),
        ("mdy", "1/2/26", "2026-01-02"),
        ("ymd", "26/2/1", "2026-02-01"),
        ("dmy", "1/2/46", "2046-02-01"),
        ("dmy", "1/2/47", "1947-02-01"),
        ("dmy", "1 Feb 26", "2026-02-01"),
    ],
)
def test_a_year_of_two_digits_is_told(order: str, text: str, day: str) -> None:
    found, (note,) = days(order).day(text)
    assert (str(found), note.what, note.message) == (day, "two-digit-year", f"read as {day}")


@pytest.mark.parametrize(
    ("value", "message", "help"),
    [
        ("31/02/2026", "February 2026 has no day 31", ""),
        ("29/02/2026", "February 2026 has no day 29", ""),
        ("02/13/2026", "no day in the order day, month, year", "--date-order mdy"),
        ("2026/02/13", "no day in the order", "--date-order ymd"),
        ("13/13/2026", "is not a day", ""),
        ("soon", "is not a day", ""),
        ("1900-01-00", "January 1900 has no day 0", ""),
        (dt.time(0, 0), "0 January 1900", ""),
        (19_999, "the number 19999 is no day", ""),
        (60_001, "the number 60001 is no day", ""),
        (12, "the number 12 is no day", ""),
        (True, "is not a day", ""),
        ("31/12/9999", "is no day of this time", ""),
        ("1 Fob 2026", "is not a day", ""),
    ],
)
def test_what_is_no_day(value: Any, message: str, help: str) -> None:
    with pytest.raises(CellRefused) as refused:
        days().day(value)
    assert message in refused.value.message
    assert help in refused.value.help


@pytest.mark.parametrize("value", ["31/12/4712", "31-DEC-4712", dt.date(9999, 12, 31), "No Expiry", "Never"])
def test_the_end_of_time_is_no_end(value: Any) -> None:
    assert days().day(value, ends=True) == (None, ())
    with pytest.raises(CellRefused):
        days().day(value)


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("20/11/2026 14:10", "2026-11-20T14:10"),
        ("20/11/2026 14:10:59", "2026-11-20T14:10"),
        ("20 Nov 2026 2.10pm", "2026-11-20T14:10"),
        ("20/11/2026 at 12am", "2026-11-20T00:00"),
        ("2026-11-20T14:10", "2026-11-20T14:10"),
        ("2026-11-20T14:10:00Z", "2026-11-20T15:10"),
        (dt.datetime(2026, 11, 20, 14, 10, 5), "2026-11-20T14:10"),
        (46346.590277778, "2026-11-20T14:10"),
    ],
)
def test_a_moment(value: Any, moment: str) -> None:
    assert days().moment(value, day_alone=False)[0] == moment


def test_a_bare_day_is_a_moment_only_where_a_day_may_stand() -> None:
    assert days().moment("20/11/2026", day_alone=True)[0] == "2026-11-20"
    assert days().moment(dt.date(2026, 11, 20), day_alone=True)[0] == "2026-11-20"
    with pytest.raises(CellRefused, match="a day without a time"):
        days().moment("20/11/2026", day_alone=False)
    with pytest.raises(CellRefused, match="there is no time"):
        days().moment("20/11/2026 25:10", day_alone=False)


@pytest.mark.parametrize(
    ("time", "found"),
    [
        ("0:00", "00:00"),
        ("00:00", "00:00"),
        ("9.05", "09:05"),
        ("23:00", "23:00"),
        ("23:59", "23:59"),
        ("24:00", None),
        ("23:60", None),
        ("22:59:59", "22:59"),
        ("12:00 am", "00:00"),
        ("12:59 a.m.", "00:59"),
        ("1:00 am", "01:00"),
        ("11:59 am", "11:59"),
        ("12:00 pm", "12:00"),
        ("11:59 PM", "23:59"),
        ("0:30 am", None),
        ("13:00 pm", None),
        ("14h10", "14:10"),
        ("14:10 hrs", "14:10"),
        ("22:59Z", "23:59"),
        ("23:00Z", "00:00 the day after"),
        ("00:30+02:00", "23:30 the day before"),
    ],
)
def test_a_time_of_day_from_its_first_minute_to_its_last(time: str, found: str | None) -> None:
    if found is None:
        with pytest.raises(CellRefused, match="there is no time"):
            days().moment(f"20/11/2026 {time}", day_alone=False)
        return
    clock, _, other = found.partition(" the day ")
    day = {"": 20, "after": 21, "before": 19}[other]
    assert days().moment(f"20/11/2026 {time}", day_alone=False)[0] == f"2026-11-{day}T{clock}"


@pytest.mark.parametrize(
    ("before", "value", "same"),
    [
        ("2026-11-20T14:10", "2026-11-20T14:10", True),
        ("2026-11-20T14:10:59", "2026-11-20T14:10", True),
        ("2026-11-20T13:10:00Z", "2026-11-20T14:10", True),
        ("2026-11-20T14:10:00+01:00", "2026-11-20T14:10", True),
        ("2026-11-20T14:11", "2026-11-20T14:10", False),
        ("2026-11-20T14:10:00Z", "2026-11-20T14:10", False),
        ("2026-11-20", "2026-11-20", True),
        ("2026-11-20", "2026-11-20T00:00", False),
        ("2026-11-20T00:00", "2026-11-20", False),
    ],
)
def test_a_moment_is_the_same_to_the_minute_in_our_time(before: str, value: str, same: bool) -> None:
    assert days().same_minute(before, value) == same
