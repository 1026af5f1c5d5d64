"""On which days a delegation counts, at the edges of its own days and of those of the post that gave it."""

from __future__ import annotations

import pytest

from igreg.analysis.authority import Authority
from igreg.analysis.decided import beyond
from igreg.analysis.delegation_days import counts, is_over
from igreg.analysis.delegations import amiss, in_scheme
from igreg.analysis.tenure import Tenure
from igreg.facts.figures import Figures
from igreg.model.kinds.decisions import RecordedDecision
from igreg.model.kinds.delegations import Delegation
from igreg.register.register import Register
from tests.analysis.registers import day, register

TODAY = day("2026-11-22")


def made(own: str = "", post: str = "", decided: str = "2026-11-22") -> Register:
    return register(
        roles=f"- {{id: boss, title: Boss{post}}}\n- {{id: fin, title: Finance}}",
        delegations=f"- {{id: D, title: Buying kit, from: boss, to: fin, tasks: [buy kit]{own}}}",
        decisions=f"- {{id: X, title: Ten laptops, decided: {decided}, by: fin, under: D}}",
    )


@pytest.mark.parametrize(
    ("own", "post", "holds", "over"),
    [
        pytest.param("", "", True, False, id="no days"),
        pytest.param(", end: 2026-11-22", "", True, False, id="its last day"),
        pytest.param(", end: 2026-11-21", "", False, True, id="the day after its last"),
        pytest.param(", start: 2026-11-22", "", True, False, id="its first day"),
        pytest.param(", start: 2026-11-23", "", False, False, id="the day before its first"),
        pytest.param(", review: {last: 2026-11-22, outcome: withdrawn}", "", False, True, id="its review withdrew it"),
        pytest.param(", review: {last: 2026-11-23, outcome: withdrawn}", "", True, False, id="before its review did"),
        pytest.param("", ", end: 2026-11-22", True, False, id="the last day of the post that gave it"),
        pytest.param("", ", end: 2026-11-21", False, True, id="the day after that"),
        pytest.param("", ", start: 2026-11-22", True, False, id="the first day of that post"),
        pytest.param("", ", start: 2026-11-23", False, False, id="that post is still to begin"),
    ],
)
def test_its_own_days_and_those_of_whoever_gave_it(own: str, post: str, holds: bool, over: bool) -> None:
    found = made(own, post)
    tenure, (one,) = Tenure(found, TODAY), found.of(Delegation)
    assert (counts(tenure, one), is_over(tenure, one)) == (holds, over)
    assert bool(in_scheme(tenure)) == (holds or over)
    assert ("ended" in amiss(tenure, Figures().facts, [one])[one.where]) is over
    (decision,) = found.of(RecordedDecision)
    assert [x.why for x in beyond(Authority(found), decision, one)] == ([] if holds else ["days"])


def test_what_comes_from_one_that_does_not_count_is_no_authority() -> None:
    found = register(
        roles="- {id: boss, title: Boss, end: 2026-11-21}\n- {id: fin, title: Finance}\n- {id: clerk, title: Clerk}",
        delegations="- {id: D, title: One, from: boss, to: fin, areas: [risk], limit: 10}\n"
        "- {id: E, title: Two, from: fin, to: clerk, areas: [risk], limit: 20}",
    )
    below = found.get(Delegation, "E")
    assert below is not None
    assert Authority(found).too_much(below, TODAY) is None
    assert Authority(found).too_much(below, day("2026-11-21")) is not None
