"""Whom the agreements in force let have what."""

from __future__ import annotations

import pytest

from igreg.analysis.sharing import agreements_on
from tests.analysis.registers import day, register

CASES = [
    pytest.param("partners: [gp]", True, True, id="an agreement without assets covers everything"),
    pytest.param("partners: [gp], assets: [a]", True, False, id="one with assets only those"),
    pytest.param("partners: [gp], assets: [a], expires: 2026-11-22", True, False, id="its last day"),
    pytest.param("partners: [gp], assets: [a], expires: 2026-11-21", False, False, id="the day after its last"),
    pytest.param("partners: [gp], signed: 2026-11-23", False, False, id="not signed yet"),
    pytest.param("partners: [other]", False, False, id="with somebody else"),
]


@pytest.mark.parametrize(("fields", "a", "b"), CASES)
def test_what_is_covered(fields: str, a: bool, b: bool) -> None:
    agreed = agreements_on(register(sharing_agreements=f"- {{id: s, title: S, {fields}}}"), day("2026-11-22"))
    assert (agreed.covers("gp", "a"), agreed.covers("gp", "b")) == (a, b)
    assert agreed.covers("gp", None) is b
