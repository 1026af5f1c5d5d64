"""A register that is the root of its repository has the same history as one in a folder of it (ruling H43)."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from igreg.git.called import called, own_path, own_words
from tests.conftest import Ran
from tests.git.repositories import Repository, begin, needs_git

Igreg = Callable[..., Ran]
pytestmark = needs_git
DAY = ("--today", "2026-11-24")
FILES = {
    "organisation": "name: E\ntype: gp-practice\n",
    "staff": "- {id: a-b, name: Amara Bell}\n- {id: c-d, name: Cai Dean}\n",
    "roles": "- {id: siro, title: SIRO, function: siro, holders: [{staff: a-b, from: 2026-01-01}]}\n",
    "policies": (
        "- id: P-1\n  title: Records\n  owner: siro\n  review: {every: 12 months, last: 2026-01-02, outcome: changed}\n"
    ),
}
LATER = {
    "roles": (
        "- id: siro\n  title: SIRO\n  function: siro\n"
        "  holders: [{staff: a-b, from: 2026-01-01, until: 2026-02-28}, {staff: c-d, from: 2026-03-01}]\n"
    ),
    "policies": FILES["policies"].replace("Records", "Records management"),
}
COMMANDS = (
    ("log", "P-1", "@", "--format", "json"),
    ("blame", "P-1", "@", *DAY),
    ("who", "siro", "@", *DAY, "--on", "2026-02-10", "--as-known", "--format", "json"),
    ("who", "siro", "@", *DAY, "--on", "2026-02-10"),
    ("timeline", "siro", "@", *DAY, "--format", "json"),
    ("stale", "@", *DAY),
    ("check", "@", *DAY, "--select", "IG310,IG311"),
)


@dataclass
class OfItsOwn(Repository):
    """A repository whose root is the register."""

    @property
    def register(self) -> Path:
        return self.root


@pytest.fixture(scope="module")
def registers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The same commits twice: in a folder of the repository, and in a repository that is the register."""
    within = begin(tmp_path_factory.mktemp("within") / "r")
    alone = begin(tmp_path_factory.mktemp("alone") / "register")
    for made in (within, OfItsOwn(alone.root)):
        made.commit("2026-01-05", **FILES)
        made.commit("2026-03-01", **LATER)
    return within.register, alone.root


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_the_history_is_the_same(igreg: Igreg, registers: tuple[Path, Path], words: tuple[str, ...]) -> None:
    within, alone = (igreg(*(str(folder) if word == "@" else word for word in words)) for folder in registers)
    revs = [Repository(folder).git("rev-list", "HEAD").split() for folder in registers]

    def without_hashes(text: str, own: list[str]) -> str:
        for at, rev in enumerate(own):
            text = text.replace(rev, f"commit {at}").replace(rev[:10], f"c {at}").replace(rev[:7], f"c{at}")
        return text

    assert (within.code, without_hashes(within.out, revs[0])) == (alone.code, without_hashes(alone.out, revs[1]))
    assert without_hashes(within.err, revs[0]) == without_hashes(alone.err, revs[1])
    assert "history" not in alone.err


def test_its_records_have_a_life(igreg: Igreg, registers: tuple[Path, Path]) -> None:
    found = json.loads(igreg("log", "P-1", str(registers[1]), "--format", "json").out)
    assert [(one["date"], one["file"]) for one in found["commits"]] == [
        ("2026-01-05", "register/policies.yaml"),
        ("2026-03-01", "register/policies.yaml"),
    ]


def test_a_workbook_says_its_commit(igreg: Igreg, registers: tuple[Path, Path], tmp_path: Path) -> None:
    import openpyxl

    folder = shutil.copytree(registers[1], tmp_path / "register")
    rev = Repository(folder).git("rev-parse", "HEAD")
    assert igreg("sheet", "--register", str(folder), "--out", str(tmp_path / "w.xlsx"), *DAY).code == 0
    about = openpyxl.load_workbook(tmp_path / "w.xlsx")["About"]
    assert any(rev[:7] in str(cell.value) for row in about.iter_rows() for cell in row)


@pytest.mark.parametrize(
    ("path", "own"),
    [("register", ""), ("register/", ""), ("register/a/b.yaml", "a/b.yaml"), ("igreg.toml", ".git/nowhere")],
)
def test_paths_are_put_into_those_of_the_repository(path: str, own: str) -> None:
    assert own_path(path, "register") == own


def test_words_and_what_is_printed_are_put_from_one_into_the_other() -> None:
    assert own_words("ls-tree", ("-r", "HEAD", "--", "register"), "register") == ("-r", "HEAD", "--")
    assert own_words("ls-tree", ("HEAD", "--", "register"), "register") is None
    assert own_words("rev-list", ("HEAD", "--", "register/a", "x"), "register") == ["HEAD", "--", "a", ".git/nowhere"]
    assert own_words("rev-parse", ("HEAD", "--", "x"), "register") == ("HEAD", "--", "x")
    assert called("ls-tree", ("-z", "--name-only"), b"a\0b\0", "register") == b"register/a\0register/b\0"
    assert called("ls-tree", ("-z",), b"100644 blob 0a\ta\tb\0", "r") == b"100644 blob 0a\tr/a\tb\0"
    assert called("ls-tree", (), b"a\n", "register") == b"a\n"
    changed = b"0" * 40 + b"\0:100644 100644 a b M\0x\0:100644 100644 a b M\0:y\0"
    assert called("diff-tree", ("-z", "--raw"), changed, "r").count(b"r/") == 2
    assert called("diff-tree", ("-z", "--name-only"), b"0" * 40 + b"\0x\0", "r") == b"0" * 40 + b"\0r/x\0"
