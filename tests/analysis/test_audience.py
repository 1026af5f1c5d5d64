"""Whom a party means on a day."""

from __future__ import annotations

import pytest

from igreg.analysis.audience import Audiences
from igreg.analysis.tenure import Tenure
from tests.analysis.registers import day, register

MADE = register(
    staff="""
- {id: ann, name: Ann, unit: top}
- {id: ben, name: Ben, unit: below}
- {id: cat, name: Cat, unit: below, left: 2026-11-21}
- {id: dan, name: Dan}
""",
    roles="""
- {id: r, title: R, holders: [{staff: ann}, {staff: ben, as: deputy}, {staff: cat}]}
- {id: s, title: S}
""",
    units="""
- {id: top, title: Top}
- {id: middle, title: Middle, parent: top}
- {id: below, title: Below, parent: middle}
- {id: ring, title: Ring, parent: ring}
""",
    groups="- {id: g, title: G, chair: r, deputy_chair: s, secretary: dan, members: [cat, unheard-of]}",
    bodies="- {id: ico, name: ICO}",
)
CASES = [
    pytest.param("all-staff", "ann ben dan", id="everybody employed"),
    pytest.param("ann", "ann", id="a person"),
    pytest.param("cat", "", id="a person who has left"),
    pytest.param("r", "ann ben", id="a role: holders and deputies who are employed"),
    pytest.param("s", "", id="a vacant role"),
    pytest.param("top", "ann ben", id="a unit with those below it"),
    pytest.param("below", "ben", id="the lowest unit"),
    pytest.param("ring", "", id="a unit below itself"),
    pytest.param("g", "ann ben dan", id="a group: its people, and those of its roles"),
    pytest.param("ico", "", id="a body"),
    pytest.param("service-users", "", id="an audience outside"),
    pytest.param("unheard-of", "", id="an unknown id"),
]


@pytest.mark.parametrize(("party", "people"), CASES)
def test_people(party: str, people: str) -> None:
    assert " ".join(sorted(Audiences(Tenure(MADE, day("2026-11-22"))).of(party))) == people


def test_several_parties_and_units_below() -> None:
    audiences = Audiences(Tenure(MADE, day("2026-11-22")))
    assert audiences.people(["dan", "below", "ico"]) == {"dan", "ben"}
    assert audiences.people([]) == set()
    assert audiences.below("top") == {"top", "middle", "below"}
