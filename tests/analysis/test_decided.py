"""Was what somebody decided within the delegation under which they decided it?"""

from __future__ import annotations

import pytest

from igreg.analysis.authority import Authority
from igreg.analysis.decided import beyond
from igreg.model.kinds.decisions import RecordedDecision
from igreg.model.kinds.delegations import Delegation
from tests.analysis.registers import register

ROLES = "- {id: siro, title: SIRO}\n- {id: buyer, title: Buyer}\n- {id: clerk, title: Clerk}"
DELEGATION = "- {id: D-1, title: D, from: siro, to: buyer, limit: 100, start: 2026-04-01, end: 2026-06-30}"


@pytest.mark.parametrize(
    ("decision", "why"),
    [
        ("by: buyer, decided: 2026-04-01, value: 100", []),
        ("by: buyer, decided: 2026-06-30, value: 100.01", ["sum"]),
        ("by: buyer, decided: 2026-03-31", ["days"]),
        ("by: clerk, decided: 2026-07-01, value: 101", ["days", "party", "sum"]),
        ("by: nobody-known, decided: 2026-05-01", []),
        ("by: clerk, value: 101", []),
    ],
)
def test_beyond(decision: str, why: list[str]) -> None:
    found = register(
        roles=ROLES,
        delegations=DELEGATION,
        decisions=f"- {{id: E, title: E, asked: 2026-01-01, under: D-1, {decision}}}",
    )
    one, under = found.of(RecordedDecision)[0], found.of(Delegation)[0]
    assert [fault.why for fault in beyond(Authority(found), one, under)] == why
