"""Who stands in when the one person who fills a role is away."""

from __future__ import annotations

import pytest

from igreg.analysis.standing_in import hangs_on_one, sole_holder, stand_ins, uncovered_absence
from igreg.analysis.tenure import Tenure
from igreg.model.kinds.roles import Role
from tests.analysis.registers import day, register

ONE = "{staff: ann, from: 2020-01-01}"
AWAY = "absences: [{from: 2026-11-01, until: 2026-11-30}]"
COVERED = "absences: [{from: 2026-11-01, until: 2026-11-30, cover: ben}]"
CASES = [
    pytest.param("", AWAY, None, None, id="vacant"),
    pytest.param(ONE, "notes: here", "ann", None, id="not away"),
    pytest.param(ONE, AWAY, "ann", "ann", id="away, and nobody stands in"),
    pytest.param(ONE, COVERED, "ann", None, id="away with a cover"),
    pytest.param(f"{ONE}, {ONE}", AWAY, "ann", "ann", id="twice in the list is one person"),
    pytest.param(f"{ONE}, {{staff: ben, from: 2020-01-01}}", AWAY, None, None, id="two share the role"),
    pytest.param(f"{ONE}, {{staff: ben, from: 2020-01-01, as: deputy}}", AWAY, "ann", None, id="a deputy"),
    pytest.param(
        f"{ONE}, {{staff: ben, until: 2026-11-21, as: deputy}}", AWAY, "ann", "ann", id="a deputy until yesterday"
    ),
]
STAND_INS = [
    pytest.param(AWAY, "", [], id="nobody"),
    pytest.param(COVERED, "", ["ben"], id="the cover"),
    pytest.param(COVERED, "{staff: cat, as: deputy}, {staff: ben, as: deputy}", ["ben", "cat"], id="the cover first"),
    pytest.param(AWAY, "{staff: dan, as: deputy}", [], id="a deputy who has left"),
    pytest.param(AWAY, "{staff: eve, as: deputy}", [], id="a deputy who is away too"),
    pytest.param(COVERED, "{staff: cat}", [], id="two share the role"),
    pytest.param("notes: here", "{staff: cat, as: deputy}", [], id="the holder is there"),
]


@pytest.mark.parametrize(("ann", "others", "found"), STAND_INS)
def test_who_stands_in(ann: str, others: str, found: list[str]) -> None:
    made = register(
        staff=f"- {{id: ann, name: Ann, {ann}}}\n- {{id: ben, name: Ben}}\n- {{id: cat, name: Cat}}\n"
        f"- {{id: dan, name: Dan, left: 2026-11-21}}\n- {{id: eve, name: Eve, {AWAY}}}",
        roles=f"- {{id: r, title: R, holders: [{ONE}{', ' if others else ''}{others}]}}",
    )
    role = made.get(Role, "r")
    assert role is not None
    assert stand_ins(Tenure(made, day("2026-11-22")), role) == found


@pytest.mark.parametrize(
    ("ann", "others", "found"),
    [
        pytest.param("notes: here", "", True, id="one, and nobody else"),
        pytest.param("notes: here", "{staff: cat}", False, id="two share it"),
        pytest.param("notes: here", ONE, True, id="one person twice"),
        pytest.param("notes: here", "{staff: cat, as: acting}", False, id="somebody acts beside"),
        pytest.param("notes: here", "{staff: cat, as: deputy}", False, id="a deputy"),
        pytest.param("notes: here", "{staff: ann, as: deputy}", True, id="nobody deputises for themselves"),
        pytest.param("notes: here", "{staff: dan, as: deputy}", True, id="a deputy who has left"),
        pytest.param("notes: here", "{staff: eve, as: deputy}", False, id="a deputy who will be back"),
        pytest.param("notes: here", "{staff: who, as: deputy}", False, id="a deputy without a record"),
        pytest.param(AWAY, "", True, id="away and not covered"),
        pytest.param(COVERED, "", False, id="away and covered"),
    ],
)
def test_what_hangs_on_one_person(ann: str, others: str, found: bool) -> None:
    made = register(
        staff=f"- {{id: ann, name: Ann, {ann}}}\n- {{id: ben, name: Ben}}\n- {{id: cat, name: Cat}}\n"
        f"- {{id: dan, name: Dan, left: 2026-11-21}}\n- {{id: eve, name: Eve, {AWAY}}}",
        roles=f"- {{id: r, title: R, holders: [{ONE}{', ' if others else ''}{others}]}}\n- {{id: v, title: V}}",
    )
    role, vacant = made.get(Role, "r"), made.get(Role, "v")
    assert role is not None and vacant is not None
    tenure = Tenure(made, day("2026-11-22"))
    assert (hangs_on_one(tenure, role), hangs_on_one(tenure, vacant)) == (found, False)


@pytest.mark.parametrize(("holders", "ann", "sole", "uncovered"), CASES)
def test_standing_in(holders: str, ann: str, sole: str | None, uncovered: str | None) -> None:
    made = register(
        staff=f"- {{id: ann, name: Ann, {ann}}}\n- {{id: ben, name: Ben}}",
        roles=f"- {{id: r, title: R, holders: [{holders}]}}",
    )
    tenure, role = Tenure(made, day("2026-11-22")), made.get(Role, "r")
    assert role is not None
    alone, found = sole_holder(tenure, role), uncovered_absence(tenure, role)
    assert (alone.holder.staff if alone else None) == sole
    assert (found[0].holder.staff if found else None) == uncovered
