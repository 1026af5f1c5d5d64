"""The rules and the list agree: what `check` calls overdue is on the list as overdue, and the other way round."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran

ROOT = Path(__file__).parents[2]
SAMPLES = ["gp-practice", "care-home", "council", "mutual"]
PAIRS = [
    ("overdue-review", "review"),
    ("overdue-action", "action"),
    ("overdue-audit", "audit"),
    ("expired-exception", "exception-ends"),
    ("expired-agreement", "agreement-ends"),
    ("unconfirmed-registration", "registration"),
]


@pytest.mark.parametrize("today", ["2026-11-24", "2027-03-31", "2028-02-29"])
@pytest.mark.parametrize("name", [*SAMPLES, "trust"])
def test_rules_and_list_agree(name: str, today: str, tmp_path: Path, igreg: Callable[..., Ran]) -> None:
    folder = ROOT / "register" if name == "trust" else shutil.copytree(ROOT / "tests/registers" / name, tmp_path / name)
    words = (folder, "--today", today, "--format", "json")
    found = json.loads(igreg("check", *words, "--no-exceptions").out)["findings"]
    items = json.loads(igreg("due", *words, "--overdue").out)["items"]
    for rule, what in PAIRS:
        told = sorted(f["record"] for f in found if f["rule"] == rule)
        names = {what, "decision-review"} if what == "review" else {what}
        listed = sorted(item["record"] for item in items if item["what"] in names and item["days"] < 0)
        if rule == "overdue-audit":  # the list also has repeating audits by their interval (ruling A72)
            assert set(told) <= set(listed)
        else:
            assert told == listed, rule


CLOCKS = {"breach-undecided", "breach-not-notified"}
LISTED = {
    "expired-registration": "certificate-ends",
    "expired-delegation": "delegation-ends",
    "group-not-meeting": "meeting",
    "support-ended": "support-ends",
}


@pytest.mark.parametrize("today", ["2026-11-24", "2027-03-31", "2028-02-29"])
@pytest.mark.parametrize("name", [*SAMPLES, "trust"])
def test_what_is_over_by_other_rules_is_on_the_list(
    name: str, today: str, tmp_path: Path, igreg: Callable[..., Ran]
) -> None:
    folder = ROOT / "register" if name == "trust" else shutil.copytree(ROOT / "tests/registers" / name, tmp_path / name)
    words = (folder, "--today", today, "--format", "json")
    found = json.loads(igreg("check", *words, "--no-exceptions").out)["findings"]
    items = json.loads(igreg("due", *words).out)["items"]
    told = {f["record"] for f in found if f["rule"] in CLOCKS}
    assert told == {item["record"] for item in items if item.get("hours", 0) < 0}
    for rule, what in LISTED.items():
        listed = {(i["record"], i.get("subject") if i["record"] is None else None) for i in items if i["what"] == what}
        faults = [
            f for f in found if f["rule"] == rule and f.get("subject") != "DSPT" and "neither" not in f["message"]
        ]
        assert {(f["record"], f.get("subject") if f["record"] is None else None) for f in faults} <= listed, rule


@pytest.mark.parametrize("view", ["week", "owner", "kind", "unit", "area"])
def test_every_view_has_every_item(view: str, igreg: Callable[..., Ran]) -> None:
    words = (ROOT / "register", "--today", "2026-11-24", "--format", "markdown")
    plain = {line for line in igreg("due", *words).out.splitlines() if line.startswith("| 20")}
    seen = {line for line in igreg("due", *words, "--by", view).out.splitlines() if line.startswith("| 20")}
    assert seen == plain
