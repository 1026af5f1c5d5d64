"""What the holder of a function must keep, in any form of its words, and what a taker may not be besides."""

from __future__ import annotations

import pytest

from igreg.analysis.tenure import Tenure
from igreg.analysis.undelegable import functions_of_taker, keepers, kept, what_is_kept, wrongly_handed
from igreg.facts.in_force import Facts
from igreg.model.kinds.delegations import Delegation
from tests.analysis.registers import day, register

DAY = day("2026-11-22")
ROLES = """
- {id: siro, title: SIRO, function: siro, holders: [{staff: ann, from: 2020-01-01}]}
- {id: old-siro, title: SIRO, function: siro, end: 2026-11-21}
- {id: dpo, title: DPO, function: dpo, holders: [{staff: ben, from: 2020-01-01}]}
- {id: clerk, title: Clerk, holders: [{staff: cat, from: 2020-01-01}]}
"""


def handed(fields: str) -> list[int | str | None]:
    """What is handed wrongly: a task by its number, a conflict by its key, or nothing for all of it."""
    made = register(
        roles=ROLES, staff="- {id: ann, name: A}\n- {id: ben, name: B}", delegations=f"- {{id: D1, {fields}}}"
    )
    (one,) = made.of(Delegation)
    found = wrongly_handed(Tenure(made, DAY), Facts(), one)
    return [wrong.task if wrong.conflict is None else wrong.conflict.key for wrong in found]


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        pytest.param("from: siro, to: clerk, tasks: [Count risks, Accept all risks]", [1], id="a task, by its number"),
        pytest.param("from: siro, to: clerk, tasks: [Count risks]", [], id="another task"),
        pytest.param("from: clerk, to: siro, tasks: [Accept all risks]", [], id="from who keeps nothing"),
        pytest.param("from: old-siro, to: clerk, tasks: [Accept all risks]", [], id="from a post that has ended"),
        pytest.param("to: clerk, tasks: [Accept all risks]", [], id="from nobody"),
        pytest.param("from: siro, to: clerk", [None], id="all of it"),
        pytest.param("from: siro, to: clerk, limit: 100", [], id="a sum alone"),
        pytest.param("from: siro, to: clerk, limits: Small things", [], id="within limits in words"),
        pytest.param("from: siro, to: dpo, tasks: [Count risks]", ["dpo-siro"], id="to a post that conflicts"),
        pytest.param("from: siro, to: ben, tasks: [Count risks]", ["dpo-siro"], id="to whoever holds such a post"),
        pytest.param("from: siro, to: ben, tasks: [Final say]", [0, "dpo-siro"], id="both"),
    ],
)
def test_what_is_handed_wrongly(fields: str, wrong: list[int | str | None]) -> None:
    assert handed(fields) == wrong


@pytest.mark.parametrize(
    ("task", "found"),
    [
        ("Accepting  all risks", True), ("accepted the information risk", True), ("signs off the DSPT", True),
        ("the final decisions", True), ("Accept some risks", False), ("design the return", False),
        ("take a semifinal decision", False), ("final decisionmaking", False),
    ],
)  # fmt: skip
def test_in_any_form_of_its_words(task: str, found: bool) -> None:
    assert bool(kept(Facts()).search(task)) is found


def test_of_phrases_that_say_the_same_the_first_is_told() -> None:
    said = what_is_kept(Facts())
    assert said[0] == "accept all risk"
    assert {"sign the return", "statutory opinion"} <= {*said}
    assert "accept all the information risk" not in said


def test_who_must_keep_it_and_what_a_taker_is_besides() -> None:
    tenure = Tenure(register(roles=ROLES, staff="- {id: ann, name: A}\n- {id: ben, name: B}"), DAY)
    assert [role.id for role in keepers(tenure)] == ["siro", "dpo"]
    taken = {taker: sorted(functions_of_taker(tenure, taker)) for taker in ("siro", "ben", "clerk", "nobody", None)}
    assert taken == {"siro": ["siro"], "ben": ["dpo"], "clerk": [], "nobody": [], None: []}
