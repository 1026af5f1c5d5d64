"""Lives of records in histories made by chance: the quick answer is the one that parsing everything gives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from igreg.findings import KeyPath
from igreg.git import blobs
from igreg.git.history import history_of
from igreg.git.run import Git
from igreg.lives.life import Event, Life, Lives
from igreg.lives.values import Values
from igreg.store.read import read_sources
from tests.git.repositories import needs_git
from tests.lives.made import Chance, write
from tests.lives.reference import Reference, came, leaves, plain_of

pytestmark = needs_git
IDS = [f"{letter}-{number}" for letter in "PRA" for number in (1, 2, 3, 4, 5, 9)]


def told(one: Event) -> tuple[Any, ...]:
    """An event as the reference has it."""
    file = one.file
    if one.change in ("added", "gone"):
        return one.commit, one.change, file
    return one.commit, one.change, file, tuple((field.path, field.before, field.after) for field in one.fields)


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("seed", "packed"), [*((seed, False) for seed in range(24)), *((seed, True) for seed in range(24, 30))]
)
def test_what_became_of_every_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, packed: bool) -> None:
    chance = Chance(seed)
    commits = chance.history(25)
    here = dict(commits[-1].files)
    chance.act(here)
    repository = write(tmp_path / "r", commits, here)
    root = repository.root
    if packed:
        repository.git("repack", "-adfq")
        monkeypatch.setattr(blobs, "MANY", 1)
    reference = Reference(commits, here)
    history = history_of(Git(root), read_sources(root / "register"))
    order = [number_of(root, one.rev, len(commits)) for one in history.commits]
    lives = Lives(history)
    for id in IDS:
        life, names = lives.of(id), reference.names(id)
        assert (life.names if life else None) == names, id
        if life is not None and names is not None:
            found = [(order[number], *rest) for number, *rest in map(told, life.events)]
            assert sorted(found, key=lambda one: one[0]) == reference.life(names), id
            assert values(life, order) == came(reference, names), id


def values(life: Life, order: list[int]) -> dict[KeyPath, int]:
    """When each value came to be that the record has now, those too that are taken for granted."""
    state = life.state(life.history.last)
    tree = Values(life).tree(life.history.last)
    out = {}
    for path, _ in leaves(plain_of((state.id, (state.kind, "", "", state.part))), ()) if state is not None else ():
        at = tree
        for step in path:
            at = at[step]
        out[path] = order[at]
    return out


def number_of(root: Path, rev: str | None, last: int) -> int:
    """The number of a commit, which its message says."""
    return int(Git(root).run("cat-file", "commit", rev).decode().rpartition("Commit ")[2]) if rev else last
