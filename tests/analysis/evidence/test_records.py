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


FLOW = "- {id: F1, title: Ring, from: %s, to: [%s], trigger: incident, within: 1 hour, start: 2026-01-01, end: 2026-06-30}\n"
ROLES = "- {id: lead, title: Lead, start: 2025-01-01, end: 2026-08-31}\n- {id: old, title: Old, end: 2026-05-31}\n"


@pytest.mark.parametrize(("today", "holds"), [("2025-12-31", False), ("2026-01-01", True), ("2026-07-01", False)])
def test_a_flow_shows_something_on_its_own_days(today: str, holds: bool) -> None:
    proof = {"records": "flows", "trigger": "incident", "within": {"present": True}}
    assert outcome(proof, today, flows=FLOW % ("all-staff", "lead"), roles=ROLES).holds is holds


@pytest.mark.parametrize(
    ("ends", "holds"), [(("old", "lead"), False), (("lead", "old"), False), (("lead", "lead"), True)]
)
def test_a_flow_from_or_to_an_ended_post_alone_shows_nothing(ends: tuple[str, str], holds: bool) -> None:
    assert outcome({"records": "flows"}, "2026-06-15", flows=FLOW % ends, roles=ROLES).holds is holds


@pytest.mark.parametrize(("today", "count"), [("2026-05-31", 2), ("2026-06-01", 1), ("2026-09-01", 0)])
def test_a_post_that_has_ended_shows_nothing(today: str, count: int) -> None:
    assert len(outcome({"records": "roles"}, today, roles=ROLES).evidence) == count


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


@pytest.mark.parametrize(("status", "holds"), [("done", True), ("planned", False)])
def test_an_audit_that_was_performed_is_done(status: str, holds: bool) -> None:
    audits = "- {id: A1, title: Look, performed: 2026-01-01}\n"
    assert outcome({"records": "audits", "status": status}, audits=audits).holds is holds


def test_what_is_missing_is_said_of_the_nearest() -> None:
    old = (
        POLICY.replace("POL-1", "POL-2")
        .replace("title: Data protection", "title: Old")
        .replace("2025-11-02", "2020-01-01")
    )
    proof = {"records": "policies", "reviewed_within": "12 months", "dated_within": "60 months"}
    missing = outcome(proof, "2027-06-01", policies=f"- {_indented(old)}\n- {_indented(POLICY)}\n").missing
    assert missing == "policies: Old is not reviewed within 12 months"
    two = outcome({**proof, "at_least": 2}, policies=f"- {_indented(old)}\n- {_indented(POLICY)}\n").missing
    assert two == "policies: 1 of the 2; Old is not reviewed within 12 months"
    assert outcome({**proof, "at_least": 3}, policies=POLICY).missing == "policies: 1 of the 3 that are asked for"


def _indented(record: str) -> str:
    return record.rstrip().replace("\n", "\n  ")


def test_what_shows_it_is_said_with_its_day() -> None:
    (found,) = outcome({"records": "policies", "why": "a policy"}, policies=POLICY).evidence
    assert (found.record, found.why) == ("POL-1", "a policy, in force since 2023-01-01")
    (found,) = outcome({"records": "policies", "reviewed_within": "12 months"}, policies=POLICY).evidence
    assert found.why == "a policy, reviewed 2025-11-02"


def test_sums_are_compared_as_sums() -> None:
    budgets = "- {id: B1, title: Budget, year: 2026-27, lines: [{what: Tools, planned: 1250.50}]}\n"
    assert outcome({"records": "budgets", "lines.planned": 1250.5}, budgets=budgets).holds


def test_the_packs_own_words_come_first() -> None:
    found = outcome({"held": "siro", "why": "a named lead"}, policies=POLICY)
    assert found.missing == "a named lead: no role has the function siro"
    found = outcome({"any": [{"records": "policies", "why": "a policy"}], "why": "rules"}, policies=POLICY)
    assert [one.why for one in found.evidence] == ["rules: a policy, in force since 2023-01-01"]


@pytest.mark.parametrize(
    ("kind", "record", "holds"),
    [
        ("policies", "{id: P, title: P, version: '1', approver: board}", True),
        ("policies", "{id: P, title: P, approver: board}", False),
        ("policies", "{id: P, title: P, version: '1'}", False),
        ("meetings", "{id: M, group: g, date: 2026-10-01, status: held, approved_on: 2026-11-02}", True),
        ("meetings", "{id: M, group: g, date: 2026-10-01, status: held, approved_on: 2026-11-03}", False),
        ("meetings", "{id: M, group: g, date: 2026-10-01, status: held}", False),
        ("budgets", "{id: B, title: B, approved_by: board, approved_on: 2026-11-02}", True),
        ("budgets", "{id: B, title: B, approved_by: board, approved_on: 2026-11-03}", False),
        ("budgets", "{id: B, title: B, approved_by: board}", False),
        ("budgets", "{id: B, title: B, approved_on: 2026-11-02}", False),
    ],
)
def test_what_is_approved(kind: str, record: str, holds: bool) -> None:
    """As each kind says it; a day that lies ahead approves nothing yet."""
    assert outcome({"records": kind, "approved": True}, "2026-11-02", **{kind: f"- {record}\n"}).holds is holds
