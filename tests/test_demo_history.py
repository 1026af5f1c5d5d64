"""The repository of `make demo-history`: the same on each machine, valid at each commit but one, and worth a look."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from igreg.findings import INVALID_YAML
from igreg.git.run import Git
from igreg.git.state import state_at
from igreg.register.read import read
from tests.conftest import Ran
from tests.git.repositories import needs_git
from tools.demo_history import TRY, commands
from tools.history.build import ROOT, sample
from tools.history.story import COMMITS

Igreg = Callable[..., Ran]
pytestmark = [needs_git, pytest.mark.thorough]
TODAY = ("--today", "2026-11-24")
BROKEN = "2026-02-11"


def git(folder: Path, *words: str) -> list[str]:
    done = subprocess.run(["git", *words], cwd=folder, capture_output=True, check=True, encoding="utf-8")
    return done.stdout.splitlines()


def test_its_ids_are_the_same_on_each_machine(demo_history: Path, tmp_path: Path) -> None:
    """Made once more by another process, whose user has other settings and another clock."""
    home = tmp_path / "home"
    home.mkdir()
    (home / ".gitconfig").write_text("[user]\n\tname = x\n[core]\n\tautocrlf = true\n", encoding="utf-8")
    more = {"HOME": str(home), "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7", "GIT_AUTHOR_NAME": "x"}
    words = [sys.executable, "-m", "tools.demo_history", str(tmp_path / "r")]
    ran = subprocess.run(words, cwd=ROOT, env=os.environ | more, capture_output=True, check=True, encoding="utf-8")
    (head,) = git(demo_history, "rev-parse", "HEAD")
    assert f"the last is {head}\n" in ran.stdout
    assert "igreg who risk --on 2026-04-05" in ran.stdout


def test_there_are_40_commits_over_two_years(demo_history: Path) -> None:
    assert len(git(demo_history, "rev-list", "HEAD")) == 40
    assert len(git(demo_history, "rev-list", "--merges", "HEAD")) == 1
    assert (COMMITS[0].day, COMMITS[-1].day) == ("2024-11-25", "2026-11-24")


def test_it_ends_at_the_sample_as_it_stands(demo_history: Path) -> None:
    files = [*(demo_history / "register").rglob("*.yaml"), *(demo_history / "docs").rglob("*.md")]
    found = {one.relative_to(demo_history).as_posix(): one.read_bytes().decode("utf-8") for one in files}
    assert found == sample()


def test_every_commit_but_one_can_be_read(demo_history: Path) -> None:
    """Nothing is said of the form of a file: no fault that is found while it is read."""
    faults = {}
    for rev in git(demo_history, "rev-list", "--first-parent", "HEAD"):
        register = read(state_at(Git(demo_history), rev, "register").sources)
        (day,) = git(demo_history, "show", "-s", "--format=%cs", rev)
        faults[day] = set(register.faults)
    assert {day: found for day, found in faults.items() if found} == {BROKEN: {INVALID_YAML}}


@pytest.mark.parametrize("day", ["2024-11-25", "2025-03-04", "2025-09-30", "2026-05-05", "2026-09-02", "2026-10-06"])
def test_commits_have_no_error_on_their_day(demo_history: Path, igreg: Igreg, tmp_path: Path, day: str) -> None:
    """At those that the story changes itself; each takes a check of the sample, so not all of them are tried."""
    (rev,) = git(demo_history, "rev-list", "-1", f"--before={day}T23:59:59+0000", "--first-parent", "HEAD")
    git(tmp_path, "clone", "--quiet", str(demo_history), "c")
    git(tmp_path / "c", "checkout", "--quiet", rev)
    ran = igreg("check", tmp_path / "c" / "register", "--today", day, "--format", "json")
    errors = [one for one in json.loads(ran.out)["findings"] if one["severity"] == "error"]
    assert (ran.code, errors) == (0, [])


def test_who_tells_of_the_late_entry(demo_history: Path, igreg: Igreg) -> None:
    at = ("who", "role:siro", demo_history / "register", "--on", "2026-04-05", *TODAY, "--format", "json")
    found = json.loads(igreg(*at).out)
    assert [
        (one["staff"], one["now"], one["written"]) for one in found["differences"] if one["as"] == "substantive"
    ] == [("n-rahman", True, "2026-04-14")]
    assert igreg(*at, "--as-known").code == 1


@pytest.mark.parametrize("line", [one for one, _ in TRY])
def test_what_is_printed_can_be_typed(
    demo_history: Path, igreg: Igreg, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    if line not in [one for one, _ in commands()]:
        pytest.skip("the command is not there yet")
    monkeypatch.chdir(demo_history)
    ran = igreg(*line.split())
    assert ran.code == ("--as-known" in line), ran.err
    assert ran.out
