"""What became of records since they were reviewed, where the history says."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.analysis.as_of import AsOf
from igreg.analysis.since_review import (
    Committed,
    LaterChange,
    SinceReview,
    SinceReviews,
    changed_since_review,
    judged,
    reviewed_without_a_look,
)
from tests.analysis.registers import day, register

NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
COMMIT = Committed("a" * 40, day("2026-06-01"), "Ann")
LATER = LaterChange(COMMIT, (("title",),), None)


def as_of(outcome: str = "changed", last: str = "2026-05-01", id: str = "R") -> AsOf:
    review = f"review: {{last: {last}, outcome: {outcome}}}"
    return AsOf(register(risks=f"- {{id: {id}, title: T, owner: o, {review}}}\n- {{id: S, title: U}}\n"), NOW)


@pytest.mark.parametrize(
    ("since", "outcome", "changed", "not_looked"),
    [
        pytest.param(SinceReview(COMMIT), "changed", False, False, id="nothing since"),
        pytest.param(SinceReview(COMMIT, (LATER,)), "changed", True, False, id="changed since"),
        pytest.param(SinceReview(COMMIT, (LATER,)), "unchanged", True, False, id="whatever the outcome was"),
        pytest.param(SinceReview(COMMIT, (), day("2026-01-01")), "changed", False, True, id="said to be changed"),
        pytest.param(SinceReview(COMMIT, (), day("2026-01-01")), "unchanged", False, False, id="said to be as it was"),
        pytest.param(SinceReview(COMMIT, (LATER,), day("2026-01-01")), "changed", True, False, id="changed after all"),
        pytest.param(None, "changed", False, False, id="nothing known of it"),
    ],
)
def test_what_became_of_it(since: SinceReview | None, outcome: str, changed: bool, not_looked: bool) -> None:
    known = SinceReviews({("risks", "R"): since} if since else {("risks", "S"): SinceReview(COMMIT, (LATER,))})
    for ask, yes in ((changed_since_review, changed), (reviewed_without_a_look, not_looked)):
        found = [(record.identity, last, what) for record, last, what in ask(as_of(outcome), known)]
        assert found == ([("R", day("2026-05-01"), since)] if yes else [])


@pytest.mark.parametrize("known", [None, SinceReviews()])
def test_without_a_history_nothing_is_said(known: SinceReviews | None) -> None:
    assert list(changed_since_review(as_of(), known)) == list(reviewed_without_a_look(as_of(), known)) == []


def test_which_records_are_judged() -> None:
    risks = "- {id: R, title: T, owner: o, review: {last: 2026-05-01}}\n- {id: S, title: U, review: {every: 1 year}}\n- {id: T, title: V}\n"
    policies = "- {id: P, title: P, status: draft, review: {last: 2026-05-01}}\n- {id: Q, title: Q, status: in-force, in_force_from: 2026-01-01, review: {last: 2026-05-02}}\n"
    found = judged(register(risks=risks, policies=policies), day("2026-11-24"))
    assert {(record.identity, str(last)) for record, last in found} == {("R", "2026-05-01"), ("Q", "2026-05-02")}
