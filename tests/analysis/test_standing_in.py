"""Who stands in when the one person who fills a role is away."""

from __future__ import annotations

import pytest

from igreg.analysis.standing_in import sole_holder, stand_ins, uncovered_absence
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
