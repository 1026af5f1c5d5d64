"""Files as Windows leaves them, CRLF and a mark at their beginning: every command that writes leaves them so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from igreg.cli.app import Commands
from tests.cli.test_every_command_unread import READS, WRITES
from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
FILES = {
    "organisation.yaml": "name: X\ntype: care-provider\n",
    "units.yaml": "- {id: u, name: U}\n",
    "roles.yaml": "- id: r\n  title: R\n  holders:\n    - {staff: s, from: 2020-01-01, assigned_by: letter}\n",
    "staff.yaml": "# who works here\n- {id: s, name: Sam}\n- {id: t, name: Tom}\n",
    "policies.yaml": "- id: P\n  title: T\n  owner: r\n  review: {every: 1 year, last: 2025-11-30}\n",
    "groups.yaml": "- {id: g, title: G, chair: r, members: [r], meets_every: 1 month}\n",
    "meetings.yaml": (
        "- {id: M, group: g, date: 2026-11-01, status: planned, actions: [{id: M-1, what: A, due: 2026-12-01}]}\n"
    ),
    "risks.yaml": "- {id: K, title: Risk, owner: r}\n",
    "exceptions.yaml": "- {id: E, rule: no-deputy, record: r, reason: x, approved_by: r, until: 2027-01-01}\n",
    "assessments.yaml": "- {id: A, title: DSPT, framework: dspt-v8, target: 2027-06-30}\n",
}
MARK = b"\xef\xbb\xbf"
TYPED: dict[str, tuple[str, ...]] = WRITES | {
    "hold": ("M", "--minutes", "docs\\minutes.docx"),
    "new": ("risks", "R-2"),
    "restructure": ("plan.yaml",),
    "import": ("staff", "people.csv", "--yes"),
    "fix": ("--yes",),
    "review": ("P", "--outcome", "unchanged", "--by", "r"),
}
OTHERS = {"init", "sheet"}
"""The first begins a register; what the second writes has pages of tests, this one among them."""


def test_every_command_that_writes_is_in_the_table() -> None:
    assert {*TYPED} | OTHERS == {*WRITES, "fix", "sheet", "init"}
    assert {*TYPED, *READS} <= set(Commands())


@pytest.mark.parametrize("mark", [b"", MARK], ids=["plain", "with a mark"])
@pytest.mark.parametrize("command", TYPED)
def test_line_ends_and_the_mark_stay(
    write: Write, igreg: Igreg, monkeypatch: pytest.MonkeyPatch, command: str, mark: bytes
) -> None:
    folder = write(FILES)
    if command == "fix":
        (folder / "staff.yaml").write_text("- {id: s, name: Sam, started: 31/03/2019}\n- {id: t name: Tom}\n", "utf-8")
    for file in folder.glob("*.yaml"):
        file.write_bytes(mark + file.read_bytes().replace(b"\n", b"\r\n"))
    monkeypatch.chdir(folder.parent)
    Path("people.csv").write_bytes(MARK + "name,job_title\r\nZoë Poole,Carer\r\n".encode())
    Path("plan.yaml").write_bytes(b"on: 2026-12-01\r\nchanges:\r\n  - make:\r\n      unit: {id: v, name: V}\r\n")
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    ran = igreg(command, *TYPED[command], "--today", "2026-11-22")
    changed = [file for file in folder.iterdir() if before.get(file.name) != file.read_bytes()]
    if command == "answer":  # the item asks for more than a word here; where it is refused nothing is written
        assert changed or ran.code
        return
    assert changed, ran.err
    for file in changed:
        now = file.read_bytes()
        assert now.startswith(mark) and now.count(MARK) == bool(mark), file.name
        assert b"\n" not in now.replace(b"\r\n", b""), (file.name, now)


NEW_FILES: dict[str, tuple[str, ...]] = {
    "add": ("incident", "--set", "title=Fax astray", "--set", "aware=2026-11-20T09:00", "--yes"),
    "new": ("audits", "AUD-1"),
    "import": ("bodies", "bodies.csv", "--yes"),
    "assess": ("dspt-v8", "--draft"),
}
LF_ONES = ("units.yaml", "risks.yaml")


@pytest.mark.parametrize("windows", [True, False], ids=["most have CRLF", "most have LF"])
@pytest.mark.parametrize("command", NEW_FILES)
def test_a_new_file_ends_its_lines_as_most_beside_it_do(
    write: Write, igreg: Igreg, monkeypatch: pytest.MonkeyPatch, command: str, windows: bool
) -> None:
    known = FILES["organisation.yaml"] + "ico_registration: {number: ZA123456, expires: 2027-06-30}\n"
    lead = FILES["roles.yaml"].replace("title: R\n", "title: R\n  function: ig-lead\n")
    folder = write(
        {name: text for name, text in FILES.items() if name != "assessments.yaml"}
        | {"organisation.yaml": known, "roles.yaml": lead}
    )
    for file in folder.glob("*.yaml"):
        if (file.name in LF_ONES) != windows:
            file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    monkeypatch.chdir(folder.parent)
    Path("bodies.csv").write_bytes(b"name,category\r\nCare Commission,regulator\r\n")
    before = {*folder.rglob("*.yaml")}
    ran = igreg(command, *NEW_FILES[command], "--today", "2026-11-22")
    (new,) = {*folder.rglob("*.yaml")} - before or pytest.fail(ran.err)
    now = new.read_bytes()
    assert now.count(b"\n") > 1 and now.count(b"\r\n") == (now.count(b"\n") if windows else 0), now


def test_a_path_with_backslashes_is_written_with_strokes(
    write: Write, igreg: Igreg, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(FILES)
    monkeypatch.chdir(folder.parent)
    assert igreg("hold", "M", "--minutes", "docs\\minutes.docx", "--today", "2026-11-22").code == 0
    assert "docs/minutes.docx" in (folder / "meetings.yaml").read_text("utf-8")
