"""People, posts and units are found by what they are called, and not by their ids alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran, Write

ROLES = """\
- {id: siro, title: Senior Information Risk Owner, function: siro, unit: head, holders: [{staff: n-rahman, from: 2020-01-01}]}
- {id: TP-SIRO, title: SIRO of our partner}
- {id: ig-lead, title: IG Lead, function: ig-lead, unit: head, accountable_to: siro}
- {id: ward-a, title: Ward Manager}
- {id: ward-b, title: ward manager}
"""
REGISTER = {
    "organisation.yaml": "name: Rosewood\n",
    "roles.yaml": ROLES,
    "staff.yaml": (
        "- {id: p-nair, name: Priya Nair}\n- {id: n-rahman, name: Nadia Rahman}\n- {id: z-1, name: Zoë  O'Hara}\n"
    ),
    "units.yaml": "- {id: head, name: Head Office}\n",
    "policies.yaml": "- {id: POL-1, title: Records, owner: siro, areas: [data-protection], review: {last: 2026-01-01, "
    "every: 6 months}}\n",
    "groups.yaml": "- {id: igg, name: IG Group}\n",
    "meetings.yaml": "- {id: IGG-1, group: igg, date: 2026-11-01}\n",
    "incidents.yaml": "- {id: INC-1, title: Letter to the wrong house, occurred: 2026-10-01T09:00, aware: "
    "2026-10-01T09:00, status: open, actions: [{id: ACT-1, what: Ring, owner: siro, due: 2026-10-05}]}\n",
}
Igreg = Callable[..., Ran]


@pytest.fixture
def folder(write: Write) -> Path:
    return write(REGISTER)


TAKEN = [
    ("show SIRO", "'SIRO' is taken to mean siro (Senior Information Risk Owner)"),
    ("show|nadia rahman", "'nadia rahman' is taken to mean n-rahman (Nadia Rahman)"),
    ("show|zoë o'hara", '"zoë o\'hara" is taken to mean z-1'),
    ("show|ZO\u00cb O\u2019HARA", "is taken to mean z-1"),
    ("due|--for|Nadia Rahman", "--for: 'Nadia Rahman' is taken to mean n-rahman (Nadia Rahman)"),
    ("due --owner SIRO", "--owner: 'SIRO' is taken to mean siro (Senior Information Risk Owner)"),
    ("due|--owner|ig lead", "--owner: 'ig lead' is taken to mean ig-lead (IG Lead)"),
    ("due|--unit|head office", "--unit: 'head office' is taken to mean head (Head Office)"),
    ("due|--area|Data Protection", "--area: 'Data Protection' is taken to mean data-protection (data protection)"),
    ("chart|structure|--unit|Head Office|--format|dot|--out|-", "--unit: 'Head Office' is taken to mean head"),
    (
        "chart|--drill|incident|--without|Priya Nair|--format|dot|--out|-",
        "--without: 'Priya Nair' is taken to mean p-nair",
    ),
    ("breach|letter to the wrong house", "INCIDENT: 'letter to the wrong house' is taken to mean INC-1"),
]


@pytest.mark.parametrize(("line", "said"), TAKEN, ids=[line for line, _ in TAKEN])
def test_one_match_is_taken_and_said(igreg: Igreg, folder: Path, line: str, said: str) -> None:
    words = line.split("|") if "|" in line else line.split()
    ran = igreg(words[0], *words[1:], *_where(words[0], folder), "--today", "2026-11-24")
    assert (ran.code, said in ran.err) == (0, True), ran.err


def _where(command: str, folder: Path) -> list[str]:
    """Commands that write take their register by an option; of those that read it is the last word."""
    return [folder.as_posix()] if command in ("show", "due", "chart", "breach") else ["--register", folder.as_posix()]


WRITTEN = [
    (["assign", "ig-lead", "Priya Nair", "--from", "2026-12-01"], "roles.yaml", "{staff: p-nair, from: 2026-12-01}"),
    (["assign", "IG Lead", "P-NAIR", "--from", "2026-12-01"], "roles.yaml", "{staff: p-nair, from: 2026-12-01}"),
    (["leave", "Nadia Rahman", "--on", "2026-12-01"], "staff.yaml", "name: Nadia Rahman, left: 2026-12-01"),
    (["review", "records", "--outcome", "unchanged", "--by", "SIRO"], "policies.yaml", "by: siro"),
    (["done", "act-1"], "incidents.yaml", "done: 2026-11-24"),
    (["hold", "igg-1", "--present", "Priya Nair"], "meetings.yaml", "present: [p-nair]"),
]


@pytest.mark.parametrize(("words", "file", "text"), WRITTEN, ids=[" ".join(words) for words, _, _ in WRITTEN])
def test_what_is_written_is_the_id(igreg: Igreg, folder: Path, words: list[str], file: str, text: str) -> None:
    ran = igreg(*words, "--register", folder, "--today", "2026-11-24")
    assert ran.code == 0, ran.err
    assert "is taken to mean" in ran.err
    assert text in (folder / file).read_text(encoding="utf-8")


def test_an_id_is_taken_without_a_word(igreg: Igreg, folder: Path) -> None:
    assert igreg("show", "siro", folder).err == ""


def test_of_several_none_is_taken_and_all_are_offered(igreg: Igreg, folder: Path) -> None:
    ran = igreg("show", "Ward Manager", folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "igreg: 'Ward Manager' may mean several records\n"
        "help: name one by its id: ward-a (Ward Manager) or ward-b (ward manager)\n"
    )


NOBODY = [
    ("show|sirro", "did you mean 'siro'?"),
    ("show|Nadya Rahman", "did you mean 'n-rahman'?"),
    ("show|SENIOR INFORMATION RISK OWNR", "did you mean 'siro'?"),
    ("due|--for|priya nayr", "did you mean 'p-nair'?"),
    ("due|--owner|Nadia Rahman", "'Nadia Rahman' is n-rahman (Nadia Rahman), a person (staff)"),
    ("chart|--drill|incident|--without|Pria Nair", "did you mean 'p-nair'?"),
    ("chart|structure|--unit|Hed Office", "did you mean 'head'?"),
    ("breach|Letter to a wrong house", "did you mean 'INC-1'?"),
]


@pytest.mark.parametrize(("line", "hint"), NOBODY, ids=[line for line, _ in NOBODY])
def test_where_nobody_is_called_so_the_nearest_is_named(igreg: Igreg, folder: Path, line: str, hint: str) -> None:
    ran = igreg(*line.split("|"), folder)
    assert ran.code == 2
    assert ran.err.endswith(f"help: {hint}\n"), ran.err


def test_a_name_is_not_taken_where_another_of_that_name_may_stand_in_a_broken_file(igreg: Igreg, write: Write) -> None:
    folder = write(REGISTER | {"staff/more.yaml": "- id: x\n  name: [\n"})
    by_name = igreg("leave", "Priya Nair", "--on", "2026-12-01", "--register", folder)
    assert by_name.code == 2
    assert "staff/more.yaml could not be read in full and may hold it" in by_name.err
    assert "is taken to mean p-nair" in igreg("show", "Priya Nair", folder).err


def test_a_name_in_a_file_is_told_with_the_id_that_belongs_there(igreg: Igreg, write: Write) -> None:
    policy = "- {id: POL-1, title: Records, owner: %s, author: %s, notes: %s}\n"
    folder = write(REGISTER | {"policies.yaml": policy % ("Senior information risk owner", "Ward Manager", "SIRO")})
    found = igreg("check", folder, "--select", "IG106", "--format", "json", "--today", "2026-11-24").out
    assert '"write siro, the id of Senior Information Risk Owner"' in found
    assert "several are called so; write the id of one: ward-a (Ward Manager) and ward-b (ward manager)" in found
    assert "no record has the id 'Senior information risk owner'" in found
