"""A restructuring as a whole: steps one after the other on what the ones before left, and where a wrong one stands."""

from __future__ import annotations

import pytest

from igreg.changes.restructure import restructure
from igreg.changes.restructure_plan import read_plan
from igreg.errors import IgregError
from igreg.model.kinds.roles import Role
from tests.analysis.registers import register
from tests.changes.planned import new_lines

FILES = {
    "roles": (
        "- {id: chief, title: Chief}\n- {id: siro, title: SIRO, holders: [{staff: ann}]}\n- {id: old, title: Old}\n"
        "- {id: older, title: Older}\n"
    ),
    "staff": "- {id: ann, name: Ann}\n- {id: ben, name: Ben}\n- {id: cat, name: Cat}\n",
    "risks": "- {id: R, title: R, owner: old}\n- {id: S, title: S, owner: older}\n",
    "units": "- {id: north, name: North}\n",
}


def carried_out(steps: str, **files: str) -> tuple[dict[str, list[str]], list[str], str]:
    """The new lines by file, what is told besides, and the message."""
    made = register(**FILES | files)
    found = restructure(made, read_plan("plan.yaml", f"on: 2027-04-01\nchanges:\n{steps}"))
    assert found.before is made
    texts = {file: after for file, (_, after) in found.plan.texts(made.sources.texts).items()}
    assert {**made.sources.texts, **texts} == dict(found.after.sources.texts)
    return new_lines(found.plan, made), found.plan.remarks, found.plan.message


def test_a_step_sees_what_the_ones_before_it_left() -> None:
    lines, remarks, message = carried_out(
        "  - make: {role: {id: new, title: New}}\n  - hand_over: {from: old, to: new}\n  - end: old\n"
        "  - make: {body: {id: ico, name: ICO, category: regulator}}\n"
    )
    assert lines == {
        "roles": ["- {id: old, title: Old, end: 2027-03-31}", "- {id: new, title: New, start: 2027-04-01}"],
        "risks": ["- {id: R, title: R, owner: new}"],
        "bodies": ["- id: ico", "  name: ICO", "  category: regulator"],
    }
    assert (remarks, message) == ([], "Restructure: 4 changes on 2027-04-01")
    assert carried_out("  - end: old\n")[2] == "Restructure: 1 change on 2027-04-01"


def test_each_that_is_merged_sees_what_the_one_before_it_left_and_what_is_told_twice_is_told_once() -> None:
    lines, remarks, _ = carried_out("  - merge: {roles: [old, older], into: siro}\n")
    assert lines["risks"] == ["- {id: R, title: R, owner: siro}", "- {id: S, title: S, owner: siro}"]
    assert remarks == ["1 record that still runs named old", "1 record that still runs named older"]
    nothing = "  - hand_over: {from: chief, to: siro}\n"
    assert carried_out(nothing + nothing)[1] == ["nothing that still runs names chief"]


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ("  - end: old\n  - end: old\n", "plan.yaml:4:10: old ends already, on 2027-03-31"),
        ("  - move: {role: old, unit: north}\n  - move: {role: old, unit: north}\n", "4:11: old is named twice: its `unit`"),
        ("  - move: {staff: ann, unit: north}\n  - move: {staff: ann, unit: north}\n", "ann is named twice: its `unit`"),
        ("  - move: {role: old, areas: [risk]}\n  - move: {role: old, areas: [security]}\n", "old is named twice: its `areas`"),
        ("  - move: {role: old, accountable_to: siro}\n  - move: {role: old, accountable_to: chief}\n", "its `accountable_to`"),
        ("  - place: {role: old, staff: ann}\n  - place: {role: old, staff: ben}\n", "4:19: old is named twice: a step above"),
        ("  - place: {role: siro, staff: ann}\n", "plan.yaml:3:12: ann holds siro already (substantive)"),
        ("  - merge: {roles: [old, zed], into: siro}\n", "plan.yaml:3:26: 'zed' is none of the roles"),
    ],
)  # fmt: skip
def test_a_wrong_step_is_told_with_its_place(steps: str, said: str) -> None:
    with pytest.raises(IgregError) as told:
        carried_out(steps)
    assert said in told.value.sentence


@pytest.mark.parametrize(
    "steps",
    [
        "  - move: {role: old, unit: north}\n  - move: {role: old, accountable_to: siro}\n",
        "  - move: {role: old, unit: north}\n  - move: {role: older, unit: north}\n",
        "  - place: {role: old, staff: ann}\n  - place: {role: old, staff: ben, beside: true}\n",
        "  - place: {role: old, staff: ann}\n  - place: {role: old, staff: ben, as: deputy}\n",
        "  - place: {role: old, staff: ann, as: deputy}\n  - place: {role: old, staff: ben}\n",
        "  - place: {role: old, staff: ann, beside: true}\n  - place: {role: older, staff: ann}\n",
        "  - place: {role: siro, staff: ben, instead_of: ann}\n  - place: {role: siro, staff: cat, beside: true}\n",
    ],
)
def test_what_is_not_named_twice(steps: str) -> None:
    assert carried_out(steps)[0]


def test_a_register_that_is_as_it_was() -> None:
    made = register(**FILES)
    found = restructure(
        made, read_plan("plan.yaml", "on: 2027-04-01\nchanges:\n  - hand_over: {from: chief, to: siro}\n")
    )
    assert found.after is made
    assert found.plan.texts(made.sources.texts) == {}


def test_of_a_register_that_cannot_be_read_nothing_is_changed() -> None:
    with pytest.raises(IgregError, match="what a restructuring changes"):
        carried_out("  - end: old\n", assets="- {id: x\n")
    made = register(**FILES)
    assert {one.id for one in made.of(Role)} == {"chief", "siro", "old", "older"}
