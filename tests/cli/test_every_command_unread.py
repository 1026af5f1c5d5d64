"""Every command there is, on a register of which a file is broken: no false all-clear, no traceback, nothing half written.

The table is held against the table of commands itself, so that a new command has to say what it does with such a file.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from igreg.cli.app import Commands
from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
FILES = {
    "organisation.yaml": "name: X\ntype: other\ntop: r\n",
    "roles.yaml": "- {id: r, title: R, function: dpo, holders: [{staff: s, from: 2020-01-01}]}\n",
    "staff.yaml": "- {id: s, name: Sam, email: s@x.example}\n- {id: t, name: Tom}\n",
    "policies.yaml": "- {id: P, title: T, owner: r, review: {every: 1 year, last: 2025-11-30}}\n",
    "groups.yaml": "- {id: g, title: G, chair: r, members: [r], meets_every: 1 month}\n",
    "meetings.yaml": (
        "- {id: M, group: g, date: 2026-11-01, status: planned, actions: [{id: M-1, what: A, due: 2026-12-01}]}\n"
    ),
    "incidents.yaml": "- {id: I, title: T, aware: 2026-11-20T10:00}\n",
    "exceptions.yaml": "- {id: E, rule: no-deputy, record: r, reason: x, approved_by: r, until: 2027-01-01}\n",
    "assessments.yaml": "- {id: A, title: DSPT, framework: dspt-v8, target: 2027-06-30}\n",
}
BROKEN = {
    "no YAML": "- id: r\n  title R\n",
    "not UTF-8": "- id: r\n  title: \udcff\n",
    "an unfinished merge": "<<<<<<< HEAD\n- {id: r, title: R}\n=======\n- {id: r, title: Q}\n>>>>>>> other\n",
    "two documents": "---\n- {id: r, title: R}\n---\n- {id: q, title: Q}\n",
}
ASKS_NO_REGISTER = {"explain", "rules", "schema", "facts", "frameworks", "help", "init"}
"""Commands whose answer no file of a register changes."""
NEVER_ENDS = {"serve"}
"""It shows pages until it is stopped; `site` makes the same ones."""
READS: dict[str, tuple[str, ...]] = {
    "status": (),
    "due": (),
    "breach": ("I",),
    "chart": ("structure", "--format", "text", "--out", "-"),
    "show": ("I",),
    "who": ("dpo",),
    "timeline": (),
    "capacity": (),
    "deputies": ("r",),
    "stale": (),
    "assess": ("A",),
    "diff": ("HEAD",),
    "log": ("I",),
    "blame": ("I",),
    "query": ("select count(*) from roles",),
    "export": ("--format", "csv", "--out", "{out}"),
    "report": ("board", "--out", "{out}"),
    "sheet": ("--out", "{out}.xlsx"),
    "site": ("--audience", "staff", "--out", "{out}"),
    "evidence": ("A", "--out", "{out}"),
    "form": ("incident", "--out", "{out}.html"),
}
WRITES: dict[str, tuple[str, ...]] = {
    "review": ("P", "--outcome", "unchanged", "--by", "r"),
    "done": ("M-1",),
    "hold": ("M",),
    "assign": ("r", "t", "--from", "2026-12-01"),
    "leave": ("s", "--on", "2026-12-31"),
    "add": ("risk", "--set", "title=A", "--set", "owner=r", "--yes"),
    "new": ("risks",),
    "plan-meeting": ("g", "--on", "2027-01-05"),
    "answer": ("A", "1.1.1", "--as", "met", "--by", "r"),
    "import": ("staff", "{table}", "--yes"),
    "restructure": ("{plan}",),
    "tidy": ("--yes",),
}
SIDE_BY_SIDE = {"estate"}
"""It is given many registers, and says beside each what is missing."""
MENDS = {"check", "fix"}
"""They are for files that cannot be read, and have tests of their own."""
JSON = ("status", "due", "breach", "who", "timeline", "capacity", "stale", "assess", "blame", "query")


def test_every_command_is_in_the_table() -> None:
    assert {*READS, *WRITES, *MENDS, *SIDE_BY_SIDE, *ASKS_NO_REGISTER, *NEVER_ENDS} == set(Commands())


@pytest.fixture
def folder(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register of which the file of roles is no YAML, and the folder above it to work in."""
    found = write(FILES)
    monkeypatch.chdir(found.parent)
    (found / "roles.yaml").write_text(BROKEN["no YAML"], encoding="utf-8")
    return found


def committed(folder: Path) -> None:
    """The register as it was before, in a repository."""
    broken = (folder / "roles.yaml").read_bytes()
    (folder / "roles.yaml").write_text(FILES["roles.yaml"], encoding="utf-8")
    who = ("-c", "user.name=A", "-c", "user.email=a@x.example")
    for words in (("init", "-q"), ("add", "-A"), (*who, "commit", "-q", "-m", "x")):
        subprocess.run(["git", "-C", folder.parent, *words], check=True, capture_output=True)
    (folder / "roles.yaml").write_bytes(broken)


def run(igreg: Igreg, folder: Path, command: str, words: tuple[str, ...]) -> Ran:
    if command in ("diff", "log", "blame"):
        committed(folder)
    out = folder.parent / "out"
    table, plan = folder.parent / "people.csv", folder.parent / "plan.yaml"
    table.write_text("name,job_title\nMary Poole,Carer\n", encoding="utf-8")
    plan.write_text("on: 2026-12-01\nchanges:\n  - end: r\n", encoding="utf-8")
    named = [word.format(out=out, table=table, plan=plan) for word in words]
    day = () if command in ("log", "blame") else ("--today", "2026-11-22")
    return igreg(command, *named, *day)


@pytest.mark.parametrize("command", READS)
def test_whatever_reads_says_so_first_and_last_or_refuses(folder: Path, igreg: Igreg, command: str) -> None:
    ran = run(igreg, folder, command, READS[command])
    lines = [line for line in ran.err.splitlines() if line]
    assert "register/roles.yaml" in lines[0], ran.err
    assert any("register/roles.yaml" in line for line in lines[-2:]), ran.err  # a refusal ends in what to do


def test_side_by_side_a_register_with_a_broken_file_is_called_incomplete(folder: Path, igreg: Igreg) -> None:
    ran = igreg("estate", folder, "--today", "2026-11-22")
    assert "incomplete" in ran.out
    assert json.loads(igreg("estate", folder, "--today", "2026-11-22", "--format", "json").out)


@pytest.mark.parametrize("command", JSON)
def test_for_machines_the_files_are_named(folder: Path, igreg: Igreg, command: str) -> None:
    ran = run(igreg, folder, command, (*READS[command], "--format", "json"))
    assert json.loads(ran.out)["incomplete"] == ["register/roles.yaml"]


PARTLY = [name for name in READS if "incomplete_ok" in {one.name for one in Commands()[name].params}]


@pytest.mark.parametrize("command", [name for name in PARTLY if name != "timeline"])  # which has nothing without roles
def test_what_is_incomplete_is_not_0_unless_that_is_said_to_be_well(folder: Path, igreg: Igreg, command: str) -> None:
    assert run(igreg, folder, command, (*READS[command], "--incomplete-ok")).code == 0
    (folder.parent / "out.html").unlink(missing_ok=True)  # a form is not written over
    assert run(igreg, folder, command, READS[command]).code in (1, 2)


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_in_whatever_way_it_is_broken(folder: Path, igreg: Igreg, text: str) -> None:
    (folder / "roles.yaml").write_bytes(text.encode("utf-8", "surrogateescape"))
    for command in ("status", "chart", "report", "export", "assess"):
        lines = [line for line in run(igreg, folder, command, READS[command]).err.splitlines() if line]
        assert "register/roles.yaml" in lines[0], command


@pytest.mark.parametrize("command", WRITES)
def test_whatever_writes_says_so_and_writes_whole_or_not_at_all(folder: Path, igreg: Igreg, command: str) -> None:
    before = {file.name: file.read_bytes() for file in sorted(folder.iterdir())}
    ran = run(igreg, folder, command, WRITES[command])
    after = {file.name: file.read_bytes() for file in sorted(folder.iterdir())}
    assert "register/roles.yaml" in ran.err
    assert after["roles.yaml"] == before["roles.yaml"]
    if ran.code:
        assert after == before


@pytest.mark.parametrize(
    ("command", "words"),
    [
        pytest.param("assign", WRITES["assign"], id="assign"),
        pytest.param("leave", WRITES["leave"], id="leave"),
        pytest.param("new", WRITES["new"], id="new"),
        pytest.param("tidy", WRITES["tidy"], id="tidy"),
        pytest.param("plan-meeting", WRITES["plan-meeting"], id="plan-meeting"),
        pytest.param("add", WRITES["add"], id="add"),
    ],
)
def test_what_needs_the_file_is_refused(folder: Path, igreg: Igreg, command: str, words: tuple[str, ...]) -> None:
    assert run(igreg, folder, command, words).code != 0
