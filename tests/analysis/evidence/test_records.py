"""`records`: which count, and what is asked of them (rulings E26 to E29)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.analysis.evidence.proving import outcome, shown

POLICY = (
    "id: POL-1\ntitle: Data protection\nareas: [data-protection]\nversion: '1'\nstatus: in-force\n"
    "in_force_from: 2023-01-01\nreview: {every: 12 months, last: 2025-11-02}\n"
)


@pytest.mark.parametrize(
    ("proof", "holds"),
    [
        ({"areas": ["data-protection"]}, True),
        ({"areas": "risk"}, False),
        ({"areas": ["risk", "data-protection"]}, True),
        ({"version": 1}, True),
        ({"status": ["in-force"]}, True),
        ({"document": {"present": True}}, False),
        ({"document": {"present": False}}, True),
        ({"review.every": "12 months"}, True),
        ({"reviewed_within": "12 months"}, True),
        ({"reviewed_within": "11 months"}, False),
        ({"dated_within": "12 months"}, False),
        ({"in_force": True}, True),
        ({"approved": True}, False),
        ({"at_least": 2}, False),
    ],
)
def test_what_is_asked_of_a_record(proof: dict[str, Any], holds: bool) -> None:
    assert outcome({"records": "policies", **proof}, policies=POLICY).holds is holds


@pytest.mark.parametrize(("today", "holds"), [("2026-11-02", True), ("2026-11-03", False)])
def test_the_last_day_of_a_review_counts(today: str, holds: bool) -> None:
    proof = {"records": "policies", "reviewed_within": "12 months"}
    assert outcome(proof, today, policies=POLICY).holds is holds


def test_what_was_never_reviewed_counts_from_the_day_it_came_into_force() -> None:
    proof = {"records": "policies", "reviewed_within": "36 months"}
    policy = POLICY.replace(", last: 2025-11-02", "")
    assert outcome(proof, "2026-01-01", policies=policy).holds
    assert not outcome(proof, "2026-01-02", policies=policy).holds
    assert not outcome(proof, "2026-01-01", policies=policy.replace("in_force_from: 2023-01-01\n", "")).holds


def test_drafts_show_nothing_unless_they_are_asked_for() -> None:
    draft = POLICY.replace("status: in-force", "status: draft")
    assert not outcome({"records": "policies"}, policies=draft).holds
    assert outcome({"records": "policies", "status": "draft"}, policies=draft).holds


@pytest.mark.parametrize(("today", "holds"), [("2022-12-31", False), ("2023-01-01", True)])
def test_what_lies_ahead_shows_nothing(today: str, holds: bool) -> None:
    assert outcome({"records": "policies"}, today, policies=POLICY).holds is holds


def test_a_faulty_field_shows_nothing() -> None:
    proof = {"records": "policies", "document": {"present": False}}
    assert not outcome(proof, policies=POLICY + "document: 17\n").holds


def test_an_item_is_partly_shown() -> None:
    policy, siro = {"records": "policies", "why": "a policy"}, {"held": "siro"}
    found = shown([policy, siro], policies=POLICY)
    assert (found.register, found.missing, found.opposite) == ("partly", ("no role has the function siro",), False)
    assert [one.record for one in found.evidence] == ["POL-1"]
    assert shown([policy], policies=POLICY).register == "shown"
    assert shown([siro], policies=POLICY).register == "not-shown"
    assert shown([], policies=POLICY).register == "ask"
    assert shown([{"any": [siro, policy]}], policies=POLICY).register == "shown"
    assert shown([{"all": [siro, policy]}], policies=POLICY).register == "not-shown"
