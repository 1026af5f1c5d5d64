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


def test_who_works_in_each_unit() -> None:
    assert Audiences(Tenure(MADE, day("2026-11-22"))).by_unit == {"top": ["ann"], "below": ["ben"]}
    assert Audiences(Tenure(MADE, day("2026-11-21"))).by_unit == {"top": ["ann"], "below": ["ben", "cat"]}


LENT = register(
    staff="""
- {id: ann, name: Ann, unit: top}
- {id: ben, name: Ben, unit: below}
- {id: dpo, name: Lent, employer: icb}
- {id: nurse, name: Nurse, unit: other, employer: icb, worker: agency}
- {id: gone, name: Gone, left: 2026-11-21}
- {id: away, name: Away, unit: other, long_absence: true, no_personal_data: true}
""",
    roles="- {id: r, title: R, holders: [{staff: dpo}, {staff: ann}]}",
    units="- {id: top, name: Top}\n- {id: below, name: Below, parent: top}\n- {id: other, name: Other}",
    groups="- {id: g, title: G, co_chairs: [r], attendees: [nurse]}",
    bodies="- {id: icb, name: ICB}",
)


@pytest.mark.parametrize(
    ("party", "people", "counted"),
    [
        pytest.param("all-staff", "ann away ben nurse", "ann ben nurse", id="all staff"),
        pytest.param("dpo", "", "", id="somebody whom another body lends"),
        pytest.param("r", "ann", "ann", id="nor as the holder of a role"),
        pytest.param("other", "away nurse", "nurse", id="an agency nurse is ours"),
        pytest.param("g", "ann", "ann", id="who only attends is not in a group, who chairs beside the chair is"),
    ],
)
def test_who_is_ours_and_counts(party: str, people: str, counted: str) -> None:
    audiences = Audiences(Tenure(LENT, day("2026-11-22")))
    assert " ".join(sorted(audiences.of(party))) == people
    assert " ".join(sorted(audiences.counted([party]))) == counted


@pytest.mark.parametrize(
    ("parties", "all_staff"),
    [
        pytest.param(["all-staff"], True, id="by name"),
        pytest.param(["top", "other"], True, id="units with those below them"),
        pytest.param(["icb", "other", "top"], True, id="beside others"),
        pytest.param(["top"], False, id="some units"),
        pytest.param(["below", "other"], False, id="not those above"),
        pytest.param(["ann", "ben", "nurse", "away"], False, id="people are no units"),
        pytest.param([], False, id="nobody"),
    ],
)
def test_what_is_all_staff(parties: list[str], all_staff: bool) -> None:
    assert Audiences(Tenure(LENT, day("2026-11-22"))).are_all_staff(parties) is all_staff


def test_where_nobody_is_employed_units_are_not_all_staff() -> None:
    made = register(units="- {id: a, name: A}", staff="- {id: ann, name: Ann, unit: a, left: 2026-11-21}")
    assert not Audiences(Tenure(made, day("2026-11-22"))).are_all_staff(["a"])


def test_somebody_of_no_unit_is_in_no_unit() -> None:
    made = register(units="- {id: a, name: A}", staff="- {id: ann, name: Ann, unit: a}\n- {id: ben, name: Ben}")
    assert not Audiences(Tenure(made, day("2026-11-22"))).are_all_staff(["a"])
