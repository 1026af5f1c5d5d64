"""Who made a commit and what they said of it: encodings, odd headers, and no address (rulings H45, H50)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from igreg.git.run import Git
from igreg.git.said import said
from igreg.lives.said import Said
from tests.git.repositories import Repository, begin, needs_git

pytestmark = needs_git
LONDON = ZoneInfo("Europe/London")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = begin(tmp_path / "r")
    made.commit("2026-01-05")
    return made


def commit(repository: Repository, head: bytes, message: bytes = b"x\n") -> Said:
    """What is said of a commit with these lines."""
    tree = repository.git("rev-parse", "HEAD^{tree}").encode()
    rev = repository.git(
        "hash-object", "-t", "commit", "-w", "--stdin", "--literally", given=b"tree " + tree + b"\n" + head + b"\n" + message
    )  # fmt: skip
    return said(Git(repository.root), [rev], LONDON)[rev]


ANN = b"author Ann Ash <ann@trust.example> 1767268800 +0000\n"
BOB = b"committer Bob <bob@trust.example> 1767355200 +0000\n"


@pytest.mark.parametrize(
    ("head", "author", "committer"),
    [
        (ANN + BOB, "Ann Ash", "Bob"),
        (ANN + ANN.replace(b"author", b"committer").replace(b"ann@", b"other@"), "Ann Ash", None),
        (ANN.replace(b"Ann Ash", "Zoë".encode()) + BOB, "Zoë", "Bob"),
        (ANN.replace(b"Ann Ash", b"Zo\xeb") + BOB, "Zoë", "Bob"),
        (ANN.replace(b"Ann Ash", b"Zo\xeb") + BOB + b"encoding ISO-8859-1\n", "Zoë", "Bob"),
        (ANN.replace(b"Ann Ash", "Zoë".encode("utf-16-le")) + BOB + b"encoding no-such-thing\n", "Z\0o\0ë\0".encode("latin-1").decode("latin-1"), "Bob"),
        (ANN.replace(b"Ann Ash", b"ann@trust.example") + BOB, "(address)", "Bob"),
        (b"author  <> 0 +0000\n" + BOB, "", "Bob"),
        (b"author Ann\n" + BOB, "Ann", "Bob"),
        (BOB, "", "Bob"),
    ],
)  # fmt: skip
def test_names(repository: Repository, head: bytes, author: str, committer: str | None) -> None:
    found = commit(repository, head)
    assert (found.author, found.committer) == (author, committer)


def test_days_are_those_of_the_zone(repository: Repository) -> None:
    late = ANN.replace(b"1767268800", b"1783639800")  # 9 July 2026, 23:30 UTC
    found = commit(repository, late + BOB)
    assert (found.written, found.date) == (dt.date(2026, 7, 10), dt.date(2026, 1, 2))


@pytest.mark.parametrize("stamp", [b"99999999999999999999", b"-99999999999999"])
def test_a_moment_that_no_calendar_has(repository: Repository, stamp: bytes) -> None:
    assert commit(repository, ANN.replace(b"1767268800", stamp) + BOB).written is None


@pytest.mark.parametrize(
    ("message", "first"),
    [(b"one\n\ntwo\n", "one"), (b"\n\n  one \ntwo", "one"), (b"", ""), (b"a\x1b[31mb\n", "a\x1b[31mb"), (b"\xff", "ÿ")],
)
def test_the_first_line(repository: Repository, message: bytes, first: str) -> None:
    assert commit(repository, ANN + BOB, message).message == first
