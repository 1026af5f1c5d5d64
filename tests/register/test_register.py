"""The register as one value: what a record is called, how many there are, what could not be read, and its areas."""

from __future__ import annotations

import pytest

from igreg.model.kinds.risks import Risk
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import StaffMember
from igreg.register.read import read
from igreg.register.register import Register
from igreg.register.sources import Sources
from tests.analysis.registers import register

MADE = register(
    organisation="{name: E, type: other, areas: [{id: archives, title: The archives}, {id: caldicott, title: Ours}, {id: x}]}",
    staff="- {id: ann, name: Ann Pike}\n- {id: ben}\n- {name: Nobody}\n",
    roles="- {id: siro, title: SIRO}\n- {id: bare}\n",
    risks="- {id: R, title: Fire, owner: siro, actions: [{id: ACT, what: W}], review: {every: 1 year}}\n- {id: S, title: T}\n",
    training_records="- {staff: ann, course: c, completed: 2026-01-01}\n- {staff: ben, course: c, completed: 2026-01-01}\n",
)


@pytest.mark.parametrize(
    ("id", "title"),
    [
        ("ann", "Ann Pike"),
        ("ben", "ben"),
        ("siro", "SIRO"),
        ("bare", "bare"),
        ("R", "Fire"),
        ("ACT", "Fire"),
        ("zed", "zed"),
        ("", "nobody"),
        (None, "nobody"),
    ],
)
def test_what_it_is_called(id: str | None, title: str) -> None:
    assert MADE.title(id) == title
    assert MADE.plain_title(id) == title


def test_a_record_by_its_id_and_kind() -> None:
    siro = MADE.get(Role, "siro")
    assert siro is not None and siro.title == "SIRO"
    assert MADE.get(StaffMember, "siro") is None
    assert MADE.get(Role, "ACT") is None
    assert MADE.get(Role, "zed") is MADE.get(Role, "") is MADE.get(Role, None) is None


def test_of_two_that_have_an_id_each_is_found_by_its_kind() -> None:
    made = register(
        risks="- {id: x, title: A risk}\n- {id: y, title: Y}\n", roles="- {id: x, title: A role}\n- {id: y, title: Z}\n"
    )
    assert [(made.get(Risk, id), made.get(Role, id)) for id in "xy"] == [
        (made.of(Risk)[number], made.of(Role)[number]) for number in (0, 1)
    ]
    assert made.get(StaffMember, "x") is None


def test_how_many_there_are() -> None:
    assert MADE.count() == 1 + 3 + 2 + 2 + 2
    assert register().count() == 1
    assert read(Sources({}, root="register")).count() == 0


def test_which_have_a_review() -> None:
    assert [record.identity for record in MADE.reviewed] == ["R"]


def test_areas_are_the_six_and_its_own() -> None:
    areas = MADE.areas
    assert list(areas)[-2:] == ["archives", "x"]
    assert (areas["archives"], areas["x"], areas["caldicott"]) == ("The archives", "x", "Ours")
    assert (areas["governance"], areas["data-protection"]) == ("information governance", "data protection")
    assert register().areas["caldicott"] == "Caldicott"


def test_records_of_each_file_in_the_order_of_lines() -> None:
    assert [record.identity for record in MADE.by_file["register/risks.yaml"]] == ["R", "S"]
    assert MADE.by_file.get("register/policies.yaml") is None


@pytest.mark.parametrize(
    ("texts", "names", "unread"),
    [
        pytest.param({}, (), (), id="all is read"),
        pytest.param({"roles.yaml": "- {id: a\n"}, (), ("register/roles.yaml",), id="a broken file"),
        pytest.param({"roles.yaml": "- {id: a}\n"}, (), (), id="a record that lacks a field is read"),
        pytest.param({}, ("roles.yaml.txt",), ("register/roles.yaml.txt",), id="a kind in a file of another name"),
        pytest.param({"roles.yaml": ""}, ("roles.yaml.txt",), (), id="of which there is another file"),
    ],
)
def test_what_could_not_be_read(texts: dict[str, str], names: tuple[str, ...], unread: tuple[str, ...]) -> None:
    whole = {"register/organisation.yaml": "{name: E, type: other}\n"} | {f"register/{n}": t for n, t in texts.items()}
    made = read(Sources(whole, root="register", names=tuple(f"register/{name}" for name in names)))
    assert made.unread == unread


def numbers(texts: dict[str, str], garbled: dict[str, str]) -> dict[str, list[str]]:
    made: Register = read(Sources(texts, root="register", garbled=garbled))
    return {file: [one.shown for one in found] for file, found in made.private_numbers.items()}


def test_numbers_of_people_by_file() -> None:
    texts = {"register/a.yaml": "x: 943 476 5919\n", "register/b.yaml": "x: 1234567890\n", "register/c.yaml": "x: 1\n"}
    assert numbers(texts, {}) == {"register/a.yaml": ["94......"]}
    assert numbers({}, {"register/d.yaml": "\ufffd AB123456C 9434765919"}) == {
        "register/d.yaml": ["AB......", "94......"]
    }
