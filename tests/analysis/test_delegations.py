"""Which delegations are history, and which lead back to where they began."""

from __future__ import annotations

import pytest

from igreg.analysis.delegations import delegation_rings, replaced_delegations
from tests.analysis.registers import day, register

OLD = "- {id: old, from: a, to: b, start: 2026-01-01, end: 2026-06-30}"
CASES = [
    pytest.param("", False, id="none newer"),
    pytest.param("- {id: new, from: a, to: b, start: 2026-07-01}", True, id="a newer one in force"),
    pytest.param("- {id: new, from: a, to: b, start: 2026-01-02, end: 2026-11-22}", True, id="on its last day"),
    pytest.param("- {id: new, from: a, to: b, start: 2026-01-02, end: 2026-11-21}", False, id="ended as well"),
    pytest.param("- {id: new, from: a, to: b, start: 2026-11-23}", False, id="begins tomorrow"),
    pytest.param("- {id: new, from: a, to: b, start: 2026-01-01}", False, id="began on the same day"),
    pytest.param("- {id: new, from: a, to: b}", True, id="no day of beginning: it lasts longer"),
    pytest.param("- {id: new, from: a, to: c, start: 2026-07-01}", False, id="to somebody else"),
    pytest.param("- {id: new, from: c, to: b, start: 2026-07-01}", False, id="from somebody else"),
]


@pytest.mark.parametrize(("newer", "replaced"), CASES)
def test_history(newer: str, replaced: bool) -> None:
    found = replaced_delegations(register(delegations=f"{OLD}\n{newer}"), day("2026-11-22"))
    assert [where.item for where in found] == ([0] if replaced else [])


def test_until_today_is_not_over() -> None:
    text = "- {id: old, from: a, to: b, start: 2026-01-01, end: 2026-11-22}\n- {id: new, from: a, to: b, start: 2026-07-01}"
    assert not replaced_delegations(register(delegations=text), day("2026-11-22"))
    assert replaced_delegations(register(delegations=text), day("2026-11-23"))


@pytest.mark.parametrize(
    ("end", "rings"),
    [("end: 2026-11-22", [["x", "y"]]), ("end: 2026-11-21", []), ("notes: no end", [["x", "y"]])],
    ids=["its last day", "ended yesterday", "no end"],
)
def test_rings(end: str, rings: list[list[str]]) -> None:
    made = register(
        delegations=f"- {{id: x, from: a, to: b, {end}}}\n- {{id: y, from: b, to: a}}\n- {{id: z, from: b}}"
    )
    assert [sorted(ring) for ring in delegation_rings(made, day("2026-11-22"))] == rings


def test_one_that_is_to_whoever_gives_it_is_a_ring_of_its_own() -> None:
    text = "- {id: x, from: a, to: a}\n- {id: y, from: a, to: b}\n- {id: z, from: b, to: a}"
    found = delegation_rings(register(delegations=text), day("2026-11-22"))
    assert [sorted(ring) for ring in found] == [["x"], ["y", "z"]]
