"""What was committed since a day, file by file, with who wrote it and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from igreg.git.commits import Line


@dataclass(frozen=True, slots=True)
class Change:
    """One commit that changed a file: its hash, its day, its author's name and the first line of its message."""

    rev: str
    date: dt.date
    author: str
    message: str


def changes_since(line: Line, day: dt.date | None, paths: Iterable[str]) -> Mapping[str, Sequence[Change]]:
    """For each path the commits of a day or later that changed it, the oldest first; without a day, all there are.

    Raises NoHistory where Git has nothing to say.
    """
    commits = [one for one in line.commits if day is None or one.date >= day]
    known: dict[str, Change] = {}
    head = line.commits[-1].rev
    out = {}
    for path in paths:
        touched = set(line.git.run("rev-list", "--first-parent", head, "--", path).decode("ascii").split())
        for one in commits:
            if one.rev in touched and one.rev not in known:
                known[one.rev] = Change(one.rev, one.date, *_said(line, one.rev))
        found = [known[one.rev] for one in commits if one.rev in touched]
        if found:
            out[path] = found
    return out


def _said(line: Line, rev: str) -> tuple[str, str]:
    """The author's name and the first line of the message of a commit."""
    text = line.git.run("cat-file", "commit", rev).decode("utf-8", "replace")
    head, _, message = text.partition("\n\n")
    author = next((one for one in head.split("\n") if one.startswith("author ")), "")
    return author.removeprefix("author ").partition(" <")[0], message.strip().partition("\n")[0]
