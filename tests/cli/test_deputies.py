"""`igreg deputies`: who could deputise in a role, who nearly could, and what an empty answer says."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
FILES = {
    "organisation.yaml": "name: E\ntype: mutual\n",
    "units.yaml": "- {id: north, name: North}\n",
    "courses.yaml": "- {id: ig, title: Data awareness, valid_for: 12 months}\n- {id: risk-day, title: A day on risk}\n",
    "skills.yaml": "- {id: risk, title: Risk assessment, valid_for: 2 years, courses: [risk-day]}\n",
    "training-records.yaml": "".join(
        f"- {{staff: {who}, course: ig, completed: {day}}}\n"
        for who, day in {"ann": "2026-01-01", "ben": "2026-01-01", "cat": "2025-11-21", "eve": "2026-01-01"}.items()
    ),
    "roles.yaml": (
        "- id: siro\n  title: SIRO\n  function: siro\n  requires: {skills: [{skill: risk assessment, level: 2}], courses: [ig]}\n"
        "  holders: [{staff: hal, from: 2020-01-01}, {staff: ann, from: 2020-01-01, as: deputy}]\n"
        "- {id: dpo, title: DPO, function: dpo, holders: [{staff: eve, from: 2020-01-01}]}\n"
        "- {id: lead, title: Lead, hours_per_week: 10, holders: [{staff: ben, from: 2020-01-01}]}\n"
        "- {id: bare, title: Bare}\n"
    ),
    "staff.yaml": (
        "- {id: hal, name: Hal, skills: [{skill: risk, level: 3, on: 2026-01-01}]}\n"
        "- {id: ann, name: Ann, skills: [{skill: risk, level: 2, on: 2024-11-22}]}\n"
        "- {id: ben, name: Ben, job_title: Nurse, unit: north, hours_per_week: 30, skills: [{skill: Risk assessment, level: 2}]}\n"
        "- {id: cat, name: Cat, skills: [{skill: risk, level: 2, on: 2026-01-01}]}\n"
        "- {id: dan, name: Dan}\n"
        "- {id: eve, name: Eve, skills: [{skill: risk, level: 3}]}\n"
        "- {id: fay, name: Fay, left: 2026-11-21, skills: [{skill: risk, level: 3}]}\n"
    ),
}


def answer(igreg: Igreg, write: Write, role: str = "siro", **more: str) -> tuple[int, Any]:
    ran = igreg("deputies", role, write(FILES | more), "--today", "2026-11-22", "--format", "json", "-q")
    return ran.code, json.loads(ran.out)


def test_who_has_all_of_it_is_free_and_in_no_conflict(igreg: Igreg, write: Write) -> None:
    code, found = answer(igreg, write)
    assert code == 0
    assert found["requires"] == {"skills": [{"skill": "risk assessment", "level": 2}], "courses": ["ig"]}
    assert [(one["staff"], one["hours_left"], one["deputises"]) for one in found["could"]] == [
        ("ann", None, True),
        ("ben", 20, False),
    ]


def test_who_lacks_one_thing_and_has_another_nearly_could(igreg: Igreg, write: Write) -> None:
    found = answer(igreg, write)[1]
    assert [(one["staff"], one["missing"]) for one in found["nearly"]] == [("cat", [{"course": "ig"}])]


@pytest.mark.parametrize(
    ("skill", "missing"),
    [
        pytest.param("{skill: risk, level: 1}", (1, False), id="not at the level"),
        pytest.param("{skill: risk, level: 2, on: 2024-11-21}", (2, True), id="shown too long ago"),
    ],
)
def test_a_skill_that_does_not_do(igreg: Igreg, write: Write, skill: str, missing: tuple[int, bool]) -> None:
    staff = FILES["staff.yaml"].replace("{skill: Risk assessment, level: 2}", skill)
    found = answer(igreg, write, **{"staff.yaml": staff})[1]
    assert [one["staff"] for one in found["could"]] == ["ann"]
    (ben,) = [one for one in found["nearly"] if one["staff"] == "ben"]
    has, lapsed = missing
    assert ben["missing"] == [
        {"skill": "risk assessment", "level": 2, "has": has, "lapsed": lapsed, "courses": ["risk-day"]}
    ]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(("hours_per_week: 30", "hours_per_week: 10"), id="no hours left"),
        pytest.param(("name: Ben,", "name: Ben, absences: [{from: 2026-11-22, until: 2026-11-22}],"), id="away"),
        pytest.param(("name: Ben,", "name: Ben, started: 2026-11-23,"), id="not here yet"),
    ],
)
def test_who_is_not_free_is_not_named(igreg: Igreg, write: Write, change: tuple[str, str]) -> None:
    found = answer(igreg, write, **{"staff.yaml": FILES["staff.yaml"].replace(*change)})[1]
    assert "ben" not in {one["staff"] for one in [*found["could"], *found["nearly"]]}


def test_nobody_is_1(igreg: Igreg, write: Write) -> None:
    ran = igreg("deputies", "siro", write(FILES | {"staff.yaml": "- {id: hal, name: Hal}\n"}), "--today", "2026-11-22")
    assert ran.code == 1
    assert "Nobody has all of it" in ran.out


def test_a_word_that_is_no_role(igreg: Igreg, write: Write) -> None:
    ran = igreg("deputies", "sirro", write(FILES))
    assert (ran.code, ran.err) == (2, "igreg: ROLE: no role is called 'sirro'\nhelp: did you mean 'siro'?\n")
    assert igreg("deputies", "siro", write(FILES), "--format", "xml").code == 2


def test_what_could_not_be_read_is_said(igreg: Igreg, write: Write) -> None:
    ran = igreg("deputies", "siro", write(FILES | {"assets.yaml": "- {id: a\n"}), "--format", "json")
    assert json.loads(ran.out)["incomplete"] == ["register/assets.yaml"]
    assert "could not be read in full" in ran.err
