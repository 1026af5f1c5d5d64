"""Whom flows reach, and who is heard."""

from __future__ import annotations

import pytest

from igreg.analysis.participation import Participation
from igreg.analysis.tenure import Tenure
from igreg.model.kinds.roles import Role
from tests.analysis.registers import day, register

CASES = [
    pytest.param("from: a, to: [b, b]", {"b"}, {"a"}, id="one way"),
    pytest.param("from: a, to: [b, c], two_way: true", {"a", "b", "c"}, {"a", "b", "c"}, id="both ways"),
    pytest.param("to: [b], two_way: true", {"b"}, {"b"}, id="nobody begins"),
    pytest.param("from: a", set(), {"a"}, id="nobody is told"),
    pytest.param(
        "from: all-staff, to: [b], two_way: true", {"all-staff", "b"}, {"all-staff", "b"}, id="all staff answer"
    ),
]


@pytest.mark.parametrize(("flow", "told", "telling"), CASES)
def test_who_is_told_and_who_tells(flow: str, told: set[str], telling: set[str]) -> None:
    found = Participation(Tenure(register(flows=f"- {{id: f, title: F, {flow}}}"), day("2026-11-22")))
    parties = ("a", "b", "c", "all-staff")
    assert {party for party in parties if found.is_told(party)} == told
    assert {party for party in parties if found.tells(party)} == telling


def test_a_role_takes_part_as_its_holder_and_in_groups() -> None:
    made = register(
        staff="- {id: ann, name: Ann}\n- {id: ben, name: Ben}",
        roles="- {id: r, title: R, holders: [{staff: ann}, {staff: ben, until: 2026-11-21}]}\n- {id: s, title: S}",
        groups="""
- {id: chaired, title: A, chair: r}
- {id: second, title: B, deputy_chair: r}
- {id: minuted, title: C, secretary: ann}
- {id: sat-in, title: D, members: [ann, s]}
- {id: other, title: E, members: [ben]}
""",
    )
    role = made.get(Role, "r")
    assert role is not None
    found = Participation(Tenure(made, day("2026-11-22"))).parties_of(role)
    assert found == {"r", "ann", "chaired", "second", "minuted", "sat-in"}
