"""Hours for a role and left to a person, by period: who is there on which day, who is left out, who comes on top."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.analysis.as_of import AsOf
from igreg.analysis.hours_given import HoursGiven, Period
from igreg.model.kinds.roles import Role
from tests.analysis.registers import day, register

NOW = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
WEEKS = tuple((day(first), day(last)) for first, last in (("2026-03-02", "2026-03-08"), ("2026-03-09", "2026-03-15")))
"""Two weeks from Monday to Sunday, without a holiday."""


def given(
    role: str,
    *people: str,
    without: tuple[str, ...] = (),
    extra: dict[str, float] | None = None,
    periods: tuple[Period, ...] = WEEKS,
) -> tuple[HoursGiven, Role]:
    made = register(
        roles=f"- {{id: lead, title: Lead, {role}}}", staff="\n".join(f"- {{name: X, {one}}}" for one in people)
    )
    return HoursGiven(AsOf(made, NOW), periods, without, extra or {}), made.of(Role)[0]


ANN = "id: ann, hours_per_week: 30"
BEN = "id: ben, hours_per_week: 20"


@pytest.mark.parametrize(
    ("role", "people", "without", "hours"),
    [
        pytest.param("holders: [{staff: ann, hours_per_week: 10}]", [ANN], (), [10, 10], id="the holder's"),
        pytest.param("hours_per_week: 5, holders: [{staff: ann}]", [ANN], (), [5, 5], id="else the role's"),
        pytest.param("holders: [{staff: ann}]", [ANN], (), [None, None], id="nobody wrote how many"),
        pytest.param("holders: [{staff: ann}]", [ANN], ("ann",), [0, 0], id="nor need they of whom is left out"),
        pytest.param("hours_per_week: 5", [ANN], (), [0, 0], id="nobody holds it"),
        pytest.param(
            "holders: [{staff: ann, hours_per_week: 10}, {staff: ben, hours_per_week: 4}]",
            [ANN, BEN],
            ("ann",),
            [4, 4],
            id="who is left out is not there, the other is",
        ),
        pytest.param(
            "holders: [{staff: ann, hours_per_week: 10}]", [ANN], ("ben",), [10, 10], id="somebody else is left out"
        ),
        pytest.param(
            "holders: [{staff: ann, hours_per_week: 10}]",
            [f"{ANN}, long_absence: true"],
            (),
            [0, 0],
            id="away for long",
        ),
        pytest.param(
            "holders: [{staff: ann, hours_per_week: 10, until: 2026-03-10}]",
            [ANN],
            (),
            [10, 4],
            id="two days of the second week",
        ),
        pytest.param(
            "holders: [{staff: ann, hours_per_week: 10, from: 2026-03-06}]",
            [ANN],
            (),
            [2, 10],
            id="from the Friday of the first",
        ),
        pytest.param(
            "holders: [{staff: ann, hours_per_week: 10}]", [f"{ANN}, left: 2026-03-09"], (), [10, 2], id="leaves"
        ),
        pytest.param(
            "holders: [{staff: ann, hours_per_week: 10}]", [f"{ANN}, started: 2026-03-13"], (), [0, 2], id="comes"
        ),
        pytest.param(
            "holders: [{staff: ann, hours_per_week: 10}]",
            [f"{ANN}, absences: [{{from: 2026-03-05, until: 2026-03-09, reason: leave}}]"],
            (),
            [6, 8],
            id="away on three working days",
        ),
        pytest.param(
            "holders: [{staff: ann, hours_per_week: 10}]",
            [f"{ANN}, absences: [{{from: 2026-03-12, reason: leave}}]"],
            (),
            [10, 6],
            id="away without a last day",
        ),
        pytest.param(
            "holders: [{staff: ann, hours_per_week: 10, until: 2026-03-04}, {staff: ben}]",
            [ANN, BEN],
            (),
            [None, None],
            id="one without hours is enough for not knowing",
        ),
        pytest.param(
            "holders: [{staff: ann, hours_per_week: 10}, {staff: ben, from: 2026-03-11}]",
            [ANN, BEN],
            (),
            [10, None],
            id="from the day on which that one comes",
        ),
    ],
)
def test_hours_of_a_role(role: str, people: list[str], without: tuple[str, ...], hours: list[float | None]) -> None:
    hours_given, lead = given(role, *people, without=without)
    assert hours_given.of_role(lead) == pytest.approx(hours)


@pytest.mark.parametrize(
    ("role", "extra", "hours"),
    [
        pytest.param("holders: [{staff: ann, hours_per_week: 10}]", {"lead": 5.0}, [15, 15], id="on top"),
        pytest.param("holders: [{staff: ann, hours_per_week: 10}]", {"other": 5.0}, [10, 10], id="for another role"),
        pytest.param("holders: [{staff: ann}]", {"lead": 5.0}, [5, 5], id="of what nobody knows, what is known"),
        pytest.param("holders: []", {"lead": 5.0}, [5, 5], id="nobody holds it"),
        pytest.param("start: 2026-03-12", {"lead": 5.0}, [0, 2], id="not before there is such a post"),
        pytest.param("end: 2026-03-12", {"lead": 5.0}, [5, 4], id="nor after"),
    ],
)
def test_hours_on_top(role: str, extra: dict[str, float], hours: list[float]) -> None:
    hours_given, lead = given(role, ANN, extra=extra)
    assert hours_given.of_role(lead) == pytest.approx(hours)


@pytest.mark.parametrize(
    ("role", "hours"),
    [
        ("fixed_hours_per_week: 10", [10, 10]),
        ("hours_per_week: 10", [0, 0]),
        ("fixed_hours_per_week: 10, start: 2026-03-06", [2, 10]),
        ("fixed_hours_per_week: 10, end: 2026-03-09", [10, 2]),
        ("fixed_hours_per_week: 10, start: 2026-03-04, end: 2026-03-04", [2, 0]),
    ],
)
def test_fixed_hours_on_the_days_of_the_post(role: str, hours: list[float]) -> None:
    hours_given, lead = given(role)
    assert hours_given.fixed(lead) == pytest.approx(hours)


@pytest.mark.parametrize(
    ("role", "ann", "without", "hours"),
    [
        pytest.param("holders: [{staff: ann, hours_per_week: 10}]", ANN, (), [20, 20], id="less what the role takes"),
        pytest.param("holders: [{staff: ben, hours_per_week: 10}]", ANN, (), [30, 30], id="another's role takes none"),
        pytest.param("holders: [{staff: ann, hours_per_week: 40}]", ANN, (), [0, 0], id="never fewer than none"),
        pytest.param("holders: [{staff: ann, hours_per_week: 10}]", ANN, ("ann",), [0, 0], id="left out"),
        pytest.param("holders: [{staff: ann, hours_per_week: 10}]", ANN, ("ben",), [20, 20], id="the other is"),
        pytest.param("holders: [{staff: ann}]", "id: ann", (), [None, None], id="nobody wrote how many"),
        pytest.param("holders: [{staff: ann}]", "id: ann, left: 2026-03-08", (), [None, 0], id="none where they left"),
        pytest.param("holders: [{staff: ann}]", "id: ann", ("ann",), [0, 0], id="nor where they are left out"),
        pytest.param(
            "holders: [{staff: ann, hours_per_week: 10, until: 2026-03-10}]", ANN, (), [20, 26], id="until the Tuesday"
        ),
        pytest.param("holders: []", f"{ANN}, started: 2026-03-11", (), [0, 18], id="from their first day"),
        pytest.param("holders: []", f"{ANN}, long_absence: true", (), [0, 0], id="away for long"),
    ],
)
def test_hours_of_a_person(role: str, ann: str, without: tuple[str, ...], hours: list[float | None]) -> None:
    hours_given, _ = given(role, ann, BEN, without=without)
    assert hours_given.of_person("ann") == pytest.approx(hours)


def test_somebody_who_is_not_in_the_register() -> None:
    hours_given, _ = given("holders: [{staff: zed}]")
    assert hours_given.of_person("zed") == [None, None]


def test_a_holiday_and_weekends_have_no_hours() -> None:
    easter = (day("2026-04-03"), day("2026-04-06"))  # from Good Friday to Easter Monday
    hours_given, lead = given("holders: [{staff: ann, hours_per_week: 10}]", ANN, periods=(easter,))
    assert hours_given.of_role(lead) == [0]


@pytest.mark.parametrize(
    ("role", "on", "vacant"),
    [
        ("holders: []", "2026-03-02", True),
        ("holders: [{staff: ann}]", "2026-03-02", False),
        ("holders: [{staff: ann, until: 2026-03-02}]", "2026-03-02", False),
        ("holders: [{staff: ann, until: 2026-03-02}]", "2026-03-03", True),
        ("start: 2026-03-03", "2026-03-02", False),
        ("start: 2026-03-03", "2026-03-03", True),
        ("end: 2026-03-03", "2026-03-03", True),
        ("end: 2026-03-03", "2026-03-04", False),
    ],
)
def test_vacant_on_a_day(role: str, on: str, vacant: bool) -> None:
    hours_given, lead = given(role, ANN)
    assert hours_given.is_vacant(lead, day(on)) is vacant
