"""Clocks of requests, reckoned a second time: day by day, as somebody would on a wall calendar.

Nothing here counts as the code does: a month is found by stepping until the day that corresponds, working days are
crossed out one after the other, bank holidays come straight from the package and not from the facts, and the clock of
access is a stopwatch that stands still on some days. The rules and the list are then held against the same answer.
"""

from __future__ import annotations

import datetime as dt
import functools
import json
from dataclasses import dataclass
from typing import Any, get_args

import pytest
from holidays.countries.united_kingdom import UnitedKingdom
from hypothesis import given, settings
from hypothesis import strategies as st

from igreg.analysis.as_of import AsOf
from igreg.analysis.requests import TimeLimits
from igreg.check.config import Config
from igreg.check.engine import check
from igreg.due.due_list import Choice, due_list
from igreg.facts.figures import Figures
from igreg.facts.life import NATIONS
from igreg.model.kinds.requests import Request
from igreg.model.span import Span
from igreg.model.values import Nation
from igreg.register.read import read
from tests.pages import moment, sources

DAY = dt.timedelta(days=1)
OWN_DATA = ("subject-access", "rectification", "erasure", "restriction", "objection", "portability")
INFORMATION = ("freedom-of-information", "environmental")
CATEGORIES = (*OWN_DATA, *INFORMATION, "health-records-of-the-dead", "complaint")
CODES = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern-ireland": "NIR"}
DUTY_TO_ACKNOWLEDGE = dt.date(2026, 6, 19)

Question = tuple[dt.date, dt.date | None]


@dataclass(frozen=True)
class Asked:
    """A request as the reference knows it: nothing of the model."""

    category: str
    received: dt.date
    identity: dt.date | None = None
    questions: tuple[Question, ...] = ()
    months: int | None = None
    told: dt.date | None = None
    responded: dt.date | None = None

    def record(self, id: str = "R") -> dict[str, Any]:
        """It as somebody would write it."""
        data: dict[str, Any] = {"id": id, "title": "One", "category": self.category, "received": str(self.received)}
        if self.identity:
            data["identity_confirmed"] = str(self.identity)
        if self.questions:
            data["clarification"] = [
                {"asked": str(asked)} | ({"answered": str(answered)} if answered else {})
                for asked, answered in self.questions
            ]
        if self.months:
            data["extended"] = {"months": self.months, "told": str(self.told or self.received), "reason": "Many sites"}
        if self.responded:
            data["responded"] = str(self.responded)
        return data


# The reference.


@functools.cache
def bank_holidays(nation: str) -> frozenset[dt.date]:
    return frozenset(UnitedKingdom(subdiv=CODES[nation], years=range(2020, 2031)))  # type: ignore[no-untyped-call]


def free(day: dt.date, nations: tuple[str, ...]) -> bool:
    """Whether nobody works: Saturday, Sunday, or a bank holiday in one of the nations."""
    return day.isoweekday() in (6, 7) or any(day in bank_holidays(nation) for nation in nations)


def whose(nation: str) -> tuple[str, ...]:
    """Whose bank holidays count for information: any part's, but in Scotland its own."""
    return ("scotland",) if nation == "scotland" else tuple(CODES)


def next_open(day: dt.date, nation: str) -> dt.date:
    while free(day, (nation,)):
        day += DAY
    return day


def working_days_after(day: dt.date, count: int, nation: str) -> dt.date:
    while count:
        day += DAY
        count -= not free(day, whose(nation))
    return day


def corresponding(day: dt.date, months: int) -> dt.date:
    """The day of the same number so many months on, else the last of that month."""
    number, first_passed = day.day, 0
    while first_passed < months:
        day += DAY
        first_passed += day.day == 1
    while day.day != number and (day + DAY).day != 1:
        day += DAY
    return day


def stopwatch(begins: dt.date, months: int, questions: tuple[Question, ...], nation: str) -> dt.date | None:
    """Day by day from the beginning: a day that stands still puts the end off by one."""
    end = corresponding(begins, months)
    waiting = sorted(questions, key=lambda one: one[0])
    answers = [n for n, (_, answered) in enumerate(waiting) if answered]
    # A question that nobody answered, where a later one was answered, is spoken for by that.
    waiting = [one for n, one in enumerate(waiting) if one[1] or not answers or n > answers[-1]]
    today, still_until = begins, begins - DAY
    while today <= next_open(end, nation) or today <= still_until:
        for asked, answered in waiting:
            if max(asked, begins) == today:
                if answered is None:
                    return None
                still_until = max(still_until, answered)
        if today <= still_until:
            end = max(end + DAY, today + DAY)
        today += DAY
    return next_open(end, nation)


def reckoned(one: Asked, nation: str, months: int | None) -> dt.date | None:
    """The last day in time, with an extension of so many months or none."""
    if one.category in OWN_DATA:
        begins = max(one.received, one.identity or one.received)
        questions = one.questions if one.category == "subject-access" else ()
        return stopwatch(begins, 1 + (months or 0), questions, nation)
    if one.category in INFORMATION:
        if any(answered is None for _, answered in one.questions):
            return None
        begins = max([one.received, *(answered for _, answered in one.questions if answered)])
        more = months and not (nation == "scotland" and one.category == "freedom-of-information")
        return working_days_after(begins, 40 if more else 20, nation)
    if one.category == "complaint":
        return one.received + 30 * DAY if one.received >= DUTY_TO_ACKNOWLEDGE else None
    return one.received + 39 * DAY


# What is asked of igreg.

# Many days at month ends and about holidays, as it is there that one reckons wrongly.
CLOSE = [
    dt.date.fromisoformat(text) + n * DAY
    for text in ("2024-01-31", "2025-01-31", "2026-03-03", "2026-06-19", "2026-11-28", "2026-12-24", "2028-02-29")
    for n in range(-4, 4)
]
DAYS = st.one_of(st.dates(dt.date(2021, 1, 1), dt.date(2028, 3, 31)), st.sampled_from(CLOSE))
NATION = st.sampled_from(NATIONS)
UNMOVED = ("health-records-of-the-dead", "complaint")


@st.composite
def asked(draw: st.DrawFn, categories: tuple[str, ...] = CATEGORIES) -> Asked:
    received = draw(DAYS)
    questions = []
    for after, long in draw(st.lists(st.tuples(st.integers(0, 45), st.none() | st.integers(0, 20)), max_size=3)):
        put = received + after * DAY
        questions.append((put, None if long is None else put + long * DAY))
    after_receipt = draw(st.none() | st.integers(-3, 20))
    return Asked(
        draw(st.sampled_from(categories)),
        received,
        None if after_receipt is None else received + after_receipt * DAY,
        tuple(questions),
        draw(st.sampled_from((None, 1, 2))),
        received + draw(st.integers(0, 60)) * DAY,
        draw(st.none() | st.integers(0, 70).map(lambda n: received + n * DAY)),
    )


@functools.cache
def limits(nation: Nation) -> TimeLimits:
    return TimeLimits(Figures(), nation)


def answer_day(one: Asked, nation: Nation) -> dt.date | None:
    found = limits(nation).of(Request.model_validate(one.record()))
    return found and found.day


def sure(one: Asked, nation: Nation) -> dt.date:
    day = answer_day(one, nation)
    assert day is not None
    return day


def test_every_category_of_the_model_is_reckoned() -> None:
    field = Request.model_fields["category"].annotation
    assert {word for part in get_args(field) for word in get_args(part)} == set(CATEGORIES)


@settings(max_examples=150)
@given(asked(), NATION)
def test_it_is_the_day_that_is_found_by_counting(one: Asked, nation: Nation) -> None:
    found = limits(nation).of(Request.model_validate(one.record()))
    assert (found and found.day) == reckoned(one, nation, one.months)
    assert (found and found.unextended) == reckoned(one, nation, None)


@settings(max_examples=100)
@given(asked(("subject-access",)), NATION)
def test_with_questions_access_is_still_the_day_that_is_found_by_counting(one: Asked, nation: Nation) -> None:
    assert answer_day(one, nation) == reckoned(one, nation, one.months)


@given(asked(), NATION)
def test_the_last_day_is_a_working_day_where_the_law_moves_it(one: Asked, nation: Nation) -> None:
    day = answer_day(one, nation)
    if day is not None and one.category not in UNMOVED:
        assert not free(day, whose(nation) if one.category in INFORMATION else (nation,))


@given(st.sampled_from(CATEGORIES), DAYS, st.integers(0, 40), st.integers(0, 25), st.integers(0, 15), NATION)
def test_what_comes_later_is_never_due_sooner(
    category: str, received: dt.date, later: int, after: int, long: int, nation: Nation
) -> None:
    """Also with one question to both, and with a day on which the identity became known."""
    second = received + later * DAY
    put = second + after * DAY
    for more in (
        {},
        {"questions": ((put, put + long * DAY),)},
        {"identity": received + after * DAY},
        {"months": 2},
    ):
        days = [answer_day(Asked(category, day, **more), nation) for day in (received, second)]  # type: ignore[arg-type]
        if None not in days:
            assert days == sorted(days)  # type: ignore[type-var]


@given(asked(), NATION)
def test_more_time_is_never_less(one: Asked, nation: Nation) -> None:
    days = [
        answer_day(Asked(one.category, one.received, one.identity, one.questions, months), nation)
        for months in (None, 1, 2)
    ]
    if None not in days:
        assert days == sorted(days)  # type: ignore[type-var]
        assert (days[0] == days[2]) == (
            one.category in UNMOVED or (one.category == "freedom-of-information" and nation == "scotland")
        )


@given(DAYS, st.integers(0, 27), st.integers(0, 30), NATION)
def test_a_question_moves_access_by_its_days_information_to_its_answer_and_else_nothing(
    received: dt.date, after: int, long: int, nation: Nation
) -> None:
    put = received + after * DAY
    answered = put + long * DAY
    for category in CATEGORIES:
        plain = answer_day(Asked(category, received), nation)
        found = answer_day(Asked(category, received, questions=((put, answered),)), nation)
        if category == "subject-access":
            assert found == next_open(corresponding(received, 1) + (long + 1) * DAY, nation)
        elif category in INFORMATION:
            assert found == answer_day(Asked(category, answered), nation)
        else:
            assert found == plain


@pytest.mark.parametrize(
    ("received", "last"),
    [
        ("2023-01-31", "2023-02-28"),
        ("2024-01-29", "2024-02-29"),
        ("2024-01-30", "2024-02-29"),
        ("2024-01-31", "2024-02-29"),
        ("2025-01-31", "2025-02-28"),
        ("2025-01-28", "2025-02-28"),
        ("2024-02-29", "2024-04-02"),  # 29 March was Good Friday
        ("2025-02-28", "2025-03-28"),  # not the month's last: the day that corresponds
        ("2023-08-31", "2023-10-02"),  # 30 September was a Saturday
        ("2026-12-31", "2027-02-01"),  # 31 January is a Sunday
    ],
)
def test_month_ends(received: str, last: str) -> None:
    assert str(sure(Asked("subject-access", dt.date.fromisoformat(received)), "england")) == last


def test_a_day_that_stood_still_is_never_the_last_one() -> None:
    """The month ends on Saturday 3 October, in time is Monday: who asks back on that Monday waits for no past day."""
    received, monday = dt.date(2026, 9, 3), dt.date(2026, 10, 5)
    for long, last in ((0, "2026-10-06"), (2, "2026-10-08"), (3, "2026-10-09"), (4, "2026-10-12")):
        one = Asked("subject-access", received, questions=((monday, monday + long * DAY),))
        assert str(sure(one, "england")) == last
    assert answer_day(Asked("subject-access", received, questions=((monday, None),)), "england") is None
    late = Asked("subject-access", received, questions=((monday + DAY, None),))
    assert sure(late, "england") == monday


def test_of_two_questions_that_both_wait_the_first_stopped_the_clock() -> None:
    received = dt.date(2026, 9, 1)
    first, second = received + 9 * DAY, received + 50 * DAY
    assert answer_day(Asked("subject-access", received, questions=((first, None), (second, None))), "england") is None


# The rules and the list give the same answer.


def told_by(register: Any, today: dt.date) -> dict[str, set[str | None]]:
    """The requests that each rule tells of."""
    codes = ("IG620", "IG621", "IG622")
    found = check(register, moment(today.isoformat()), Config(select=codes)).findings
    return {code: {one.record for one in found if one.code == code} for code in codes}


@settings(max_examples=10)
@given(st.lists(asked(), min_size=12, max_size=12), NATION, st.integers(0, 11), st.integers(-1, 1))
def test_rules_and_the_list_go_by_the_day_that_is_found_by_counting(
    all: list[Asked], nation: Nation, which: int, off: int
) -> None:
    """On a day that is the last one of one of them, the day before or the day after."""
    by_id = {f"R{n}": one for n, one in enumerate(all)}
    files = {
        "register/organisation.yaml": json.dumps({"name": "Example", "type": "other", "nation": nation}).encode(),
        "register/requests.yaml": json.dumps([one.record(id) for id, one in by_id.items()]).encode(),
    }
    register = read(sources(files))
    days = {id: reckoned(one, nation, one.months) for id, one in by_id.items()}
    first = {id: reckoned(one, nation, None) for id, one in by_id.items()}
    today = (days[f"R{which}"] or all[which].received) + off * DAY
    told = told_by(register, today)
    open_ = {id: day for id, day in days.items() if by_id[id].responded is None}
    assert told["IG620"] == {id for id, day in open_.items() if day is not None and day < today}
    assert told["IG621"] == {
        id for id, day in days.items() if day is not None and (when := by_id[id].responded) and when > day
    }
    assert told["IG622"] == {
        id
        for id, one in by_id.items()
        if one.months and one.category not in UNMOVED and (until := first[id]) and (one.told or one.received) > until
    }
    rows = due_list(AsOf(register, moment(today.isoformat())), Choice(within=Span(20, "year"))).rows
    listed = {row.item.record: (row.item.due, row.days) for row in rows if row.item.what == "request"}
    complaints = {id: one.received + 90 * DAY for id, one in by_id.items() if one.category == "complaint"}
    assert listed == {
        id: (until, (until - today).days) for id, day in open_.items() if (until := day or complaints.get(id))
    }
