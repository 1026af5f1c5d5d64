"""Who held something on a day, with the line above them, what was not there, and what may be hidden."""

from __future__ import annotations

import pytest

from igreg.analysis.subject import Subject
from igreg.analysis.tenure import Tenure
from igreg.analysis.who_held import WhoHeld, absence_of, hides, line_above, people_of, who_held
from tests.analysis.registers import day, register

ROLES = """
- {id: chief, title: Chief, accountable_to: board, holders: [{staff: ann, from: 2020-01-01}]}
- {id: past, title: Past, areas: [risk], accountable_to: chief, end: 2026-11-21}
- {id: siro, title: SIRO, function: siro, areas: [risk], accountable_to: past, holders: [{staff: dep, from: 2020-01-01, as: deputy}, {staff: ben, from: 2020-01-01, until: 2026-11-22}]}
- {id: clerk, title: Clerk, areas: [access], accountable_to: siro, holders: [{staff: dep, from: 2020-01-01, as: deputy}, {staff: ben, from: 2026-11-22}]}
"""
STAFF = """
- {id: ann, name: A, absences: [{from: 2026-11-01, until: 2026-11-22, cover: ben}]}
- {id: ben, name: B}
- {id: dep, name: D}
"""
FILES = {"roles": ROLES, "staff": STAFF, "groups": "- {id: board, name: Board, chair: chief}"}


def asked(sort: str, id: str, on: str = "2026-11-22") -> WhoHeld:
    return who_held(register(**FILES), Subject(sort, id), day(on))


@pytest.mark.parametrize(
    ("sort", "id", "on", "roles", "gone"),
    [
        ("role", "siro", "2026-11-22", {"siro": "ben dep"}, []),
        ("role", "siro", "2026-11-23", {"siro": "dep"}, []),
        ("function", "siro", "2026-11-22", {"siro": "ben dep"}, []),
        ("function", "dpo", "2026-11-22", {}, []),
        ("area", "risk", "2026-11-22", {"siro": "ben dep"}, ["past"]),
        ("area", "risk", "2026-11-21", {"past": "", "siro": "ben dep"}, []),
        ("person", "ben", "2026-11-22", {"siro": "ben", "clerk": "ben"}, []),
        ("person", "ben", "2026-11-21", {"siro": "ben"}, []),
        ("person", "dep", "2026-11-22", {"siro": "dep", "clerk": "dep"}, []),
        ("person", "nobody", "2026-11-22", {}, []),
    ],
)
def test_who_it_was(sort: str, id: str, on: str, roles: dict[str, str], gone: list[str]) -> None:
    found = asked(sort, id, on)
    assert {one.role.id: " ".join(held.holder.staff or "" for held in one.people) for one in found.roles} == roles
    assert [role.id for role in found.gone] == gone


@pytest.mark.parametrize(
    ("sort", "id", "on", "held"),
    [
        ("role", "siro", "2026-11-22", True),
        ("role", "siro", "2026-11-23", False),
        ("person", "dep", "2026-11-22", False),
        ("area", "risk", "2026-11-22", True),
        ("role", "past", "2026-11-22", False),
    ],
)
def test_a_deputy_alone_does_not_hold_it(sort: str, id: str, on: str, held: bool) -> None:
    assert asked(sort, id, on).held is held


@pytest.mark.parametrize(
    ("sort", "id", "on", "covers"),
    [("person", "ben", "2026-11-22", ["ann"]), ("person", "ben", "2026-11-23", []), ("person", "dep", "2026-11-22", []), ("role", "siro", "2026-11-22", [])],
)  # fmt: skip
def test_for_whom_they_stood_in(sort: str, id: str, on: str, covers: list[str]) -> None:
    assert [person.id for person, _ in asked(sort, id, on).covers] == covers


def test_the_line_above_steps_over_what_was_not_there() -> None:
    tenure = Tenure(register(**FILES), day("2026-11-22"))
    assert line_above(tenure, "clerk") == ["siro", "chief", "board"]
    assert line_above(Tenure(tenure.register, day("2026-11-21")), "clerk") == ["siro", "past", "chief", "board"]
    assert line_above(tenure, None) == []
    (found,) = asked("role", "siro").roles
    assert found.line == ("chief", "board")


def test_who_is_meant_by_a_role_and_by_a_group() -> None:
    tenure = Tenure(register(**FILES), day("2026-11-22"))
    assert [people_of(tenure, id) for id in ("siro", "board", "nobody")] == [["ben"], ["ann"], []]


@pytest.mark.parametrize(
    ("file", "kinds", "hidden"),
    [
        ("roles", ("roles", "staff"), True),
        ("staff", ("roles", "staff"), True),
        ("courses", ("roles", "staff"), False),
        ("rolls", ("roles",), True),
        ("cources", ("roles",), False),
        ("zzzzzz", ("roles",), True),
    ],
)
def test_a_file_that_cannot_be_read_may_hide_somebody(file: str, kinds: tuple[str, ...], hidden: bool) -> None:
    made = register(**{file: "- {id: ["})
    assert hides(made, kinds) == ((f"register/{file}.yaml",) if hidden else ())
    if kinds == ("roles", "staff"):
        assert who_held(made, Subject("role", "x"), day("2026-11-22")).is_certain is not hidden


@pytest.mark.parametrize(("on", "is_away", "covers"), [("2026-11-10", True, ["ann"]), ("2026-11-11", False, [])])
def test_whoever_has_left_is_not_away_besides(on: str, is_away: bool, covers: list[str]) -> None:
    staff = STAFF.replace("name: A,", "name: A, left: 2026-11-10,")
    found = who_held(register(**{**FILES, "staff": staff}), Subject("person", "ben"), day(on))
    assert (absence_of(found.tenure, "ann") is not None) is is_away
    assert [person.id for person, _ in found.covers] == covers
