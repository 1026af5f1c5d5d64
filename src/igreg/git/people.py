"""Who wrote a commit, when, and what they said of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from igreg.dataclass import dataclass
from igreg.git.run import Git, NoHistory


@dataclass(frozen=True, slots=True)
class Wrote:
    """What a commit says of itself: its author, the moment it was committed, its parents, its message's first line."""

    author: str
    email: str
    committed: dt.datetime | None
    parents: tuple[str, ...]
    message: str


def wrote(git: Git, revs: Iterable[str]) -> Mapping[str, Wrote]:
    """What some commits say of themselves; Git is asked once. Raises NoHistory where one of them is not here."""
    wanted = list(dict.fromkeys(revs))
    return {rev: _read(data) for rev, data in zip(wanted, objects(git, wanted), strict=True) if data is not None}


def objects(git: Git, names: Iterable[str]) -> list[bytes | None]:
    """The bytes of objects, each named as `rev` or `rev:path`, in order; None for a path that a commit has not.

    Raises NoHistory where an object should be there and is not, as in a partial clone.
    """
    wanted = list(names)
    if not wanted:
        return []
    out = git.run("cat-file", "--batch", given="".join(f"{one}\n" for one in wanted).encode("utf-8", "surrogateescape"))
    found: list[bytes | None] = []
    at = 0
    for name in wanted:
        end = out.find(b"\n", at)
        head = out[at:end].split(b" ")
        if end < 0:
            raise NoHistory("the history broke off", "fetch the whole history first")
        if head[-1] == b"missing":
            if ":" not in name:
                raise NoHistory(f"the commit {name[:12]} is not here", "fetch the whole history first")
            found.append(None)
            at = end + 1
            continue
        size = int(head[-1])
        found.append(out[end + 1 : end + 1 + size])
        at = end + 1 + size + 1
    return found


def _read(data: bytes) -> Wrote:
    head, _, message = data.decode("utf-8", "replace").partition("\n\n")
    said = [line.partition(" ") for line in head.split("\n")]
    author = next((rest for word, _, rest in said if word == "author"), "")
    stamp = next((rest for word, _, rest in said if word == "committer"), "").rpartition("> ")[2].partition(" ")[0]
    name, _, address = author.partition(" <")
    parents = tuple(rest for word, _, rest in said if word == "parent")
    return Wrote(name, address.partition(">")[0], _moment(stamp), parents, message.strip().partition("\n")[0])


def _moment(stamp: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromtimestamp(int(stamp), dt.UTC)
    except (ValueError, OverflowError, OSError):
        return None
