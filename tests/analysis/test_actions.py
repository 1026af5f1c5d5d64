"""Actions that are not done, wherever they stand."""

from __future__ import annotations

import pytest

from igreg.analysis.actions import is_overdue, open_actions
from igreg.model.kinds.engagements import Engagement
from igreg.model.kinds.risks import Risk
from tests.analysis.registers import day, register

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


@pytest.mark.parametrize(
    ("days", "overdue"),
    [
        ("due: 2026-11-28", True),
        ("due: 2026-11-29", False),
        ("due: 2026-11-30", False),
        ("due: 2026-11-28, done: 2026-11-29", False),
        ("done: 2026-11-28", False),
        ("owner: ann", False),
    ],
)
def test_is_overdue_at_its_edge(days: str, overdue: bool) -> None:
    made = register(
        risks=f"- {{id: r, title: R, actions: [{{id: r-1, what: W, {days}}}]}}",
        engagements=f"- {{id: e, title: E, changed: [{{what: W, {days.replace('owner', 'by')}}}]}}",
    )
    both = [made.of(Risk)[0].actions[0], made.of(Engagement)[0].changed[0]]
    assert [is_overdue(one, day("2026-11-29")) for one in both] == [overdue, overdue]
