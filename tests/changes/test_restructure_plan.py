"""A plan of restructuring as it is read: one mapping with a day and steps, and for anything else the place and a way on."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.changes.restructure_plan import read_plan
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
