"""A call of Git that is read as it comes: one that is silent for too long, or ends too early, is one line (ruling H54)."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from igreg.git.blobs import blobs
from igreg.git.run import Git
from tests.conftest import Ran
from tests.git.repositories import GIT, Repository, begin, needs_git

Igreg = Callable[..., Ran]
pytestmark = [needs_git, pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for Git")]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = begin(tmp_path / "r")
    made.commit("2026-01-05", organisation="name: E\ntype: other\n", policies="- {id: P-1, title: One}\n")
    return made


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, instead: str) -> None:
    """A Git that does something else where it should give objects."""
    folder.mkdir()
    script = f'#!/bin/sh\ncase "$*" in *cat-file*) {instead};; *) exec {GIT} "$@";; esac\n'
    (folder / "git").write_text(script, encoding="utf-8")
    (folder / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def test_one_that_is_silent(
    igreg: Igreg, repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path / "bin", monkeypatch, "exec sleep 60")
    ran = igreg("log", "P-1", repository.register, "--git-timeout", "0.3")
    assert (ran.code, ran.out) == (3, "")
    assert "git cat-file took longer than 0.3 seconds" in ran.err


@pytest.mark.parametrize("instead", ["exit 1", "echo nonsense", "echo; exit 0", "cat > /dev/null; echo x missing"])
def test_one_that_says_something_else(
    igreg: Igreg, repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, instead: str
) -> None:
    stand_in(tmp_path / "bin", monkeypatch, instead)
    ran = igreg("log", "P-1", repository.register)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 2
    assert "of the history is not here" in ran.err or "git cat-file refused" in ran.err


def test_whoever_stops_reading_ends_it(repository: Repository) -> None:
    head = repository.git("rev-parse", "HEAD")
    with Git(repository.root).reading("cat-file", "--batch", given=f"{head}\n".encode() * 50_000) as stream:
        assert stream.line().split()[1] == b"commit"
    with (
        pytest.raises(ValueError, match="log"),
        Git(repository.root).reading("log"),
    ):
        pass


BROKEN = '- {id: P-1, title: "One}\n'


@pytest.fixture
def no_garbage_is_sought() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("no_garbage_is_sought")
@pytest.mark.parametrize("text", [BROKEN, "- {id: P-1, title: Two}\n"], ids=["broken", "sound"])
def test_no_call_goes_on_once_a_question_is_answered(igreg: Igreg, repository: Repository, text: str) -> None:
    repository.commit("2026-02-05", policies=text)
    repository.commit("2026-03-05", policies="- {id: P-1, title: Three}\n")
    before = set(threading.enumerate())
    for words in (("log", "P-1"), ("blame", "P-1"), ("stale",)):
        assert igreg(*words, repository.register).code == 0
        assert not set(threading.enumerate()) - before


@pytest.mark.usefixtures("no_garbage_is_sought")
def test_whoever_reads_some_objects_only_ends_the_call(repository: Repository) -> None:
    before = set(threading.enumerate())
    with closing(blobs(Git(repository.root), [repository.head()] * 3)) as found:
        assert next(found)[1] == "commit"
        assert set(threading.enumerate()) - before
    assert not set(threading.enumerate()) - before
