"""Ids that come near an unknown one are looked for only as long as it takes moments."""

from __future__ import annotations

import pytest

from igreg.check.config import Config
from igreg.check.engine import check
from igreg.register.read import read
from igreg.register.sources import Sources
from igreg.rules.fields import unknown_reference
from tests.pages import moment


@pytest.mark.parametrize(("compared", "hints"), [(100, 3), (4, 2), (1, 1)])
def test_so_many_ids_are_compared(monkeypatch: pytest.MonkeyPatch, compared: int, hints: int) -> None:
    monkeypatch.setattr(unknown_reference, "ENOUGH_COMPARED", compared)
    roles = "".join(f"- {{id: role-{n}, title: R, accountable_to: roll-{n}}}\n" for n in range(3))
    register = read(Sources({"register/organisation.yaml": "name: E\ntype: other\n", "register/roles.yaml": roles}))
    found = check(register, moment("2026-11-22"), Config(select=("IG106",))).findings
    assert [finding.help.startswith("did you mean") for finding in found].count(True) == hints
