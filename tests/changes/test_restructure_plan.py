"""A plan of restructuring as it is read: one mapping with a day and steps, and for anything else the place and a way on."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.changes.restructure_plan import WrongStep, read_plan
from igreg.errors import IgregError


def test_what_is_read() -> None:
    found = read_plan("plan.yaml", "on: 2027-04-01\nchanges:\n  - end: old\n  - merge: {roles: [a], into: b}\n")
    assert found.on == dt.date(2027, 4, 1)
    assert [(step.verb, step.path) for step in found.steps] == [
        ("end", ("changes", 0, "end")),
        ("merge", ("changes", 1, "merge")),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("", "a plan has the keys `on` and `changes`", id="nothing"),
        pytest.param("# a plan\n", "a plan has the keys `on` and `changes`", id="a comment alone"),
        pytest.param(
            "- on: 2027-04-01\n  changes: [{end: old}]\n", "a plan has the keys `on` and `changes`", id="a list"
        ),
        pytest.param("on: 2027-04-01\n", "`changes` is a list of steps", id="no steps"),
        pytest.param(
            "on: 2027-04-01\nchanges: []\n", "plan.yaml:2:10: `changes` is a list of steps", id="an empty list of them"
        ),
        pytest.param("changes: [{end: old}]\n", "`on`, the day of the change, is missing", id="no day"),
        pytest.param(
            "on: soon\nchanges: [{end: old}]\n", "plan.yaml:1:5: 'soon' is not a day", id="no day that there is"
        ),
        pytest.param(
            "on: 2027-04-01\nchange: [{end: old}]\n", "plan.yaml:2:9: a plan has no 'change'", id="another key"
        ),
        pytest.param(
            "on: 2027-04-01\nchanges: [end]\n", "a step is one key with what is done", id="a step that is a word"
        ),
    ],
)
def test_what_is_no_plan(text: str, said: str) -> None:
    with pytest.raises(IgregError) as told:
        read_plan("plan.yaml", text)
    assert said in str(told.value)


def test_so_many_steps_has_a_plan_at_most() -> None:
    text = "on: 2027-04-01\nchanges:\n" + "  - end: x\n" * 2_000
    assert len(read_plan("plan.yaml", text).steps) == 2_000
    with pytest.raises(IgregError, match=r"plan\.yaml:3:3: 2001 steps, and a plan has 2000 at most"):
        read_plan("plan.yaml", text + "  - end: x\n")


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("end: {role: a, unit: b}", "3:10: `end` names several"),
        ("end: {until: 2027-01-01}", "3:10: `end` names nothing"),
        ("end: [a]", "3:10: `end` has fields of its own"),
        ("end: {id: a, by: b}", "`end` has no 'by'"),
        ("move: {role: a, staff: b}", "`move` names several"),
        ("move: {id: a}", "`move` has no 'id'"),
        ("move: a", "`move` has fields of its own"),
        ("fold: {roles: [a]}", "3:11: there is no step 'fold'"),
        ("make: {role: a}", "`make` has a kind and its record"),
        ("make: {role: {id: a}, unit: {id: b}}", "`make` has a kind and its record"),
        ("{end: a, by: b}", "a step has one key, and this has 'end' and 'by'"),
        ("{place: {role: a, staff: b}, until: 2027-01-01}", "a step has one key, and this has 'place' and 'until'"),
        ("{}", "a step is one key with what is done"),
    ],
)
def test_what_is_no_step(step: str, said: str) -> None:
    with pytest.raises(IgregError) as told:
        read_plan("plan.yaml", f"on: 2027-04-01\nchanges:\n  - {step}\n")
    assert said in told.value.sentence


@pytest.mark.parametrize(
    ("step", "value"),
    [
        ("end: a", {"id": "a"}),
        ("end: {id: a}", {"id": "a"}),
        ("{end: a, until: 2027-01-01}", {"id": "a", "until": "2027-01-01"}),
        ("end: {role: a, until: 2027-01-01}", {"role": "a", "until": "2027-01-01"}),
        ("{place: {role: a, staff: b}, beside: true}", {"role": "a", "staff": "b", "beside": True}),
        ("make: {role: {id: a}}", {"role": {"id": "a"}}),
        ("hand_over: {from: a, to: b, kinds: [risks]}", {"from": "a", "to": "b", "kinds": ["risks"]}),
    ],
)
def test_what_a_step_says(step: str, value: object) -> None:
    (found,) = read_plan("plan.yaml", f"on: 2027-04-01\nchanges:\n  - {step}\n").steps
    assert found.value == value


def test_a_fault_of_a_step_is_told_with_its_place() -> None:
    plan = read_plan("plan.yaml", "on: 2027-04-01\nchanges:\n  - end: {role: a}\n")
    (step,) = plan.steps
    error = plan.wrong(step, WrongStep("no such role", "name another", ("role",)))
    assert (error.sentence, error.hint) == ("plan.yaml:3:17: no such role", "name another")
    assert plan.wrong(step, WrongStep("no")).hint == "nothing was written"
