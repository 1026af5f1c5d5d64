"""Which findings appear with a change, and which go."""

from __future__ import annotations

from igreg.findings import Finding
from tests.analysis.registers import register
from tests.diff.states import difference

SIRO = "{id: siro, title: SIRO, function: siro, areas: [risk]"


def names(findings: object) -> list[tuple[str, str | None]]:
    assert isinstance(findings, tuple | list)
    return sorted((one.rule, one.record) for one in findings if isinstance(one, Finding))


def test_what_appears_and_goes() -> None:
    before = register(roles=f"- {SIRO}, accountable_to: nobody-there}}\n")
    after = register(roles=f"- {SIRO}, reports_to: [no-one]}}\n")
    found = difference(before, after)
    assert ("unknown-reference", "siro") in names(found.new)
    assert ("unknown-reference", "siro") in names(found.gone)


def test_the_same_state_has_none() -> None:
    one = register(roles=f"- {SIRO}, accountable_to: nobody-there}}\n")
    found = difference(one, one)
    assert (found.new, found.gone, found.records, found.settings) == ([], [], [], [])
