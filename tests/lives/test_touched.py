"""What a commit stands on, and where a record stood, in histories with and without branches."""

from __future__ import annotations

import pytest

from igreg.lives.touched import Commit, History, Track
from igreg.lives.versions import Files

STRAIGHT: list[tuple[int, ...]] = [(), (0,), (1,), (2,), (3,)]
BRANCHED: list[tuple[int, ...]] = [(), (0,), (1,), (1,), (3,), (2, 4), (5,)]
TWO_ROOTS: list[tuple[int, ...]] = [(), (0,), (), (2,), (1, 3), (4,)]


def _walked(parents: list[tuple[int, ...]], number: int) -> set[int]:
    return {number}.union(*(_walked(parents, one) for one in parents[number]))


@pytest.mark.parametrize("parents", [STRAIGHT, BRANCHED, TWO_ROOTS])
def test_what_a_commit_stands_on(parents: list[tuple[int, ...]]) -> None:
    history = History()
    for number, one in enumerate(parents):
        history.take(Commit(f"{number:040}", one))
    for number in range(len(parents)):
        older = history.older(number)
        assert {one for one in range(len(parents)) if one in older} == _walked(parents, number)


def test_where_an_id_stood_that_two_files_have_in_turn() -> None:
    """A record that is in two files, goes from the first, and comes back under an action's id in another record."""
    history, files = History(), Files()
    texts = [
        {"a.yaml": "- id: R-1\n  title: One\n- id: R-2\n  title: Two\n", "b.yaml": "- id: R-1\n  title: Other\n"},
        {"a.yaml": "- id: R-2\n  title: Two\n"},
        {"b.yaml": "- id: R-3\n  title: Three\n"},
        {"a.yaml": "- id: R-2\n  title: Two\n  actions:\n    - id: R-1\n      what: Look\n"},
    ]
    now = {}
    for number, changed in enumerate(texts):
        changes = []
        for file, text in changed.items():
            version = files.read("risks", file, text.encode())
            changes.append((file, now.get(file), version))
            now[file] = version
        history.take(Commit(f"{number:040}", (number - 1,) if number else ()), changes)
    track = Track(history, "R-1")
    holders = [sorted(track.holders(number)) for number in range(len(texts))]
    assert holders == [[("a.yaml", "R-1"), ("b.yaml", "R-1")], [("b.yaml", "R-1")], [], [("a.yaml", "R-2")]]
    assert track.moments == [0, 1, 2, 3]
