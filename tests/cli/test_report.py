"""igreg report."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.conftest import Ran

Igreg = Callable[..., Ran]

DAY = ("--today", "2026-11-24")
REGISTER = Path(__file__).parents[2] / "register"


def test_reports_are_listed(igreg: Igreg) -> None:
    ran = igreg("report")
    assert ran.code == 0
    assert "leads " in ran.out and "; for everybody" in ran.out


def test_the_leads(igreg: Igreg, tmp_path: Path) -> None:
    out = tmp_path / "leads.md"
    assert igreg("report", "leads", REGISTER, *DAY, "--format", "markdown", "--out", out).code == 0
    assert "Anita Farrow" in out.read_text(encoding="utf-8")
    ran = igreg("report", "leads", REGISTER, *DAY, "--format", "json", "--out", "-", "--no-names")
    found = json.loads(ran.out)
    assert found["report"] == "leads" and found["areas"][0]["leads"][0]["holders"] == ["a member of staff"]
    assert "Farrow" not in ran.out
