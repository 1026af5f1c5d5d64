"""Versions of a file out of the packs: what Git gives, in every form of a pack; and Git's own answer where one is odd."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from igreg.git import blobs as asked
from igreg.git import packs as read
from igreg.git.blobs import blobs
from igreg.git.packs import Packs, Unreadable
from igreg.git.run import Git, NoHistory
from tests.git.repositories import Repository, begin, needs_git

pytestmark = needs_git
COMMITS = 30


def grown(repository: Repository, commits: int, begun: int = 0) -> None:
    """Commits of which each changes one record of a list."""
    for number in range(begun, begun + commits):
        records = [
            f"- {{id: P-{one}, title: {'Looked at' if one <= number else 'Not looked at'} {one * 7919}}}\n"
            for one in range(80)
        ]
        repository.commit("2026-01-05", organisation="name: E\ntype: other\n", policies="".join(records))


def every(repository: Repository) -> Sequence[str]:
    """All objects: commits, folders and files."""
    return [line.split()[0] for line in repository.git("rev-list", "--objects", "HEAD").splitlines()]


def by_git(repository: Repository, ids: Sequence[str]) -> list[tuple[str, str, bytes]]:
    return list(asked._asked(Git(repository.root), ids))


def out_of_packs(repository: Repository, ids: Sequence[str]) -> list[tuple[str, str, bytes]]:
    return list(asked._out_of_packs(Git(repository.root), ids))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A repository with nothing packed."""
    repository = begin(tmp_path_factory.mktemp("made") / "r")
    grown(repository, COMMITS)
    return repository


@pytest.fixture
def repository(made: Repository, tmp_path: Path) -> Repository:
    shutil.copytree(made.root, tmp_path / "r")
    return Repository(tmp_path / "r")


FORMS = {
    "by place": ("repack", "-adfq"),
    "by id": ("-c", "repack.useDeltaBaseOffset=false", "repack", "-adfq"),
    "whole": ("repack", "-adfq", "--depth=0"),
    "an index for many": ("repack", "-adfq", "--write-midx"),
    "aggressive": ("gc", "--aggressive", "--quiet", "--prune=now"),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_object_in_every_form(repository: Repository, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.git(*FORMS[form])
    ids = every(repository)
    expected = by_git(repository, ids)
    monkeypatch.setattr(asked, "_asked", lambda *_: iter(()))  # it is not Git that gives them
    monkeypatch.setattr(asked, "closing", _as_it_is)
    assert out_of_packs(repository, ids) == expected


class _as_it_is:
    def __init__(self, one: object) -> None:
        self.one = one

    def __enter__(self) -> object:
        return self.one

    def __exit__(self, *_: object) -> None:
        pass


def test_two_packs_and_what_is_in_none(repository: Repository) -> None:
    repository.git("repack", "-dq")
    grown(repository, 4, COMMITS)
    repository.git("repack", "-dq")
    grown(repository, 3, COMMITS + 4)
    ids = every(repository)
    assert len(list((repository.root / ".git" / "objects" / "pack").glob("*.pack"))) == 2
    assert out_of_packs(repository, ids) == by_git(repository, ids)


def test_hashes_of_64_letters(tmp_path: Path) -> None:
    root = tmp_path / "r"
    root.mkdir()
    repository = Repository(root)
    repository.git("init", "--quiet", "-b", "main", "--object-format=sha256")
    grown(repository, 12)
    repository.git("repack", "-adfq")
    ids = every(repository)
    assert len(ids[0]) == 64
    assert out_of_packs(repository, ids) == by_git(repository, ids)


def test_a_working_tree_beside_the_repository(repository: Repository) -> None:
    repository.git("repack", "-adfq")
    repository.git("worktree", "add", "--quiet", "../beside")
    beside = Repository(repository.root.parent / "beside")
    assert out_of_packs(beside, every(beside)) == by_git(repository, every(repository))


def test_objects_of_another_repository(repository: Repository, tmp_path: Path) -> None:
    repository.git("repack", "-adfq")
    repository.git("clone", "--quiet", "--shared", ".", str(tmp_path / "shared"))
    shared = Repository(tmp_path / "shared")
    assert out_of_packs(shared, every(shared)) == by_git(repository, every(repository))


def test_texts_that_are_forgotten_are_made_again(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.git("repack", "-adfq")
    ids = every(repository)
    kept = max(len(data) for *_, data in by_git(repository, ids)) * COMMITS
    monkeypatch.setattr(read, "MOST", kept)
    assert out_of_packs(repository, [*ids, *reversed(ids)]) == by_git(repository, [*ids, *reversed(ids)])


@pytest.mark.parametrize(("name", "value"), [("MOST", 3_000), ("LARGEST", 3_000), ("_PACKS", 0)])
def test_what_is_too_large_is_left_to_git(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, name: str, value: int
) -> None:
    repository.git("repack", "-adfq")
    monkeypatch.setattr(asked, "MANY", 1)
    monkeypatch.setattr(read, name, value)
    ids = every(repository)
    assert len(out_of_packs(repository, ids)) < len(ids)
    assert list(blobs(Git(repository.root), ids)) == by_git(repository, ids)


def test_a_damaged_pack_never_gives_another_text(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.git("repack", "-adfq")
    monkeypatch.setattr(asked, "MANY", 1)
    ids = every(repository)
    expected = by_git(repository, ids)
    [pack] = (repository.root / ".git" / "objects" / "pack").glob("*.pack")
    pack.chmod(0o644)
    good = pack.read_bytes()
    seen = 0
    for at in range(12, len(good) - 20, len(good) // 60):
        pack.write_bytes(good[:at] + bytes([good[at] ^ 0x55]) + good[at + 1 :])
        try:
            found = list(blobs(Git(repository.root), ids))
        except NoHistory:
            seen += 1
            continue
        assert found == expected, at
    assert seen > 20
    pack.write_bytes(good[: len(good) // 2])
    with pytest.raises(NoHistory):
        list(blobs(Git(repository.root), ids))


@pytest.mark.parametrize("spoil", ["empty", "short", "other", "folder", "pipe", "unsorted"])
def test_an_index_that_is_none_is_left_to_git(repository: Repository, spoil: str) -> None:
    repository.git("repack", "-adfq")
    folder = repository.root / ".git" / "objects" / "pack"
    [index] = folder.glob("*.idx")
    good = index.read_bytes()
    index.unlink()
    match spoil:
        case "folder":
            index.mkdir()
        case "pipe":
            if not hasattr(os, "mkfifo"):
                pytest.skip("there are no pipes with a name here")
            os.mkfifo(index)
        case _:
            index.write_bytes(
                {
                    "empty": b"",
                    "short": good[:2_000],
                    "other": b"\xfftOc\0\0\0\3" + good[8:],
                    "unsorted": good[:8] + b"\xff\xff\xff\xff" + good[12:],
                }[spoil]
            )
    with pytest.raises(Unreadable):
        Packs(folder.parent, 40)


def test_few_objects_are_asked_of_git(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.git("repack", "-adfq")
    monkeypatch.setattr(asked, "_out_of_packs", lambda *_: pytest.fail("looked into packs"))
    ids = every(repository)[:20]
    assert list(blobs(Git(repository.root), ids)) == by_git(repository, ids)


def test_an_object_that_is_nowhere_is_one_line(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a partial clone: what was read so far stands, and nothing stands in for the rest."""
    repository.git("repack", "-dq")
    grown(repository, 4, COMMITS)
    repository.git("repack", "-dq")
    ids = every(repository)
    folder = repository.root / ".git" / "objects" / "pack"
    smallest = min(folder.glob("*.pack"), key=lambda one: one.stat().st_size)
    smallest.with_suffix(".idx").unlink()
    smallest.unlink()
    monkeypatch.setattr(asked, "MANY", 1)
    with pytest.raises(NoHistory, match="of the history is not here"):
        list(blobs(Git(repository.root), ids))


@pytest.mark.parametrize("step", [0, 1])
def test_texts_that_are_made_of_one_another_come_to_an_end(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    repository.git("repack", "-adfq")
    with Packs(repository.root / ".git" / "objects", 40) as packs:
        [place] = packs.places(every(repository)[:1]).values()
        monkeypatch.setattr(
            read._Pack, "entry", lambda _, offset: read._Entry("", place.offset + step * (offset == place.offset), b"")
        )
        with pytest.raises(Unreadable, match="made of too many others"):
            packs.read(place)
