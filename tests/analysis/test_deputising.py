"""Who could deputise in a role: at the edges of what it asks for, of the days of skills, and of hours."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.analysis.as_of import AsOf
from igreg.analysis.deputising import Deputies, deputies
from igreg.model.kinds.roles import Role
from tests.analysis.registers import register

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
SKILLS = "- {id: risk, title: Risk assessment, valid_for: 2 years}\n- {id: budgets, title: Budgets}\n"
ASKS = "requires: {skills: [{skill: risk, level: 2}]}, "


def asked(person: str, needs: str = ASKS, **files: str) -> Deputies:
    """Who could deputise in a role where there is one person beside its holder."""
    roles = f"- {{id: siro, title: SIRO, {needs}holders: [{{staff: hal, from: 2020-01-01}}]}}\n" + files.pop(
        "roles", ""
    )
    staff = f"- {{id: hal, name: Hal}}\n- {{id: ann, name: Ann, {person}}}\n"
    as_of = AsOf(register(skills=SKILLS, roles=roles, staff=staff, **files), NOW)
    role = as_of.register.get(Role, "siro")
    assert role is not None
    return deputies(as_of, role)


@pytest.mark.parametrize(
    ("skill", "level", "lapsed"),
    [
        pytest.param("{skill: risk, level: 2, on: 2024-11-22}", None, False, id="on the last day on which it counts"),
        pytest.param("{skill: risk, level: 2, on: 2024-11-21}", 2, True, id="the day after"),
        pytest.param(
            "{skill: risk, level: 2, on: 2020-01-01}, {skill: risk, on: 2024-11-22}",
            None,
            False,
            id="shown again since",
        ),
        pytest.param("{skill: risk, level: 3}", None, False, id="of no day, which never lapses"),
        pytest.param(
            "{skill: risk, level: 2, on: 2026-11-23}", None, False, id="of a day to come, which shows nothing yet"
        ),
        pytest.param("{skill: risk, level: 1}", 1, False, id="at a lower level"),
        pytest.param("{skill: risk}", 0, False, id="at none that is written"),
    ],
)
def test_a_skill_counts_at_its_level_and_until_it_lapses(skill: str, level: int | None, lapsed: bool) -> None:
    found = asked(f"skills: [{skill}]")
    if level is None:
        assert ([one.person.id for one in found.could], found.nearly) == (["ann"], ())
    else:
        (near,) = found.nearly
        assert [(one.level, one.lapsed) for one in near.skills] == [(level, lapsed)]
        assert found.could == ()


def test_a_skill_that_does_not_lapse_never_does() -> None:
    found = asked("skills: [{skill: budgets, level: 1, on: 1990-01-01}]", "requires: {skills: [{skill: budgets}]}, ")
    assert [one.person.id for one in found.could] == ["ann"]


@pytest.mark.parametrize(
    ("person", "count"),
    [
        pytest.param("skills: []", 0, id="nothing of what is asked for"),
        pytest.param("skills: [{skill: budgets}]", 1, id="one of two"),
        pytest.param("skills: [{skill: risk}]", 1, id="one of two at no level, which is asked for at none"),
    ],
)
def test_who_lacks_one_thing_and_has_another_nearly_could(person: str, count: int) -> None:
    found = asked(person, "requires: {skills: [{skill: risk}, {skill: budgets}]}, ")
    assert (found.could, len(found.nearly)) == ((), count)


@pytest.mark.parametrize(
    ("week", "hours", "left"),
    [
        pytest.param("", 10, None, id="nobody wrote how many they work"),
        pytest.param("hours_per_week: 10.1, ", 10, 0.1, id="a little left"),
        pytest.param("hours_per_week: 10, ", 10, 0, id="none left"),
        pytest.param("hours_per_week: 8, ", 10, -2, id="fewer than their roles take"),
    ],
)
def test_who_has_no_hours_left_is_not_free(week: str, hours: int, left: float | None) -> None:
    roles = f"- {{id: lead, title: Lead, hours_per_week: {hours}, holders: [{{staff: ann, from: 2020-01-01}}]}}\n"
    found = asked(f"{week}skills: [{{skill: risk, level: 2}}]", roles=roles)
    assert [one.hours_left for one in found.could] == ([] if left is not None and left <= 0 else [left])


@pytest.mark.parametrize(
    ("person", "is_there"),
    [
        ("left: 2026-11-22, ", True),
        ("left: 2026-11-21, ", False),
        ("started: 2026-11-22, ", True),
        ("started: 2026-11-23, ", False),
    ],
)
def test_only_who_is_employed_today(person: str, is_there: bool) -> None:
    found = asked(f"{person}skills: [{{skill: risk, level: 2}}]")
    assert bool(found.could) is is_there


def test_a_role_that_asks_for_nothing_tells_nobody_from_anybody_else() -> None:
    found = asked("skills: [{skill: risk, level: 2}]", "")
    assert (found.asks, found.could, found.nearly) == (False, (), ())
