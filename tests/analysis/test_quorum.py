"""How many could come to a meeting, and whether that is enough."""

from __future__ import annotations

import pytest

from igreg.analysis.quorum import reach
from igreg.analysis.tenure import Tenure
from igreg.model.kinds.groups import Group
from tests.analysis.registers import day, register

ROLES = """
- {id: chief, title: Chief, holders: [{staff: ann, from: 2020-01-01}, {staff: ben, from: 2020-01-01, as: deputy}]}
- {id: siro, title: SIRO, holders: [{staff: cat, from: 2020-01-01}]}
- {id: vacant, title: Vacant}
- {id: empty, title: Empty}
"""
STAFF = "- {id: ann, name: A}\n- {id: ben, name: B}\n- {id: cat, name: C}\n- {id: dan, name: D, left: 2026-11-21}\n- {id: eve, name: E}"


@pytest.mark.parametrize(
    ("group", "found"),
    [
        pytest.param("members: [chief, siro], quorum: 2", (2, True, ()), id="just enough"),
        pytest.param("members: [chief, siro], quorum: 3", (2, False, ()), id="one too few"),
        pytest.param("members: [chief, siro]", (2, True, ()), id="no number is asked for"),
        pytest.param("members: [chief, vacant]", (1, True, ()), id="nobody comes for a vacant post"),
        pytest.param("members: [dan, eve]", (1, True, ()), id="nor who has left"),
        pytest.param("members: [siro], elected: [{seat: Public}], quorum: 2", (2, True, ()), id="an elected seat counts"),
        pytest.param("members: [siro], quorum_all: [siro]", (1, True, ()), id="who must be there can be"),
        pytest.param("members: [siro, vacant], quorum_all: [vacant, siro]", (1, False, ("vacant",)), id="who must be there cannot be"),
        pytest.param("members: [siro, vacant], quorum_roles: [vacant, siro]", (1, True, ()), id="one of several can be"),
        pytest.param("members: [siro, vacant], quorum_roles: [vacant, empty]", (1, False, ("vacant", "empty")), id="none of several can be"),
        pytest.param("members: [siro, vacant], quorum_all: [vacant], quorum_roles: [vacant, empty]", (1, False, ("vacant", "empty")), id="each once"),
        pytest.param("members: [siro, vacant], chair: vacant, co_chairs: [siro], quorum_all: [vacant]", (1, True, ()), id="a co-chair for the chair"),
        pytest.param("members: [siro, vacant], chair: siro, co_chairs: [chief], quorum_all: [vacant]", (2, False, ("vacant",)), id="and for nobody else"),
    ],
)  # fmt: skip
def test_how_many_could_come(group: str, found: tuple[int, bool, tuple[str, ...]]) -> None:
    made = register(roles=ROLES, staff=STAFF, groups=f"- {{id: g, name: G, {group}}}")
    told = reach(Tenure(made, day("2026-11-22")), made.of(Group)[0])
    assert told is not None and (told.people, told.enough, told.missing) == found


@pytest.mark.parametrize(
    "group", ["quorum: 2", "members: [siro], end: 2026-11-21", "members: [siro], start: 2026-11-23"]
)
def test_of_a_group_without_members_or_that_is_not_there_nothing_is_said(group: str) -> None:
    made = register(roles=ROLES, staff=STAFF, groups=f"- {{id: g, name: G, {group}}}")
    assert reach(Tenure(made, day("2026-11-22")), made.of(Group)[0]) is None
