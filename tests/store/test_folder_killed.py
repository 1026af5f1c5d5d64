"""A folder of files that is replaced by a run which is killed at any of its steps: the old one or the new one, whole."""

from __future__ import annotations

import os
import signal
import sys
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from igreg.store.folder import recover, write_folder

OLD = {"manifest.json": b"old", "documents/a.pdf": b"1", "documents/b/c.pdf": b"2"}
NEW = {"manifest.json": b"new", "documents/a.pdf": b"3", "more/d.pdf": b"4"}
STEPS = ("open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.chmod", "shutil.rmtree")


def held(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def killed_at(step: int, target: Path) -> bool:
    """Write the new folder in a process of its own that is killed at a step; whether it came so far.

    By a signal, since a process that ends itself writes down what it covered first, at each of the steps.
    """
    child = os.fork()
    if child == 0:
        seen = 0

        def watch(event: str, given: tuple[Any, ...]) -> None:
            nonlocal seen
            if event in STEPS and str(target.parent) in str(given[0]):
                seen += 1
                if seen == step:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)
        try:
            write_folder(target, NEW)
        finally:
            os.kill(os.getpid(), signal.SIGTERM)
    return os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_killed_at_every_step(tmp_path: Path) -> None:
    """The next run puts back what was taken away, and clears away what was left."""
    target = tmp_path / "out" / "pack"
    write_folder(target, OLD)
    found = set()
    for step in count(1):
        came = killed_at(step, target)
        recover(target)
        found.add("old" if held(target) == OLD else "new")
        assert held(target) in (OLD, NEW), step
        write_folder(target, OLD)
        assert [path.name for path in target.parent.iterdir()] == ["pack"], step
        if not came:
            break
    assert (step > 10, found) == (True, {"old", "new"})
