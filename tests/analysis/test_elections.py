"""Seats that are elected, the group at the top, and ballots, each at the edges of its days."""

from __future__ import annotations

from fractions import Fraction

import pytest

from igreg.analysis.elections import ballots, seat_ends, top_group, turnout
from igreg.model.kinds.decisions import Ballot
from igreg.model.kinds.groups import ElectedSeat
from tests.analysis.registers import day, register

DECISIONS = "\n".join(
    f"- {{id: {id}, title: T, {fields}}}"
    for id, fields in {
        "early": "decided: 2025-01-01, ballot: {question: Q, entitled: 10, voted: 4}",
        "today": "decided: 2026-11-22, ballot: {question: Q}",
        "middle": "decided: 2026-01-01, ballot: {question: Q}",
        "ahead": "decided: 2026-11-23, ballot: {question: Q}",
        "no-day": "ballot: {question: Q}",
        "no-ballot": "decided: 2026-01-02",
    }.items()
)


def test_ballots_up_to_a_day_the_last_one_first() -> None:
    found = ballots(register(decisions=DECISIONS), day("2026-11-22"))
    assert [one.id for one in found] == ["today", "middle", "early"]


@pytest.mark.parametrize(
    ("fields", "share"),
    [
        ({"entitled": 10, "voted": 4}, Fraction(2, 5)),
        ({"entitled": 3, "voted": 0}, Fraction(0)),
        ({"entitled": 0, "voted": 0}, None),
        ({"entitled": 10}, None),
        ({"voted": 4}, None),
    ],
)
def test_who_voted_of_those_entitled(fields: dict[str, int], share: Fraction | None) -> None:
    assert turnout(Ballot.model_validate(fields)) == share


@pytest.mark.parametrize(
    ("fields", "end"),
    [
        ({"term": "3 years", "last_election": "2024-02-29"}, "2027-02-28"),
        ({"term": "3 years"}, None),
        ({"last_election": "2024-02-29"}, None),
    ],
)
def test_when_a_seat_ends(fields: dict[str, str], end: str | None) -> None:
    found = seat_ends(ElectedSeat.model_validate({"seat": "Public", **fields}))
    assert (found and found.isoformat()) == end


def test_the_group_at_the_top_where_a_group_is() -> None:
    for top, id in (("board", "board"), ("chief", None)):
        made = register(
            organisation=f"{{name: E, type: other, top: {top}}}",
            groups="- {id: board, name: Board}",
            roles="- {id: chief, title: Chief}",
        )
        found = top_group(made)
        assert (found and found.id) == id
