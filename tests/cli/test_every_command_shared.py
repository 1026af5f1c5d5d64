"""The options that commands share, in each command that has them: a dry run writes nothing, and settings and days are read.

How a command is called stands in the table of `test_every_command_unread.py`, so a new command is tried without a row here.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from igreg.cli.app import Commands
from tests.cli import test_every_command_unread as unread
from tests.conftest import Ran, Write
from tests.git.repositories import needs_git

Igreg = Callable[..., Ran]
FILES = unread.FILES | {
    "staff.yaml": unread.FILES["staff.yaml"] + "- {id: u, name: Una, long_absence: no}\n",
    "exceptions.yaml": unread.FILES["exceptions.yaml"]
    + "- {id: F, rule: vacant-role, record: r, reason: x, approved_by: r, until: 2027-01-01}\n",
}
"""The register of that table, with a word that `fix` puts right and an exception that `tidy` takes out."""
CALLED = unread.READS | unread.WRITES | {"check": (), "fix": ("--yes",), "estate": ("register",)}
WITH_ANOTHER = {"assess", "capacity"}
"""Commands whose dry run goes with an option that they are not called with here; their own tests have it."""


def taking(option: str) -> list[str]:
    """The commands of the table that have an option."""
    return [name for name in CALLED if option in {one.name for one in Commands()[name].params}]


@pytest.fixture
def folder(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The register, and the folder above it to work in."""
    found = write(FILES)
    monkeypatch.chdir(found.parent)
    return found


def content(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def called(folder: Path, command: str) -> list[str]:
    """The words with which a command is called, and the files that they name."""
    table, plan = folder.parent / "people.csv", folder.parent / "plan.yaml"
    table.write_text("name,job_title\nMary Poole,Carer\n", encoding="utf-8")
    plan.write_text("on: 2026-12-01\nchanges:\n  - make: {unit: {id: v, name: V}}\n", encoding="utf-8")
    return [word.format(out=folder.parent / "out", table=table, plan=plan) for word in CALLED[command]]


@pytest.mark.parametrize("command", [name for name in taking("dry_run") if name not in WITH_ANOTHER])
def test_a_dry_run_writes_nothing_of_what_would_be_written(folder: Path, igreg: Igreg, command: str) -> None:
    words = (*called(folder, command), "--today", "2026-11-22")
    before = content(folder.parent)
    dry = igreg(command, *words, "--dry-run")
    assert (dry.code, content(folder.parent)) == (0, before), dry.err
    ran = igreg(command, *words)
    assert ran.code == 0, ran.err
    assert content(folder.parent) != before


@pytest.mark.parametrize("command", taking("config"))
def test_settings_that_are_not_there_are_refused(folder: Path, igreg: Igreg, command: str) -> None:
    ran = igreg(command, *called(folder, command), "--config", folder.parent / "none.toml")
    assert (ran.code, ran.out) == (2, "")
    assert "none.toml" in ran.err


@pytest.mark.parametrize(("option", "name"), [("--today", "today"), ("--now", "now")])
def test_a_day_that_is_none_is_refused(folder: Path, igreg: Igreg, option: str, name: str) -> None:
    commands = taking(name)
    assert len(commands) > 20
    for command in commands:
        ran = igreg(command, *called(folder, command), option, "soon")
        assert (ran.code, ran.out) == (2, ""), command
        assert f"{option}: 'soon' is not a" in ran.err, command


def test_without_colour_there_is_none(folder: Path, igreg: Igreg, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    coloured = set()
    for command in sorted({*unread.READS, *unread.MENDS} & {*taking("no_color")} - {"diff", "log", "blame"}):
        words = (*called(folder, command), "--today", "2026-11-22")
        plain = igreg(command, *words, "--no-color")
        assert "\x1b" not in plain.out + plain.err, command
        told = igreg(command, *words)
        if "\x1b" in told.out + told.err:
            coloured.add(command)
    assert coloured >= {"check", "due", "status"}


@needs_git
@pytest.mark.skipif(os.name == "nt", reason="the stand-in for Git is a shell script")
@pytest.mark.parametrize("command", taking("git_timeout"))
def test_a_git_that_hangs_is_waited_for_as_long_as_is_said(
    folder: Path, igreg: Igreg, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    unread.committed(folder)
    slow = folder.parent / "slow"
    slow.mkdir()
    (slow / "git").write_text("#!/bin/sh\nexec sleep 20\n", encoding="utf-8")
    (slow / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow}{os.pathsep}{os.environ['PATH']}")
    more = ("--as-known",) if command == "who" else ()
    ran = igreg(command, *called(folder, command), *more, "--git-timeout", "0.2")
    assert (ran.code, ran.out) == (3, "")
    assert "took longer than 0.2 seconds" in ran.err
