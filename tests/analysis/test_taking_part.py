"""Who took part in what between two days."""

from __future__ import annotations

import pytest

from igreg.analysis.taking_part import held_between, is_of_those_we_serve, people_in, planned_after, seats_outside
from igreg.model.kinds.engagements import Engagement
from igreg.model.kinds.groups import Group
from tests.analysis.registers import day, register

ENGAGEMENTS = """
- {id: E-2, title: B, date: 2026-11-02, with: [carers], people: 2}
- {id: E-1, title: A, date: 2026-11-01, with: [carers]}
- {id: E-3, title: C, date: 2026-11-03, with: [carers], people: 3}
- {id: E-4, title: D, with: [carers]}
"""


def test_between_days_and_after() -> None:
    found = register(engagements=ENGAGEMENTS)
    held = held_between(found, day("2026-11-01"), day("2026-11-02"))
    assert [one.id for one in held] == ["E-1", "E-2"] and people_in(held) == (2, 1)
    assert [one.id for one in planned_after(found, day("2026-11-02"))] == ["E-3"]


@pytest.mark.parametrize(
    ("with_", "theirs"),
    [("[carers]", True), ("[public]", True), ("[all-staff]", False), ("[acme]", False), ("[our forum]", True)],
)
def test_of_those_we_serve(with_: str, theirs: bool) -> None:
    found = register(
        bodies="- {id: acme, name: Acme}", engagements=f"- {{id: E, title: E, date: 2026-01-01, with: {with_}}}"
    )
    assert is_of_those_we_serve(found, found.of(Engagement)[0]) is theirs


def test_seats_outside() -> None:
    found = register(
        bodies="- {id: acme, name: Acme}",
        groups="- {id: g, title: G, members: [acme, role], elected: [{seat: A, by: carers}, {seat: B, by: acme}, {seat: C}]}",
    )
    assert seats_outside(found, found.of(Group)[0]) == ("carers", "acme")
