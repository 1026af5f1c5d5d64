"""Which commits changed the documents of a register: the ids of their bytes, as they were committed (ruling H36).

What a checkout makes of line ends, or a filter of large files, is no difference: only commits are compared.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from igreg.git.run import Git
from igreg.lives.documents import Documents
from igreg.lives.touched import History

_MOST_WORDS = 8_000
"""So many characters of paths are handed to Git; with more, their folders are, or nothing at all."""
_MODULE = b"160000"


def documents_of(git: Git, history: History, paths: Collection[str]) -> Documents:
    """What stood under these paths at each commit. Raises NoHistory and IgregError (3) as any call of Git."""
    if not paths:
        return Documents(history)
    numbers = {one.rev: number for number, one in enumerate(history.commits) if one.rev is not None}
    given = "".join(
        " ".join([rev, *(history.commits[one].rev or "" for one in history.commits[number].parents[:1])]) + "\n"
        for rev, number in numbers.items()
    ).encode("ascii")
    words = ("--stdin", "-r", "-z", "--root", "--raw", "--no-renames", "--", *_words(paths))
    wanted = set(paths)
    changed: dict[str, dict[int, str | None]] = {}
    parts = iter(git.run("diff-tree", *words, given=given).split(b"\0"))
    number = 0
    for part in parts:
        if not part.startswith(b":"):
            number = numbers.get(part.decode("ascii"), number)
            continue
        path = next(parts).decode("utf-8", "surrogateescape")
        if path in wanted:
            _, mode, _, id = part[1:].split()[:4]
            is_there = id.strip(b"0") and mode != _MODULE
            changed.setdefault(path, {})[number] = id.decode("ascii") if is_there else None
    return Documents(history, changed)


def _words(paths: Iterable[str]) -> list[str]:
    """The paths, where they are few; else the folders in which they stand."""
    for words in (sorted(paths), sorted({one.partition("/")[0] for one in paths})):
        if sum(map(len, words)) + len(words) <= _MOST_WORDS:
            return words
    return []
