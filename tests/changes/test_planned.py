"""Meetings are planned: on which days, with which ids, and what is refused or told."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.analysis.as_of import AsOf
from igreg.changes.planned import next_day, plan_meetings, series
from igreg.errors import IgregError
from igreg.model.kinds.groups import Group
from igreg.model.span import Span
from tests.analysis.registers import day, register
from tests.changes.planned import new_lines
from tests.pages import moment


def as_of(meetings: str = "", group: str = "", others: str = "") -> AsOf:
    groups = f"- {{id: g, title: IG group{group}}}\n- {{id: board, title: Board}}"
    return AsOf(register(groups=groups, meetings=meetings, staff=others), moment("2026-11-24"))


@pytest.mark.parametrize(
    ("first", "every", "times", "days"),
    [
        ("2026-12-01", None, None, ["2026-12-01"]),
        ("2026-12-01", Span(1, "month"), 1, ["2026-12-01"]),
        ("2026-12-31", Span(1, "month"), 3, ["2026-12-31", "2027-01-31", "2027-02-28"]),
        ("2026-12-01", Span(2, "week"), 2, ["2026-12-01", "2026-12-15"]),
    ],
)
def test_the_days_of_a_series(first: str, every: Span | None, times: int | None, days: list[str]) -> None:
    assert series(day(first), every, times) == [day(one) for one in days]


@pytest.mark.parametrize(
    ("every", "times", "said"),
    [
        (Span(1, "month"), None, "--every: how many is missing"),
        (None, 3, "--times: how far apart is missing"),
        (Span(1, "month"), 0, "--times: 0 is not between 1 and 104"),
        (Span(1, "month"), 105, "--times: 105 is not between 1 and 104"),
        (Span(23, "hour"), 2, "--every: 23 hours is less than a day"),
        (Span(100, "year"), 104, "--every: 100 years from 2026-12-01 on goes beyond all calendars"),
    ],
)
def test_what_is_no_series(every: Span | None, times: int | None, said: str) -> None:
    with pytest.raises(IgregError) as told:
        series(dt.date(2026, 12, 1), every, times)
    assert told.value.sentence == said


def rows(*meetings: tuple[str, str]) -> str:
    return "".join(f"- {{id: {id}, group: g, date: {date}}}\n" for id, date in meetings)


def test_what_is_written() -> None:
    found = as_of(rows(("IGG-2026-11", "2026-11-03")))
    plan = plan_meetings(found, "g", [day("2026-12-01")])
    assert (plan.message, plan.remarks) == ("Planned: IGG-2026-12 of g, on 2026-12-01", [])
    line = "- {id: IGG-2026-12, group: g, date: 2026-12-01, status: planned}"
    assert new_lines(plan, found.register) == {"meetings": [line]}
    plan = plan_meetings(found, "g", [day("2026-12-01"), day("2027-01-05")])
    assert plan.message == "Planned: 2 meetings of g, 2026-12-01 to 2027-01-05"


@pytest.mark.parametrize(
    ("on", "there", "group", "said"),
    [
        ("2026-12-01", "date: 2026-12-01", "", "IG group has a meeting on 2026-12-01 already: M, planned"),
        ("2026-11-03", "date: 2026-11-03, status: held", "", "IG group has a meeting on 2026-11-03 already: M, held"),
        ("2026-12-01", "date: 2026-12-01, status: cancelled", "", None),
        ("2026-12-02", "date: 2026-12-01", "", None),
        ("2026-12-01", "", ", end: 2026-12-01", None),
        ("2026-12-02", "", ", end: 2026-12-01", "IG group is not there on 2026-12-02: it ends on 2026-12-01"),
        ("2026-12-01", "", ", start: 2026-12-01", None),
        ("2026-11-30", "", ", start: 2026-12-01", "IG group is not there on 2026-11-30: it begins on 2026-12-01"),
    ],
)
def test_a_day_that_is_taken_or_not_the_groups(on: str, there: str, group: str, said: str | None) -> None:
    found = as_of(f"- {{id: M, group: g, {there}}}" if there else "", group)
    if said is None:
        plan_meetings(found, "g", [day(on)])
        return
    with pytest.raises(IgregError) as told:
        plan_meetings(found, "g", [day(on)])
    assert told.value.sentence == said


@pytest.mark.parametrize(
    ("on", "told"),
    [
        ("2026-12-04", []),
        ("2026-12-05", ["2026-12-05 is a Saturday"]),
        ("2026-12-25", ["2026-12-25 is a bank holiday"]),
        ("2026-11-24", []),
        ("2026-11-23", ["23 November 2026 is past already"]),
    ],
)
def test_what_is_told_of_a_day(on: str, told: list[str]) -> None:
    assert plan_meetings(as_of(), "g", [day(on)]).remarks == told


def test_there_must_be_such_a_group() -> None:
    with pytest.raises(IgregError, match="'h' is none of the groups"):
        plan_meetings(as_of(), "h", [day("2026-12-01")])


@pytest.mark.parametrize(
    ("every", "last", "next_"),
    [
        pytest.param("1 month", "2026-11-03", "2026-12-03", id="a working day"),
        pytest.param("1 month", "2026-11-05", "2026-12-04", id="a Saturday: the Friday before"),
        pytest.param("1 month", "2026-11-06", "2026-12-04", id="a Sunday, too"),
        pytest.param("1 month", "2026-11-28", "2026-12-24", id="the day after two that are bank holidays"),
        pytest.param("1 day", "2026-11-27", "2026-11-28", id="no working day before it: the day itself"),
        pytest.param("2 days", "2026-11-27", "2026-11-29", id="nor in two days"),
        pytest.param("3 days", "2026-11-27", "2026-11-30", id="the third is one"),
        pytest.param("2 days", "2026-11-26", "2026-11-27", id="the day after the last"),
        pytest.param(None, "2026-11-27", None, id="it does not say how often"),
    ],
)
def test_the_last_working_day_on_which_a_group_meets_as_often_as_it_should(
    every: str | None, last: str, next_: str | None
) -> None:
    found = as_of(group=f", meets_every: {every}" if every else "")
    group = found.register.get(Group, "g")
    assert group is not None
    assert next_day(found, group, day(last)) == (day(next_) if next_ else None)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (["2026-11-22", "2026-11-24"], ["2026-11-22 is a Sunday", "22 November 2026 is past already"]),
        (["2026-11-20", "2026-11-23"], ["20 November 2026 and 23 November 2026 are past already"]),
        (["2026-12-25", "2026-12-26"], ["2026-12-26 is a Saturday", "2026-12-25 is a bank holiday"]),
    ],
)
def test_what_is_told_of_several_days(days: list[str], told: list[str]) -> None:
    assert plan_meetings(as_of(), "g", [day(one) for one in days]).remarks == told


def test_a_day_is_a_distance_and_two_years_of_weeks_are_planned_at_once() -> None:
    assert series(day("2026-12-01"), Span(1, "day"), 2) == [day("2026-12-01"), day("2026-12-02")]
    assert series(day("2026-12-01"), Span(24, "hour"), 2)[1] == day("2026-12-02")
    assert len(series(day("2026-12-01"), Span(1, "week"), 104)) == 104
