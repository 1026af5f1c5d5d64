"""Every id of a register, also where it is there twice."""

from __future__ import annotations

import pytest

from igreg.model.base import Record
from igreg.model.kinds.groups import Group
from igreg.model.kinds.risks import Risk
from igreg.model.kinds.roles import Role
from igreg.register.ids import index
from igreg.register.register import Register
from tests.analysis.registers import register

RISK = "- {id: r, title: R, actions: [{id: act, what: W}, {what: no id}]}"


def _told(made: Register) -> list[tuple[str, str, str]]:
    return [(repeat.id, repeat.first.kind, repeat.later.kind) for repeat in made.repeats]


def test_ids_of_records_and_of_what_stands_in_them() -> None:
    made = register(risks=RISK, audits="- {id: a, title: A, findings: [{id: f, what: F, action: {id: g, what: G}}]}")
    assert dict(made.kind_of) == {"r": "risks", "act": "actions", "a": "audits", "f": "findings", "g": "actions"}
    assert dict(made.inner_paths) == {
        "act": ("actions", 0, "id"),
        "f": ("findings", 0, "id"),
        "g": ("findings", 0, "action", "id"),
    }
    assert made.by_id["act"] is made.by_id["r"]
    assert made.repeats == []


def test_the_first_in_the_order_of_files_and_lines_has_the_id() -> None:
    made = register(groups="- {id: x, title: G}", roles="- {id: y, title: Y}\n- {id: x, title: R}\n- {id: x, title: S}")
    assert made.kind_of["x"] == "groups"
    assert _told(made) == [("x", "groups", "roles"), ("x", "groups", "roles")]
    assert made.kinds_of == {"x": frozenset({"groups", "roles"})}


def test_either_record_of_an_id_is_found_by_its_kind() -> None:
    made = register(groups="- {id: x, title: G}", roles="- {id: x, title: R}")
    group, role = made.get(Group, "x"), made.get(Role, "x")
    assert group is not None and role is not None
    assert (group.title, role.title) == ("G", "R")
    assert made.get(Role, "y") is made.get(Role, None) is None


def test_a_record_and_an_action_of_one_id() -> None:
    made = register(risks=RISK, roles="- {id: act, title: R}")
    assert _told(made) == [("act", "actions", "roles")]  # risks.yaml stands before roles.yaml
    assert made.inner_paths == {"act": ("actions", 0, "id")}


def test_a_record_comes_before_what_stands_in_it() -> None:
    made = register(risks="- {id: r, title: R, actions: [{id: r, what: W}, {id: b, what: B}, {id: b, what: B}]}")
    assert _told(made) == [("r", "risks", "actions"), ("b", "actions", "actions")]
    assert made.inner_paths == {"b": ("actions", 1, "id")}
    assert made.repeats[1].later.path == ("actions", 2, "id")


def test_what_stands_in_a_record_comes_before_a_record_of_a_later_line() -> None:
    made = register(risks="- {id: r, title: R, actions: [{id: x, what: W}]}\n- {id: x, title: X}\n")
    assert _told(made) == [("x", "actions", "risks")]
    made = register(risks="- {id: x, title: X}\n- {id: r, title: R, actions: [{id: x, what: W}]}\n")
    assert _told(made) == [("x", "risks", "actions")]


def test_a_record_is_not_found_by_the_id_of_what_stands_in_it_where_another_has_that() -> None:
    made = register(groups="- {id: act, title: G}", risks=RISK)
    assert made.get(Risk, "act") is None
    group = made.get(Group, "act")
    assert group is not None and group.title == "G"


def test_a_record_without_an_id_is_under_none() -> None:
    made = register(roles="- {title: R}\n- {id: a, title: A}", policies="- {title: P}")
    assert ({*made.by_id}, {*made.kind_of}, made.repeats) == ({"a"}, {"a"}, [])
    assert made.get(Role, None) is None


def test_titles_for_messages() -> None:
    made = register(roles="- {id: a, title: A}\n- {id: b}", staff="- {id: c, name: C}")
    assert [made.title(id) for id in ("a", "b", "c", "d", None)] == ["A", "b", "C", "d", "nobody"]


@pytest.mark.parametrize(
    ("roles", "ids", "one_by_one"),
    [
        pytest.param("- {id: a, title: A}\n- {id: b, title: B}", ["x", "y", "a", "b"], [], id="each has its own"),
        pytest.param("- {id: a, title: A}\n- {title: B}", ["x", "y", "a"], ["A", "B"], id="one is missing"),
        pytest.param("- {id: a, title: A}\n- {id: a, title: B}", ["x", "y", "a"], ["A", "B"], id="twice"),
        pytest.param("- {id: a, title: A}\n- {id: x, title: B}", ["x", "y", "a"], ["A", "B"], id="twice in two kinds"),
        pytest.param("", ["x", "y"], [], id="no records"),
    ],
)
def test_records_are_looked_at_one_by_one_only_where_it_takes_that(
    roles: str, ids: list[str], one_by_one: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = register(groups="- {id: x, title: X}\n- {id: y, title: Y}", roles=roles)
    asked, identity = list[str](), Record.identity.fget  # type: ignore[attr-defined]
    monkeypatch.setattr(Record, "identity", property(lambda one: asked.append(one.title) or identity(one)))
    found = index({kind: made.kinds[kind] for kind in ("groups", "roles")})
    assert (list(found.by_id), asked) == (ids, one_by_one)
