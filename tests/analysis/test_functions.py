"""Functions that are held by nobody, have no deputy, or stand beside one that they should not."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.analysis.as_of import AsOf
from igreg.analysis.functions import clashes, roles_without_deputy, unfilled_needs
from igreg.analysis.tenure import Tenure
from igreg.facts import conflicts
from igreg.facts.in_force import Facts
from tests.analysis.registers import day, register

DAY = day("2026-11-22")
FIRST, SECOND = conflicts()[0].pair
ANN = "holders: [{staff: ann, from: 2020-01-01}]"


def _as_of(roles: str) -> AsOf:
    now = dt.datetime.combine(DAY, dt.time(12), dt.UTC)
    return AsOf(register(organisation="name: Example\ntype: gp-practice\n", roles=roles), now)


def _tenure(roles: str) -> Tenure:
    return _as_of(roles).tenure


CASES = [
    pytest.param(f"{{function: {SECOND}, {ANN}}}", 1, id="one person has both"),
    pytest.param(f"{{function: {SECOND}, holders: [{{staff: ben}}]}}", 0, id="two people"),
    pytest.param(f"{{function: {SECOND}, holders: [{{staff: ann, as: deputy}}]}}", 0, id="a deputy holds nothing"),
    pytest.param(f"{{function: {SECOND}, holders: [{{staff: ann, until: 2026-11-21}}]}}", 0, id="until yesterday"),
    pytest.param(f"{{function: {SECOND}, holders: [{{staff: ann, until: 2026-11-22}}]}}", 1, id="until today"),
]


@pytest.mark.parametrize(("second", "many"), CASES)
def test_clashes(second: str, many: int) -> None:
    tenure = _tenure(
        f"- {{id: a, title: A, function: {FIRST}, {ANN}}}\n- {second.replace('{function', '{id: b, title: B, function', 1)}"
    )
    found = [clash for clash in clashes(tenure, Facts()) if set(clash.conflict.pair) == {FIRST, SECOND}]
    assert [(clash.staff, clash.held.role.id, [item.role.id for item in clash.others]) for clash in found] == [
        ("ann", "a", ["b"])
    ] * many


def test_each_role_with_the_first_function_clashes() -> None:
    tenure = _tenure(
        "\n".join(
            f"- {{id: {id}, title: T, function: {function}, {ANN}}}"
            for id, function in [("a", FIRST), ("b", FIRST), ("c", SECOND)]
        )
    )
    assert [clash.held.role.id for clash in clashes(tenure, Facts()) if clash.conflict == conflicts()[0]] == ["a", "b"]


def test_needs_that_nobody_fills() -> None:
    vacant = (
        "- {id: cg, title: CG, function: caldicott-guardian}\n- {id: cg-2, title: CG, function: caldicott-guardian}"
    )
    found = {need.function: [role.id for role in roles] for need, roles in unfilled_needs(_as_of(vacant))}
    assert found["caldicott-guardian"] == ["cg", "cg-2"]
    assert found["dpo"] == []
    held = vacant.replace("{id: cg-2,", f"{{id: cg-2, {ANN},")
    assert "caldicott-guardian" not in {need.function for need, _ in unfilled_needs(_as_of(held))}


@pytest.mark.parametrize(
    ("holders", "without"),
    [
        pytest.param("{staff: ann}", ["siro"], id="a holder is no deputy"),
        pytest.param("{staff: ann, as: deputy}", [], id="a vacant role with a deputy"),
        pytest.param("{staff: ann, as: deputy, until: 2026-11-21}", ["siro"], id="a deputy until yesterday"),
    ],
)
def test_deputies(holders: str, without: list[str]) -> None:
    tenure = _tenure(f"- {{id: siro, title: SIRO, function: siro, holders: [{holders}]}}\n- {{id: x, title: X}}")
    assert [role.id for role in roles_without_deputy(tenure, Facts())] == without
