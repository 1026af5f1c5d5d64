"""Actions that are not done, wherever they stand."""

from __future__ import annotations

from igreg.analysis.actions import open_actions
from tests.analysis.registers import register

TWO = "actions: [{id: %s-1, what: W}, {id: %s-2, what: W, done: 2026-01-01}]"


def test_open_actions() -> None:
    made = register(
        audits="- {id: a, title: A, findings: [{id: f, what: F, action: {id: a-1, what: W}}, {id: g, what: G}]}",
        incidents="\n".join(
            f"- {{id: {id}, title: T, status: {status}, {TWO.replace('%s', id)}}}"
            for id, status in (("open", "open"), ("closed", "closed"), ("gone", "withdrawn"))
        ),
        meetings=f"- {{id: m, group: g, {TWO.replace('%s', 'm')}}}",
        risks=f"- {{id: r, title: R, {TWO.replace('%s', 'r')}}}",
    )
    found = [(record.identity, path, action.id) for record, path, action in open_actions(made)]
    assert found == [
        ("m", ("actions", 0), "m-1"),
        ("a", ("findings", 0, "action"), "a-1"),
        ("open", ("actions", 0), "open-1"),
        ("closed", ("actions", 0), "closed-1"),
        ("r", ("actions", 0), "r-1"),
    ]
