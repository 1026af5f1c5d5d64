"""What docs/history.md shows of a difference is what comes out."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.git.repositories import begin, needs_git

PAGE = (Path(__file__).parents[1] / "docs" / "history.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```console\n\$ igreg (diff[^\n]*)\n(.*?)```", PAGE, re.DOTALL)
BEFORE = {
    "organisation": "name: Willow Court\ntype: care-provider\nfiscal_year_start: 04-01\n",
    "staff": """\
- {id: n-rahman, name: Nadia Rahman, started: 2020-01-06}
- {id: j-whitlock, name: Jo Whitlock, started: 2021-03-01}
- {id: t-bell, name: Tamsin Bell, started: 2024-09-02}
""",
    "roles": """\
- id: siro
  title: Senior Information Risk Owner
  function: siro
  areas: [risk]
  holders:
    - {staff: n-rahman, from: 2024-05-01, assigned_by: minute 2024/3}
    - {staff: j-whitlock, from: 2024-05-01, as: deputy, assigned_by: minute 2024/3}
""",
    "policies": """\
- id: POL-1
  title: Use of e-mail
  owner: siro
  approver: siro
  version: "2.0"
  areas: [security]
  document: {url: "https://intranet.example/pol-1"}
  review: {every: 12 months, last: 2026-05-11}
""",
}
AFTER = {
    "roles": BEFORE["roles"]
    .replace("2024-05-01, assigned_by", "2024-05-01, until: 2026-11-30, assigned_by")
    .replace("as: deputy", "until: 2026-11-30, as: deputy")
    + "    - {staff: j-whitlock, from: 2026-12-01, assigned_by: minute 2026/9}\n",
    "policies": BEFORE["policies"].replace("12 months", "24 months").replace("owner: siro", "owner: dpo"),
}


@needs_git
@pytest.mark.parametrize(("typed", "shown"), SHOWN)
def test_what_the_page_shows_comes_out(igreg: Callable[..., Ran], typed: str, shown: str, tmp_path: Path) -> None:
    repository = begin(tmp_path / "r")
    repository.commit("2026-11-02", **BEFORE)
    repository.write(**AFTER)
    ran = igreg(*typed.split(), repository.register, "--today", "2026-11-24", "-q")
    assert re.sub(r"\b[0-9a-f]{10}\b", "#", ran.out) == re.sub(r"\b[0-9a-f]{10}\b", "#", shown)


def test_the_page_shows_one() -> None:
    assert len(SHOWN) == 1
