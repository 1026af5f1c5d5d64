"""Somebody at a terminal adds a record to a home's register: what they see, and what is written."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.conftest import Write
from tests.terminal import typed

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals on Windows")

FILES = {
    "organisation.yaml": "name: Rosewood\ntype: care-provider\n",
    "staff.yaml": "- id: g-mensah\n  name: Grace Mensah\n",
    "courses.yaml": "- {id: dsa, title: Data security awareness}\n",
}
DAY = ("--today", "2026-11-24")


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_training_record(write: Write) -> None:
    folder = write(FILES)
    keys = [
        ("staff *: Who.", "grace\n"),
        ("course *: Which course.", "1\n"),
        ("completed *:", "next month\n"),
        ("'next month' is not a day", "24 Nov\n"),
        ("expires:", "\n"),
        ("Enter goes on.", "\n"),
        ("write this? [y/N]", "y\n"),
    ]
    code, screen = typed(["add", "training record", *DAY], keys, folder.parent)
    assert code == 0, screen
    assert "Adding a training record. * must be there" in screen
    assert "   1 g-mensah (Grace Mensah)\n" in screen
    assert "  = 2026-11-24, Tuesday\n" in screen
    assert "New: g-mensah/dsa/2026-11-24 in training-records\n" in screen
    written = (folder / "training-records.yaml").read_text(encoding="utf-8")
    assert written == "- staff: g-mensah\n  course: dsa\n  completed: 2026-11-24\n"


def test_the_tab_key_offers_ids(write: Write) -> None:
    folder = write(FILES)
    keys = [("> ", "g-m\t\n"), ("= g-mensah", ""), ("> ", "\x03")]
    code, screen = typed(["add", "training record", *DAY], keys, folder.parent)
    assert (code, "nothing was written" in screen) == (130, True), screen


@pytest.mark.parametrize(("key", "code"), [("\x03", 130), ("\x04", 2)])
def test_who_ends_the_questions_has_written_nothing(write: Write, key: str, code: int) -> None:
    folder = write(FILES)
    before = left(folder)
    ended, screen = typed(
        ["add", "incident", *DAY],
        [("title *:", "A letter\n"), ("aware *:", ""), ("> ", key)],
        folder.parent,
    )
    assert (ended, "igreg: nothing was written" in screen, "Traceback" in screen) == (code, True, False), screen
    assert left(folder) == before


def test_who_says_no_has_written_nothing(write: Write) -> None:
    folder = write(FILES)
    before = left(folder)
    words = ["add", "incident", "--set", "title=A letter", "--set", "aware=today 9.30", *DAY]
    ended, screen = typed(words, [("write this? [y/N]", "\n")], folder.parent)
    assert (ended, "+  aware: 2026-11-24T09:30" in screen) == (2, True), screen
    assert left(folder) == before


def test_a_record_that_needs_another_says_so_first(write: Write) -> None:
    folder = write({"organisation.yaml": "name: Rosewood\ntype: care-provider\n"})
    ended, screen = typed(["add", "training-record", *DAY], [], folder.parent)
    assert ended == 2
    assert "a training record needs a person (staff), and the register has none yet" in screen
    assert "begin with `igreg add staff`" in screen
