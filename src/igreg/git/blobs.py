"""Objects of the repository one after another, as a stream: what is large is not held in memory together."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from contextlib import closing

from igreg.git.packs import Packs, Unreadable
from igreg.git.run import Git, NoHistory

MANY = 500
"""So many objects are looked for in the packs first: to have fewer through a pipe takes no longer than to look."""


def blobs(git: Git, ids: Sequence[str]) -> Generator[tuple[str, str, bytes]]:
    """Each object that is asked for, in order: its id, its sort and its bytes.

    Whoever does not read on to the end closes it, since a process of Git may wait behind it. Raises NoHistory where an
    object is not here, as in a partial clone, and IgregError (3) where Git takes too long.
    """
    done = 0
    if len(ids) >= MANY:
        with closing(_out_of_packs(git, ids)) as found:
            for one in found:
                yield one
                done += 1
    yield from _asked(git, ids[done:])


def _out_of_packs(git: Git, ids: Sequence[str]) -> Generator[tuple[str, str, bytes]]:
    """Objects from the first on, up to one that cannot be read here; what stands in no pack comes from Git."""
    folder = git.run("rev-parse", "--git-path", "objects").decode("utf-8", "surrogateescape").removesuffix("\n")
    try:
        with Packs(git.root / folder, len(ids[0])) as packs:
            places = packs.places(ids)
            with closing(_asked(git, [id for id in ids if id not in places])) as others:
                for id in ids:
                    yield (id, *packs.read(places[id])) if id in places else next(others)
    except Unreadable:
        return


def _asked(git: Git, ids: Sequence[str]) -> Generator[tuple[str, str, bytes]]:
    """Objects as Git gives them."""
    if not ids:
        return
    with git.reading("cat-file", "--batch", "--buffer", given=_lines(ids)) as stream:
        for id in ids:
            head = stream.line().split()
            if len(head) != 3 or head[0].decode("ascii", "replace") != id:
                raise NoHistory(f"the object {id[:12]} of the history is not here", "fetch the whole history first")
            data = stream.take(int(head[2]))
            stream.take(1)
            yield id, head[1].decode("ascii"), data


def _lines(ids: Iterable[str]) -> bytes:
    return "".join(f"{id}\n" for id in ids).encode("ascii")
