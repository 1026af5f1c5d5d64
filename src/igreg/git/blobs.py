"""Objects of the repository one after another, as a stream: what is large is not held in memory together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from igreg.git.run import Git, NoHistory


def blobs(git: Git, ids: Sequence[str]) -> Iterator[tuple[str, str, bytes]]:
    """Each object that is asked for, in order: its id, its sort and its bytes.

    Raises NoHistory where one is not here, as in a partial clone, and IgregError (3) where Git takes too long.
    """
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
