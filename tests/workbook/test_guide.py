"""The guide on confirming assets: what it says comes out when it is followed."""

from __future__ import annotations

import re
from pathlib import Path

from tests.workbook.places import Desk, Igreg

PAGE = Path(__file__).parents[2] / "docs" / "guides" / "confirming-assets.md"


def test_the_guide_shows_what_comes_out(igreg: Igreg, tmp_path: Path) -> None:
    blocks = re.findall(r"```(\w+)\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    (assets,) = (text for language, text in blocks if language == "yaml")
    (shown,) = (text for language, text in blocks if language == "text")
    files = {
        "organisation.yaml": "name: Millbeck\ntype: gp-practice\n",
        "staff.yaml": "- {id: j-osei, name: Jane Osei}\n",
        "roles.yaml": "- {id: ig-lead, title: IG lead, function: ig-lead, holders: [{staff: j-osei, from: 2024-01-01}]}\n",
        "assets.yaml": assets,
    }
    desk = Desk(igreg, tmp_path, files)
    desk.reset()
    words = ("sheet", "--register", desk.register, "--today", "2026-11-24")
    file = tmp_path / "assets-2026.xlsx"
    ran = igreg(*words, "--out", file, "assets", "--by", "Jane Osei")
    assert ran.code == 0, ran.err
    file.rename(desk.file)
    for row, outcome in ((2, "unchanged"), (3, "changed")):
        desk.set("assets", row, "Review last", "24/11/2026")
        desk.set("assets", row, "Review by", "IG lead")
        desk.set("assets", row, "Review outcome", outcome)
    desk.set("assets", 3, "Location", "Reception and car park")
    desk.file.rename(file)
    ran = igreg(*words, "--in", file, "--dry-run")
    assert ran.code == 0, ran.err
    assert ran.out.startswith(shown), ran.out
    assert igreg(*words, "--in", file, "--yes").code == 0
    assert [before for _, before, _ in desk.changed()] == [
        "  review: {every: 12 months, last: 2025-11-20}",
        "  location: Reception\n  review: {every: 12 months, last: 2025-11-20}",
    ]
    again = igreg(*words, "--in", file, "--yes")
    assert again.code == 0 and "0 changed" in again.out
