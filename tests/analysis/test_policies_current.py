"""Which policies in force are current."""

from __future__ import annotations

from igreg.analysis.policies_current import policies_in_force
from tests.analysis.registers import day, register

TODAY = day("2026-11-29")


def test_each_state_at_its_edge() -> None:
    made = register(
        policies="""
- {id: today, title: T, owner: o, in_force_from: 2025-01-01, review: {next: 2026-11-29}}
- {id: yesterday, title: Y, owner: o, in_force_from: 2025-01-01, review: {next: 2026-11-28}}
- {id: none, title: N, owner: o, in_force_from: 2025-01-01}
- {id: draft, title: D, owner: o, status: draft, review: {next: 2020-01-01}}
- {id: to-come, title: C, owner: o, in_force_from: 2026-11-30, review: {next: 2026-11-28}}
"""
    )
    found = [(one.policy.id, one.state) for one in policies_in_force(made, TODAY)]
    assert found == [("today", "current"), ("yesterday", "overdue"), ("none", "no review set")]
