"""Lives of records in histories made by chance: the quick answer is the one that parsing everything gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from igreg.git.history import history_of
from igreg.git.run import Git
from igreg.lives.life import Event, Lives
from igreg.store.read import read_sources
from tests.git.repositories import needs_git
from tests.lives.made import Chance, write
from tests.lives.reference import Reference

pytestmark = needs_git
IDS = [f"{letter}-{number}" for letter in "PRA" for number in (1, 2, 3, 4, 5, 9)]


def told(one: Event) -> tuple[object, ...]:
    """An event as the reference has it."""
    file = one.file
    if one.change in ("added", "gone"):
        return one.commit, one.change, file
    return one.commit, one.change, file, tuple((field.path, field.before, field.after) for field in one.fields)


@pytest.mark.parametrize("seed", range(300))
def test_what_became_of_every_id(tmp_path: Path, seed: int) -> None:
    chance = Chance(seed)
    commits = chance.history(25)
    here = dict(commits[-1].files)
    chance._act(here)
    repository = write(tmp_path / "r", commits, here)
    reference = Reference(commits, here)
    history = history_of(Git(repository.root), read_sources(repository.register))
    numbers = {int(one.rev and said(repository.root, one.rev) or len(commits)): at for at, one in enumerate(history.commits)}
    order = {at: number for number, at in numbers.items()}
    lives = Lives(history)
    for id in IDS:
        life, names = lives.of(id), reference.names(id)
        assert (life.names if life else None) == names, id
        if life is not None and names is not None:
            found = [(order[event[0]], *event[1:]) for event in map(told, life.events)]
            assert sorted(found, key=lambda one: one[0]) == sorted(reference.life(names), key=lambda one: one[0]), id


def said(root: Path, rev: str) -> str:
    """The number of a commit, which its message says."""
    return Git(root).run("cat-file", "commit", rev).decode().rpartition("Commit ")[2]
