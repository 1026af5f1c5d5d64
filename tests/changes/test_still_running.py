"""What still runs names the one that comes; what was stays as it was."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.changes.plan import Plan
from igreg.changes.still_running import hand_over
from tests.analysis.registers import register

ON = dt.date(2027, 4, 1)
ROLES = "- {id: old, title: Old, accountable_to: top}\n- {id: new, title: New}\n- {id: top, title: Top}\n"


def changed(kind: str, record: str, *, roles: str = "") -> str:
    """The file of one record after `old` was handed over to `new`."""
    files = {"roles": ROLES + roles, kind.replace("-", "_"): f"- {record}\n"}
    if kind == "roles":
        files = {"roles": f"{ROLES}- {record}\n"}
    before = register(**files)
    plan = Plan("")
    hand_over(plan, before, "old", "new", ON)
    name = f"register/{kind}.yaml"
    texts = plan.texts(before.sources.texts)
    after = texts[name][1] if name in texts else before.sources.texts[name]
    return after.rstrip("\n").split("\n")[-1].removeprefix("- ")


@pytest.mark.parametrize(
    ("kind", "record"),
    [
        pytest.param("units", "{id: u, name: U, lead: old}", id="leads"),
        pytest.param("roles", "{id: r, title: R, accountable_to: old, reports_to: [old, top]}", id="lines"),
        pytest.param("groups", "{id: g, title: G, chair: old, members: [old, top], quorum_all: [old]}", id="seats"),
        pytest.param("policies", "{id: P, title: P, owner: old, approver: old, applies_to: [old]}", id="policies"),
        pytest.param("training-plans", "{id: T, title: T, audience: [old], courses: [], owner: old}", id="plans"),
        pytest.param("flows", "{id: F, title: F, from: old, to: [top]}", id="flows"),
        pytest.param("flows", "{id: F, title: F, from: top, to: [top, old]}", id="flows to it"),
        pytest.param("incidents", "{id: I, title: I, aware: 2027-03-01T10:00, lead: old}", id="open incidents"),
        pytest.param("audits", "{id: A, title: A, lead: old, planned: 2027-05-01}", id="planned audits"),
        pytest.param("risks", "{id: R, title: R, owner: old, actions: [{id: R-1, what: x, owner: old}]}", id="actions"),
        pytest.param("delegations", "{id: D, title: D, from: old, to: top}", id="delegations"),
        pytest.param("assets", "{id: S, name: S, owner: old, administrator: old, recipients: [old]}", id="assets"),
        pytest.param("policies", "{id: P, title: P, owner: old, status: draft}", id="drafts"),
        pytest.param(
            "engagements",
            "{id: E, title: E, date: 2026-01-01, with: [carers], changed: [{what: x, by: old}]}",
            id="a change",
        ),
        pytest.param(
            "assessments",
            "{id: S, title: S, framework: ndg-standards, owner: top, answers: [{item: ndg-1, owner: old}]}",
            id="items",
        ),
    ],
)
def test_what_still_runs(kind: str, record: str) -> None:
    assert changed(kind, record) == record.replace("old", "new")


@pytest.mark.parametrize(
    ("kind", "record"),
    [
        pytest.param("meetings", "{id: M, group: g, date: 2027-01-01, status: held, present: [old]}", id="minutes"),
        pytest.param("meetings", "{id: M, group: g, date: 2027-01-01, actions: [{id: X, what: x, owner: old}]}", id="in minutes"),
        pytest.param("audits", "{id: A, title: A, lead: old, performed: 2027-01-01}", id="audits performed"),
        pytest.param("audits", "{id: A, title: A, lead: old, planned: 2027-01-01, status: cancelled}", id="cancelled"),
        pytest.param("incidents", "{id: I, title: I, aware: 2027-03-01T10:00, lead: old, status: closed}", id="closed"),
        pytest.param("incidents", "{id: I, title: I, aware: 2027-03-01T10:00, involved: [old]}", id="who was involved"),
        pytest.param("decisions", "{id: D, title: D, asked: 2027-01-01, by: old}", id="decisions"),
        pytest.param("communications", "{id: C, title: C, date: 2027-01-01, to: [top], from: old}", id="sent"),
        pytest.param("policies", "{id: P, title: P, owner: old, status: withdrawn}", id="withdrawn"),
        pytest.param("policies", "{id: P, title: P, owner: top, review: {last: 2027-01-01, by: old}}", id="reviewed by"),
        pytest.param("delegations", "{id: D, title: D, from: old, to: top, end: 2027-03-31}", id="over the day before"),
        pytest.param("risks", "{id: R, title: R, owner: top, actions: [{id: X, what: x, owner: old, done: 2027-01-01}]}", id="done"),
        pytest.param("engagements", "{id: E, title: E, date: 2026-01-01, with: [carers], changed: [{what: x, by: old, done: 2027-01-01}]}", id="a change that is done"),
        pytest.param("assessments", "{id: S, title: S, framework: ndg-standards, owner: top, answers: [{item: ndg-1, by: old, on: 2027-01-01}]}", id="who answered"),
        pytest.param("roles", "{id: r, title: R, accountable_to: old, end: 2027-03-31}", id="a post that ends too"),
        pytest.param("exceptions", "{id: E, rule: no-deputy, record: old, reason: x, approved_by: old, until: 2027-12-31}", id="exceptions"),
    ],
)  # fmt: skip
def test_what_was_stays(kind: str, record: str) -> None:
    assert changed(kind, record) == record


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        pytest.param("groups", "{id: g, title: G, members: [new, old]}", "{id: g, title: G, members: [new]}", id="a list has it once"),
        pytest.param("groups", "{id: g, title: G, members: [old, new]}", "{id: g, title: G, members: [new]}", id="in whatever order"),
        pytest.param("flows", "{id: F, title: F, from: old, to: [new, top]}", "{id: F, title: F, from: new, to: [top]}", id="not to itself"),
        pytest.param("flows", "{id: F, title: F, from: new, to: [old]}", "{id: F, title: F, from: new, to: [old], end: 2027-03-31}", id="a flow ends"),
        pytest.param("delegations", "{id: D, title: D, from: old, to: new}", "{id: D, title: D, from: old, to: new, end: 2027-03-31}", id="a delegation ends"),
        pytest.param("delegations", "{id: D, title: D, from: old, to: top, end: 2027-04-01}", "{id: D, title: D, from: new, to: top, end: 2027-04-01}", id="the day itself"),
    ],
)  # fmt: skip
def test_nothing_leads_to_itself(kind: str, before: str, after: str) -> None:
    assert changed(kind, before) == after


def test_the_one_below_comes_under_what_was_above() -> None:
    roles = "- {id: old, title: Old, accountable_to: top}\n- {id: new, title: New, accountable_to: old, supports: [old]}\n- {id: top, title: Top}\n"
    before = register(roles=roles)
    plan = Plan("")
    assert hand_over(plan, before, "old", "new", ON) == 1
    after = plan.texts(before.sources.texts)["register/roles.yaml"][1]
    assert "- {id: new, title: New, accountable_to: top}\n" in after


def test_only_of_the_kinds_that_are_named() -> None:
    before = register(
        roles=ROLES, policies="- {id: P, title: P, owner: old}\n", risks="- {id: R, title: R, owner: old}\n"
    )
    plan = Plan("")
    assert hand_over(plan, before, "old", "new", ON, ["risks"]) == 1
    assert list(plan.texts(before.sources.texts)) == ["register/risks.yaml"]


@pytest.mark.parametrize(
    ("old", "new", "after"),
    [
        pytest.param("accountable_to: top", "accountable_to: old", "{id: new, title: New, accountable_to: top}", id="above"),
        pytest.param("level: board", "accountable_to: old", "{id: new, title: New}", id="nothing is above"),
        pytest.param("accountable_to: new", "accountable_to: old", "{id: new, title: New}", id="each is above the other"),
        pytest.param("reports_to: [top]", "reports_to: [old, top]", "{id: new, title: New, reports_to: [top]}", id="a list"),
        pytest.param("reports_to: [top]", "reports_to: [old]", "{id: new, title: New}", id="a list of one"),
    ],
)  # fmt: skip
def test_what_was_below_the_one_that_goes_is_not_below_itself(old: str, new: str, after: str) -> None:
    roles = f"- {{id: old, title: Old, {old}}}\n- {{id: new, title: New, {new}}}\n- {{id: top, title: Top}}\n"
    before = register(roles=roles)
    plan = Plan("")
    assert hand_over(plan, before, "old", "new", ON) == 1
    assert plan.texts(before.sources.texts)["register/roles.yaml"][1].split("\n")[1] == f"- {after}"
