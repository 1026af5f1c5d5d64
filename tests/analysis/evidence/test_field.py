"""`field`: a field of the organisation that has not expired (ruling E34)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.analysis.evidence.proving import outcome

HOME = """\
name: Home
type: care-provider
ico_registration: {number: Z1, expires: 2026-11-02}
certificates:
  - {name: Cyber Essentials Plus, expires: 2026-01-01}
  - {name: Cyber-Essentials plus, expires: 2026-11-02}
  - {name: ISO 27001}
"""


@pytest.mark.parametrize(
    ("proof", "today", "holds", "opposite"),
    [
        ({"field": "ico_registration"}, "2026-11-02", True, False),
        ({"field": "ico_registration"}, "2026-11-03", False, True),
        ({"field": "ods_code"}, "2026-11-02", False, False),
        ({"field": "name"}, "2026-11-02", True, False),
        ({"field": "certificates", "name": "Cyber Essentials Plus"}, "2026-11-02", True, False),
        ({"field": "certificates", "name": "Cyber Essentials Plus"}, "2026-11-03", False, True),
        ({"field": "certificates", "name": "ISO27001"}, "2026-11-03", True, False),
        ({"field": "certificates", "name": "PSN"}, "2026-11-03", False, False),
        ({"field": "certificates"}, "2026-11-03", True, False),
        ({"field": "ico_registration.number"}, "2026-11-03", True, False),
    ],
)
def test_to_its_last_day(proof: dict[str, Any], today: str, holds: bool, opposite: bool) -> None:
    found = outcome(proof, today, organisation=HOME)
    assert (found.holds, found.opposite) == (holds, opposite)
    assert [one.record for one in found.evidence] == (["organisation"] if holds else [])
