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
- {id: beside, title: F, chair: s, co_chairs: [r]}
- {id: attended, title: G, attendees: [r, ann]}
- {id: other, title: E, members: [ben]}
""",
    )
    role = made.get(Role, "r")
    assert role is not None
    found = Participation(Tenure(made, day("2026-11-22"))).parties_of(role)
    assert found == {"r", "ann", "chaired", "second", "minuted", "sat-in", "beside"}


@pytest.mark.parametrize(
    ("flow", "told"),
    [
        pytest.param("from: r, to: [all-staff]", True, id="by name"),
        pytest.param("from: r, to: [a, b]", True, id="units that hold everybody"),
        pytest.param("from: r, to: [a]}\n- {id: g, title: G, from: r, to: [b]", False, id="two flows do not add up"),
        pytest.param("from: all-staff, to: [r], two_way: true", True, id="an answer"),
        pytest.param("from: all-staff, to: [r]", False, id="no answer"),
    ],
)
def test_whether_all_staff_are_told(flow: str, told: bool) -> None:
    made = register(
        units="- {id: a, name: A}\n- {id: b, name: B}",
        staff="- {id: ann, name: Ann, unit: a}\n- {id: ben, name: Ben, unit: b}",
        flows=f"- {{id: f, title: F, {flow}}}",
    )
    assert Participation(Tenure(made, day("2026-11-22"))).are_all_told() is told
