"""Limits of requests: the examples of the page, and what holds of every clock."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from igreg.analysis.requests import SUBJECT_RIGHTS, TimeLimit, TimeLimits
from igreg.facts.figures import Figures
from igreg.facts.life import NATIONS
from igreg.model.kinds.requests import Request
from igreg.model.span import Span
from igreg.model.values import Nation
from tests.analysis.registers import register

PAGE = (Path(__file__).parents[2] / "docs/requests.md").read_text(encoding="utf-8")
ROW = re.compile(
    r"^\| ([a-z-]+) \| ([a-z-]+) \| (\d{4}-\d\d-\d\d) \| (?:`(.*?)`)? ?\| ([0-9-]+|none) \| ([0-9-]+|none) \| (.+) \|$"
)
ROWS = [found.groups() for line in PAGE.splitlines() if (found := ROW.match(line))]

DAYS = st.dates(dt.date(2021, 1, 1), dt.date(2028, 6, 30))
NATION = st.sampled_from(NATIONS)


def limits(nation: Nation = "england") -> TimeLimits:
    return TimeLimits(Figures(), nation)


def request(category: str, received: dt.date | str, **fields: Any) -> Request:
    values = {"id": "R1", "title": "One", "category": category, "received": str(received)} | fields
    return Request.model_validate(values)


def limit(category: str, received: dt.date, nation: Nation = "england", **fields: Any) -> TimeLimit:
    found = limits(nation).of(request(category, received, **fields))
    assert found is not None
    return found


def text(day: dt.date | None) -> str:
    return "none" if day is None else day.isoformat()


@pytest.mark.parametrize(
    ("category", "nation", "received", "also", "first", "last", "why"),
    [pytest.param(*row, id=f"{row[0]} {row[1]} {row[2]}: {row[6]}") for row in ROWS],
)
def test_an_example_of_the_page(
    category: str, nation: Nation, received: str, also: str | None, first: str, last: str, why: str
) -> None:
    fields = yaml.load(also or "{}", Loader=yaml.BaseLoader)
    if isinstance(fields.get("extended"), dict):
        fields["extended"]["months"] = int(fields["extended"]["months"])
    found = limits(nation).of(request(category, received, **fields))
    assert (text(found and found.unextended), text(found and found.day)) == (first, last)


def test_every_example_of_the_page_is_run() -> None:
    table = PAGE.partition("## Worked examples")[2]
    assert len(ROWS) == sum(1 for line in table.splitlines() if line.startswith("| ")) - 2


@given(DAYS, st.sampled_from(sorted(SUBJECT_RIGHTS)), NATION)
def test_a_month_ends_on_the_corresponding_day_or_the_months_last_and_moves_on_only(
    received: dt.date, category: str, nation: Nation
) -> None:
    found = limit(category, received, nation)
    assert found.day is not None
    end = found.moved_from or found.day
    year, month = divmod(received.year * 12 + received.month, 12)
    assert (end.year, end.month) == (year, month + 1)
    assert end.day == min(received.day, calendar.monthrange(year, month + 1)[1])
    assert limits(nation).at_home.is_working(found.day)
    assert 0 <= (found.day - end).days <= 5


@given(DAYS, st.integers(1, 27))
def test_who_asks_a_day_later_never_has_to_be_answered_sooner(received: dt.date, later: int) -> None:
    other = received + dt.timedelta(days=later)
    for category in ("subject-access", "freedom-of-information", "environmental", "health-records-of-the-dead"):
        one, two = limit(category, received).day, limit(category, other).day
        assert one is not None and two is not None and one <= two


@given(DAYS, st.integers(0, 20), st.integers(0, 40))
def test_a_question_adds_its_days_both_counted(received: dt.date, after: int, long: int) -> None:
    asked = received + dt.timedelta(days=after)
    answered = asked + dt.timedelta(days=long)
    found = limit("subject-access", received, clarification=[{"asked": str(asked), "answered": str(answered)}])
    assert found.stopped == long + 1
    plain = Span(1, "month").after(received) + dt.timedelta(days=long + 1)
    assert found.day == limits().at_home.on_or_after(plain)


@given(DAYS, st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=1, max_size=4))
def test_days_that_questions_share_count_once(received: dt.date, questions: list[tuple[int, int]]) -> None:
    asked = [(received + dt.timedelta(days=one), received + dt.timedelta(days=one + long)) for one, long in questions]
    found = limit(
        "subject-access", received, clarification=[{"asked": str(one), "answered": str(two)} for one, two in asked]
    )
    days = {one + dt.timedelta(days=n) for one, two in asked for n in range((two - one).days + 1)}
    assert found.stopped == len(days)


@given(DAYS, st.integers(1, 2), NATION)
def test_an_extension_never_shortens_and_leaves_the_first_limit_alone(
    received: dt.date, months: int, nation: Nation
) -> None:
    more = {"months": months, "told": str(received), "reason": "Many sites"}
    for category in ("subject-access", "freedom-of-information", "environmental"):
        plain, found = limit(category, received, nation), limit(category, received, nation, extended=more)
        assert found.unextended == plain.day
        assert found.day is not None and plain.day is not None and found.day >= plain.day
        moved = found.day > plain.day
        assert moved == (category != "freedom-of-information" or nation != "scotland")


@given(DAYS, NATION)
def test_the_twentieth_working_day_is_the_twentieth(received: dt.date, nation: Nation) -> None:
    found = limit("freedom-of-information", received, nation)
    assert found.calendar is not None and found.day is not None
    days = (received + dt.timedelta(days=n) for n in range(1, (found.day - received).days + 1))
    assert sum(1 for day in days if found.calendar.is_working(day)) == 20


def test_the_ends_of_the_calendar_are_no_error() -> None:
    for category in ("subject-access", "freedom-of-information", "health-records-of-the-dead", "complaint"):
        for received in (dt.date.min, dt.date.max, dt.date(9999, 12, 1)):
            answered = [{"asked": str(received), "answered": "9999-12-31"}] * 2
            limits().of(request(category, received, clarification=answered))


def test_an_own_figure_counts() -> None:
    own = TimeLimits(Figures({"subject-request": Span(28, "day"), "information-request": 10}), "england")
    found = own.of(request("subject-access", "2026-10-05"))
    assert found is not None and found.day == dt.date(2026, 11, 2)
    found = own.of(request("freedom-of-information", "2026-10-05"))
    assert found is not None and found.day == dt.date(2026, 10, 19)


def test_what_is_counted_beyond_the_list_is_not_sure() -> None:
    assert limit("subject-access", dt.date(2028, 11, 20)).is_sure
    assert not limit("subject-access", dt.date(2028, 12, 5)).is_sure
    assert limit("health-records-of-the-dead", dt.date(2028, 12, 5)).is_sure, "no bank holiday moves it"


def test_an_extension_that_does_not_say_its_months_is_none() -> None:
    text = "- {id: R1, title: One, category: subject-access, received: 2026-10-05, extended: {told: 2026-10-20}}"
    (one,) = register(requests=text).of(Request)
    found = limits().of(one)
    assert found is not None and (found.day, found.unextended) == (dt.date(2026, 11, 5), dt.date(2026, 11, 5))
