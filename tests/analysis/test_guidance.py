"""Which policies are behind the guidance that they follow."""

from __future__ import annotations

import pytest

from igreg.analysis.guidance import policies_behind
from tests.analysis.registers import day, register

CASES = [
    pytest.param(
        "review: {last: 2026-01-01}", "2026-01-02", ("2026-01-01", True), id="changed the day after the review"
    ),
    pytest.param("review: {last: 2026-01-01}", "2026-01-01", None, id="changed on the day of the review"),
    pytest.param(
        "in_force_from: 2026-01-01", "2026-01-02", ("2026-01-01", False), id="never reviewed: since it came into force"
    ),
    pytest.param("in_force_from: 2026-01-01, review: {last: 2026-02-01}", "2026-01-15", None, id="reviewed since"),
    pytest.param("version: '1'", "2026-01-02", None, id="nobody knows since when"),
    pytest.param("review: {last: 2026-01-01}", "2026-11-22", ("2026-01-01", True), id="changed today"),
    pytest.param("review: {last: 2026-01-01}", "2026-11-23", None, id="to change tomorrow"),
]


@pytest.mark.parametrize(("policy", "updated", "behind"), CASES)
def test_behind(policy: str, updated: str, behind: tuple[str, bool] | None) -> None:
    made = register(
        policies=f"- {{id: p, title: P, status: in-force, follows: [lost, g], {policy}}}\n- {{id: q, title: Q, status: draft, follows: [g], {policy}}}",
        guidance=f"- {{id: g, title: G, updated: {updated}}}",
    )
    found = [(one.last.isoformat(), one.reviewed) for one in policies_behind(made, day("2026-11-22")) if one.index == 1]
    assert found == ([behind] if behind else [])
