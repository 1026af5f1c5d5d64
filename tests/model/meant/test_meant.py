"""What was meant by days, moments, spans and yes, as people write them."""

from __future__ import annotations

import pytest

from igreg.model.meant.days import in_month
from igreg.model.meant.meaning import Meant, meant

MEANT: list[tuple[str, object, str]] = [
    ("day", "31/03/2026", "2026-03-31"),
    ("day", "31 March 2026", "2026-03-31"),
    ("day", "31st of March 2026", "2026-03-31"),
    ("day", "Tuesday 31 March 2026", "2026-03-31"),
    ("day", "March 31, 2026", "2026-03-31"),
    ("day", "31-Mar-26", "2026-03-31"),
    ("day", "4 Sept 2026", "2026-09-04"),
    ("day", "2026-3-1", "2026-03-01"),
    ("day", "2026/03/31", "2026-03-31"),
    ("day", "2026-31-03", "2026-03-31"),
    ("day", "1.4.26", "2026-04-01"),
    ("day", "04/04/2026", "2026-04-04"),
    ("day", 20260331, "2026-03-31"),
    ("day", "29/02/2028", "2028-02-29"),
    ("moment", "2026-10-12 9:30", "2026-10-12T09:30"),
    ("moment", "2026-10-12T09.30", "2026-10-12T09:30"),
    ("moment", "2026-10-12, 0930", "2026-10-12T09:30"),
    ("moment", "13/10/2026 9.30 am", "2026-10-13T09:30"),
    ("moment", "12 October 2026 at 5:15pm", "2026-10-12T17:15"),
    ("moment", "12 October 2026 at 12:05 am", "2026-10-12T00:05"),
    ("day or moment", "13/10/2026", "2026-10-13"),
    ("day or moment", "13/10/2026 14:00", "2026-10-13T14:00"),
    ("span", "yearly", "1 year"),
    ("span", "Annual", "12 months"),
    ("span", "once a year", "1 year"),
    ("span", "once a month", "1 month"),
    ("span", "a year", "1 year"),
    ("span", "every year", "1 year"),
    ("span", "2 yrs", "2 years"),
    ("span", "two years", "2 years"),
    ("span", "every other year", "2 years"),
    ("span", "monthly", "1 month"),
    ("span", "month", "1 month"),
    ("span", "6 mths", "6 months"),
    ("span", "12months", "12 months"),
    ("span", "12  Months", "12 months"),
    ("span", "six-monthly", "6 months"),
    ("span", "quarterly", "3 months"),
    ("span", "1.5 years", "18 months"),
    ("flag", "yes", "true"),
    ("flag", "Y", "true"),
    ("flag", "no", "false"),
    ("flag", "FALSE", "false"),
]
PERHAPS = [
    ("day", "01/04/2026", "2026-04-01"),
    ("day", "2026-03-31T09:30", "2026-03-31"),
    ("moment", "01/04/2026 09:30", "2026-04-01T09:30"),
    ("flag", 1, "true"),
]
NOT_KNOWN = [
    ("day", "soon"),
    ("day", "30/02/2026"),
    ("day", "29/02/2027"),
    ("day", "2026"),
    ("day", "April 2026"),
    ("day", "1" * 61),
    ("day", None),
    ("moment", "2026-10-12"),
    ("moment", "2026-10-12 25:00"),
    ("moment", "2026-10-12 13:00 pm"),
    ("span", "biannual"),
    ("span", "12"),
    ("span", "0 months"),
    ("span", "1.5 months"),
    ("span", "2 lightyears"),
    ("span", "often"),
    ("flag", "perhaps"),
    ("flag", True),
    ("number", "1"),
]


@pytest.mark.parametrize(("sort", "written", "right"), MEANT)
def test_what_was_meant(sort: str, written: object, right: str) -> None:
    assert meant(sort, written) == Meant(right, certain=True)


@pytest.mark.parametrize(("sort", "written", "right"), PERHAPS)
def test_what_may_have_been_meant(sort: str, written: object, right: str) -> None:
    assert meant(sort, written) == Meant(right, certain=False)


@pytest.mark.parametrize(("sort", "written"), NOT_KNOWN)
def test_what_nobody_can_tell(sort: str, written: object) -> None:
    assert meant(sort, written) is None


@pytest.mark.parametrize(
    ("sort", "value", "means"),
    [
        ("float", "37h30", "37.5"),
        ("float", "7 hours 15 minutes", "7.25"),
        ("float", "1.0 WTE", None),
        ("float", "0.5 FTE", None),
        ("int", "two members", "2"),
        ("int", "second member", None),
        ("span", "first Tuesday of the month", "1 month"),
        ("span", "the last Friday of each month", "1 month"),
        ("span", "12 per year", "1 month"),
        ("span", "0 per year", None),
        ("span", "13 per year", None),
        ("day", "2016/17", None),
        ("day", "2016-17", None),
        ("day", "20161107", "2016-11-07"),
    ],
)
def test_what_may_be_meant_and_is_never_certain(sort: str, value: str, means: str | None) -> None:
    found = meant(sort, value)
    assert (found and found.text) == means


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("March 2017", "2017-03-01"),
        ("Sept '26", "2026-09-01"),
        ("in May 2026", "2026-05-01"),
        ("end of December 2026", "2026-12-31"),
        ("end of 02/2028", "2028-02-29"),
        ("2022-05", "2022-05-01"),
        ("13/2022", None),
        ("Autumn 2025", None),
        ("2016/17", None),
        ("March", None),
    ],
)
def test_a_month_without_a_day(text: str, day: str | None) -> None:
    found = in_month(text)
    assert (found and found.isoformat()) == day
