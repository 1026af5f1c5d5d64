"""A register of a few lines, and its screen as text and as a value."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.conftest import Ran

Igreg = Callable[..., Ran]
DAY = ("--today", "2026-11-22")
FILES = {
    "organisation.yaml": "name: Willow\ntype: other\n",
    "roles.yaml": (
        "- {id: siro, title: SIRO, function: siro, areas: [risk], holders: [{staff: ann, from: 2020-01-01}]}\n"
        "- {id: ciso, title: CISO, areas: [security], holders: [{staff: ben, from: 2020-01-01, until: 2026-11-21}]}\n"
        "- {id: dpo, title: DPO, areas: [data-protection], holders: [{staff: cat, from: 2020-01-01, as: deputy}]}\n"
        "- {id: two, title: Second, areas: [risk]}\n"
    ),
    "staff.yaml": (
        "- {id: ann, name: Ann}\n- {id: ben, name: Ben, left: 2026-11-20}\n"
        "- {id: cat, name: Cat, absences: [{from: 2026-11-01, until: 2026-11-30}]}\n"
    ),
    "policies.yaml": (
        "- {id: P1, title: One, owner: siro, review: {every: 1 year, last: 2025-11-21}}\n"
        "- {id: P2, title: Two, owner: siro, review: {every: 1 year, last: 2025-11-22}}\n"
        "- {id: P3, title: Three, owner: siro, review: {every: 1 year, last: 2025-11-29}}\n"
        "- {id: P4, title: Four, owner: siro, review: {every: 1 year, last: 2025-11-30}}\n"
    ),
}


def screen(igreg: Igreg, folder: Path, *more: str) -> Any:
    ran = igreg("status", folder, *(more or DAY), "--format", "json", "-q")
    assert ran.code == 0
    return json.loads(ran.out)


def text(igreg: Igreg, folder: Path, columns: int = 100) -> str:
    ran = igreg("status", folder, *DAY, columns=columns)
    assert ran.code == 0
    return ran.out
