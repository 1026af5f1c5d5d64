"""The line above a role, where it ends, and who stands up for a role that nobody holds."""

from __future__ import annotations

import random
from types import SimpleNamespace
from typing import Any

import pytest

from igreg.analysis.accountability import (
    above,
    all_lines,
    is_at_the_top,
    is_broken,
    is_ring,
    line_ends,
    line_of_day,
    next_in_line,
)
from igreg.analysis.tenure import Tenure
from tests.analysis.registers import day, register

DAY = day("2026-11-22")
HELD = "holders: [{staff: ann, from: 2020-01-01}]"
LINES = register(
    roles=f"""
- {{id: low, title: Low, accountable_to: middle}}
- {{id: middle, title: Middle, accountable_to: board}}
- {{id: chair, title: Chair, level: board, {HELD}}}
- {{id: a, title: A, accountable_to: b}}
- {{id: b, title: B, accountable_to: a}}
- {{id: self, title: Self, accountable_to: self}}
- {{id: lost, title: Lost, accountable_to: nowhere}}
- {{id: odd, title: Odd, accountable_to: ann}}
""",
    groups="- {id: board, title: Board, chair: chair}\n- {id: team, title: Team, chair: low}\n- {id: none, title: None}",
    staff="- {id: ann, name: Ann}",
    organisation="name: Example\ntype: other\ntop: middle\n",
)


@pytest.mark.parametrize(
    ("id", "line", "broken", "ring"),
    [
        pytest.param("low", ["middle", "board"], False, False, id="up to a group"),
        pytest.param("board", [], False, False, id="nobody above"),
        pytest.param("a", ["b"], False, True, id="a ring ends before it begins again"),
        pytest.param("self", [], False, False, id="nobody stands above itself"),
        pytest.param("lost", ["nowhere"], True, False, id="an id that nothing has"),
        pytest.param("odd", ["ann"], True, False, id="a person is no post"),
        pytest.param("nowhere", [], False, False, id="of an unknown id"),
        pytest.param(None, [], False, False, id="of nothing"),
    ],
)
def test_the_line_above(id: str | None, line: list[str], broken: bool, ring: bool) -> None:
    assert above(LINES, id) == line
    assert is_broken(LINES, line) is broken
    assert is_ring(LINES, line) is ring


@pytest.mark.parametrize(
    ("id", "top"),
    [
        pytest.param("middle", True, id="the top that is named"),
        pytest.param("chair", True, id="a board-level role"),
        pytest.param("low", False, id="another role"),
        pytest.param("board", True, id="a group that a board-level role chairs"),
        pytest.param("team", False, id="a group that another role chairs"),
        pytest.param("none", False, id="a group without a chair"),
        pytest.param("nowhere", False, id="an unknown id"),
    ],
)
def test_the_top(id: str, top: bool) -> None:
    assert is_at_the_top(Tenure(LINES, DAY), id) is top


UP = [
    pytest.param("- {id: r, title: R}", None, id="nobody above"),
    pytest.param(f"- {{id: r, title: R, accountable_to: s}}\n- {{id: s, title: S, {HELD}}}", "s", id="the one above"),
    pytest.param(
        f"- {{id: r, title: R, accountable_to: s}}\n- {{id: s, title: S, accountable_to: t}}\n- {{id: t, title: T, {HELD}}}",
        "t",
        id="beyond one that is vacant too",
    ),
    pytest.param(
        f"- {{id: r, title: R, accountable_to: g}}\n- {{id: s, title: S, {HELD}}}", "s", id="the chair of a group above"
    ),
    pytest.param(
        "- {id: r, title: R, accountable_to: g}\n- {id: s, title: S}", None, id="a chair that is vacant is no help"
    ),
    pytest.param(
        f"- {{id: r, title: R, accountable_to: g2}}\n- {{id: s, title: S, {HELD}}}\n- {{id: t, title: T, {HELD}}}",
        "t",
        id="a role on the line comes before the chair of a group on it",
    ),
    pytest.param(
        "- {id: r, title: R, accountable_to: s}\n- {id: s, title: S, holders: [{staff: ann, from: 2020-01-01, as: deputy}]}",
        None,
        id="a deputy does not hold",
    ),
]


@pytest.mark.parametrize(("roles", "found"), UP)
def test_a_vacant_role_goes_up(roles: str, found: str | None) -> None:
    groups = "- {id: g, title: G, chair: s}\n- {id: g2, title: G2, chair: s, accountable_to: t}"
    made = register(roles=roles, groups=groups, staff="- {id: ann, name: Ann}")
    assert next_in_line(Tenure(made, DAY), "r") == found


STAFF = [
    pytest.param("manager: ben", "- {id: ben, name: Ben}", "siro", id="what the manager holds"),
    pytest.param(
        "manager: cat",
        "- {id: cat, name: Cat, manager: ben}\n- {id: ben, name: Ben}",
        "siro",
        id="beyond one without a role",
    ),
    pytest.param("manager: ben", "- {id: ben, name: Ben, left: 2026-11-21}", None, id="a manager who has left"),
    pytest.param("manager: ben", "- {id: ben, name: Ben, left: 2026-11-22}", "siro", id="a manager on the last day"),
    pytest.param("notes: none", "- {id: ben, name: Ben}", None, id="no manager"),
    pytest.param("manager: cat", "- {id: cat, name: Cat, manager: ann}", None, id="a ring of managers"),
    pytest.param("manager: nobody", "- {id: ben, name: Ben}", None, id="a manager who is not in the register"),
]


@pytest.mark.parametrize(("ann", "others", "found"), STAFF)
def test_a_person_who_is_gone_goes_up(ann: str, others: str, found: str | None) -> None:
    made = register(
        staff=f"- {{id: ann, name: Ann, {ann}}}\n{others}",
        roles="- {id: siro, title: SIRO, holders: [{staff: ben, from: 2020-01-01}]}",
    )
    assert next_in_line(Tenure(made, DAY), "ann") == found


def by_chance(seed: int) -> str:
    """Some roles, each below another one, an unknown one or none; some are over."""
    chance = random.Random(seed)
    ids = [f"r{number}" for number in range(chance.randrange(2, 12))]
    above = {id: chance.choice([*ids, "nowhere", ""]) for id in ids}
    over = {id: ", end: 2026-01-01" if chance.random() < 0.2 else "" for id in ids[1:]}
    lines = {id: f"accountable_to: {upper}" if upper else f"title: {id}" for id, upper in above.items()}
    return "".join(f"- {{id: {id}, {lines[id]}{over.get(id, '')}}}\n" for id in ids)


@pytest.mark.parametrize("seed", range(60))
def test_where_lines_end_is_what_each_line_says(seed: int) -> None:
    tenure = Tenure(register(roles=by_chance(seed)), DAY)
    ids = [role.id for role in tenure.there.roles if role.id and role.id != "r0"]
    ends = line_ends(tenure, ids, "r0")
    for id in ids:
        line = line_of_day(tenure, id)
        if "r0" in line:
            assert ends[id] == "r0"
        elif is_ring(tenure.register, line) and line[-1] not in tenure.there.gone:
            assert ends[id] in {id, *line} and is_ring(tenure.register, [ends[id]])
        else:
            assert ends[id] == (line or [id])[-1]
    assert all_lines(tenure.register, ids) | set(ids) == {
        *ids,
        *(up for id in ids for up in above(tenure.register, id)),
    }


class Counted(dict[str, Any]):
    """Records by id, and how often one was looked up."""

    asked = 0

    def get(self, id: str | None, otherwise: Any = None) -> Any:
        """The record."""
        self.asked += 1
        return super().get(id or "", otherwise)


def test_a_long_line_is_gone_up_once() -> None:
    ids = [f"r{number}" for number in range(1_000)]
    posts = Counted((id, SimpleNamespace(accountable_to=upper)) for id, upper in zip(ids, [None, *ids], strict=False))
    tenure: Any = SimpleNamespace(register=SimpleNamespace(by_id=posts), there=SimpleNamespace(gone={}))
    assert set(line_ends(tenure, reversed(ids), "elsewhere").values()) == {"r0"}
    assert all_lines(tenure.register, ids) == set(ids[:-1])
    assert posts.asked < 4 * len(ids)
