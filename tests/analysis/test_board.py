"""Who is on the board, as a post, as a person, or one step below."""

from __future__ import annotations

import pytest

from igreg.analysis.board import Board
from igreg.analysis.tenure import Tenure
from igreg.model.kinds.roles import Role
from tests.analysis.registers import day, register

ROLES = """
- {id: chief, title: Chief, holders: [{staff: ann, from: 2020-01-01}]}
- {id: director, title: Director, level: board, accountable_to: chief}
- {id: member, title: Member, accountable_to: board, holders: [{staff: ben, from: 2020-01-01}]}
- {id: clerk, title: Clerk, accountable_to: member, holders: [{staff: ben, from: 2020-01-01}]}
- {id: porter, title: Porter, accountable_to: team, holders: [{staff: cat, from: 2020-01-01}]}
- {id: nurse, title: Nurse, holders: [{staff: dan, from: 2020-01-01}]}
"""


@pytest.mark.parametrize(
    ("role", "is_on", "by_another", "answers"),
    [
        ("chief", False, False, False),
        ("director", True, False, False),
        ("member", True, True, True),
        ("clerk", False, True, False),
        ("porter", False, True, False),
        ("nurse", False, False, False),
    ],
)
def test_who_is_on_it(role: str, is_on: bool, by_another: bool, answers: bool) -> None:
    made = register(
        organisation="{name: E, type: other, top: board}",
        roles=ROLES,
        groups="- {id: board, name: Board, members: [member, cat]}\n- {id: team, name: Team, accountable_to: board, members: [nurse]}",
        staff="\n".join(f"- {{id: {id}, name: {id}}}" for id in ("ann", "ben", "cat", "dan")),
    )
    board = Board(Tenure(made, day("2026-11-22")))
    one = made.get(Role, role)
    assert one is not None
    assert (board.has(one), board.has_a_holder_of(one), board.is_answered_to_by(one)) == (is_on, by_another, answers)


def test_a_role_at_the_top_is_on_it_and_is_answered_to() -> None:
    made = register(organisation="{name: E, type: other, top: chief}", roles=ROLES)
    board = Board(Tenure(made, day("2026-11-22")))
    roles = made.of(Role)
    assert [role.id for role in roles if board.has(role)] == ["chief", "director"]
    assert [role.id for role in roles if board.is_answered_to_by(role)] == ["director"]
