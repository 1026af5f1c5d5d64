"""The sample registers: no error on their day, and just the findings that they are meant to show."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from igreg.model.kinds.flows import Flow
from igreg.model.kinds.groups import Group
from igreg.model.kinds.roles import Role
from igreg.register.read import read
from igreg.store.read import read_sources
from tests.conftest import Ran

SAMPLES = Path(__file__).parent / "registers"
DAY = ("--today", "2026-11-24")

EXPECTED = {
    "smallest": {("no-deputy", "ig-lead"), ("no-assets", None)},
    "care-home": {
        ("overdue-action", "MM-2026-10"),
        ("overdue-review", "PRO-1"),
        ("missing-function", None),
        ("contradicted-answer", "dspt-2026-27"),
    },
    "gp-practice": {("overdue-action", "IGG-2026-09-08"), ("overdue-review", "POL-07")},
    "council": {
        ("overdue-action", "IGB-2026-09"),
        ("policy-behind-guidance", "POL-2"),
        ("overdue-review", "PRO-1"),
        ("overdue-review", "R-2"),
        ("lead-off-board", "siro"),
        ("lead-off-board", "guardian"),
    },
    "mutual": {
        ("overdue-review", "POL-3"),
        ("vacant-role", "ig-podiatry"),
        ("unit-without-lead", "podiatry"),
        ("lead-off-board", "siro"),
        ("lead-off-board", "guardian"),
    },
}


@pytest.mark.parametrize("name", EXPECTED)
def test_sample_shows_what_it_is_meant_to(name: str, tmp_path: Path, igreg: Callable[..., Ran]) -> None:
    folder = shutil.copytree(SAMPLES / name, tmp_path / name) / "register"
    ran = igreg("check", folder, *DAY, "--format", "json")
    found = json.loads(ran.out)
    assert ran.code == 0
    assert {(f["rule"], f["record"]) for f in found["findings"]} == EXPECTED[name]
    assert not [f for f in found["findings"] if f["severity"] == "error"]


@pytest.mark.parametrize("name", EXPECTED)
def test_every_command_works_on_it(name: str, tmp_path: Path, igreg: Callable[..., Ran]) -> None:
    folder = shutil.copytree(SAMPLES / name, tmp_path / name) / "register"
    assert json.loads(igreg("due", folder, *DAY, "--format", "json").out)["version"] == 1
    drawn = igreg("chart", "structure", folder, *DAY, "--format", "dot", "--out", "-").out
    register = read(read_sources(folder))
    ids = {record.identity or "" for record in (*register.of(Role), *register.of(Group))}
    assert {id for id in ids if id not in drawn} == set()
    told = igreg("chart", "communication", folder, *DAY, "--format", "text", "--out", "-").out
    assert {flow.title for flow in register.of(Flow) if (flow.title or "") not in told} == set()


@pytest.mark.parametrize("folder", [SAMPLES.parents[1] / "register", *sorted(SAMPLES.glob("*/register"))])
def test_every_line_of_the_list_has_an_owner(folder: Path, igreg: Callable[..., Ran]) -> None:
    ran = igreg("due", folder, *DAY, "--within", "3 years", "--format", "json")
    assert [item for item in json.loads(ran.out)["items"] if not item["owner"]] == []


def test_the_trust_has_no_error(igreg: Callable[..., Ran]) -> None:
    ran = igreg("check", Path(__file__).parents[1] / "register", *DAY, "--format", "json")
    assert ran.code == 0
    assert json.loads(ran.out)["summary"]["error"] == 0
