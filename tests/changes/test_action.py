"""An action is done, wherever it stands."""

from __future__ import annotations

import pytest

from igreg.changes.action import done
from igreg.errors import IgregError
from tests.analysis.registers import day, register
from tests.changes.planned import new_lines

ON = day("2026-11-24")


@pytest.mark.parametrize(
    ("outcome", "after"),
    [(None, "done: 2026-11-24"), ("It works", "done: 2026-11-24, outcome: It works")],
)
def test_what_is_written(outcome: str | None, after: str) -> None:
    found = register(risks="- {id: R, title: T, actions: [{id: X, what: W}, {id: Y, what: V}]}")
    plan = done(found, "Y", ON, outcome)
    assert plan.message == "Done: Y of R, on 2026-11-24"
    assert new_lines(plan, found) == {
        "risks": [f"- {{id: R, title: T, actions: [{{id: X, what: W}}, {{id: Y, what: V, {after}}}]}}"]
    }


@pytest.mark.parametrize(
    ("id", "said"), [("X", "the action X is not open"), ("R", "'R' is none of the actions"), ("Z", "'Z' is none of")]
)
def test_what_is_refused(id: str, said: str) -> None:
    found = register(risks="- {id: R, title: T, actions: [{id: X, what: W, done: 2026-11-01}]}")
    with pytest.raises(IgregError) as told:
        done(found, id, ON, None)
    assert told.value.sentence.startswith(said)
