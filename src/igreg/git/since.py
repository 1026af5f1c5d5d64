"""What was committed since a day, file by file, with who wrote it and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence

from igreg.dataclass import dataclass
from igreg.git.commits import Commit, Line
from igreg.git.people import Wrote, wrote


@dataclass(frozen=True, slots=True)
class Change:
    """One commit that changed a file: its hash, its day, its author's name and the first line of its message."""

    rev: str
    date: dt.date
    author: str
    message: str


def changes_since(line: Line, day: dt.date | None, paths: Iterable[str]) -> Mapping[str, Sequence[Change]]:
    """For each path the commits of a day or later that changed it, the oldest first; without a day, all there are.

    Git is asked three times, however many paths there are. Raises NoHistory where it has nothing to say.
    """
    asked = set(paths)
    commits = [one for one in line.commits if day is None or one.date >= day]
    touched = _touched(line, commits, asked)
    said = wrote(line.git, [one.rev for one in commits if touched.get(one.rev)])
    out: dict[str, list[Change]] = {}
    for one in commits:
        for path in touched.get(one.rev, ()):
            out.setdefault(path, []).append(_change(one, said[one.rev]))
    return out


def _change(commit: Commit, said: Wrote) -> Change:
    return Change(commit.rev, commit.date, said.author, said.message)


def _touched(line: Line, commits: Sequence[Commit], paths: Collection[str]) -> Mapping[str, Sequence[str]]:
    """Which of some paths each commit changed against the one before it on the line; those without any are left out."""
    if not commits:
        return {}
    before = dict(zip((one.rev for one in line.commits[1:]), (one.rev for one in line.commits), strict=False))
    given = "".join(f"{one.rev} {before[one.rev]}\n" if one.rev in before else f"{one.rev}\n" for one in commits)
    found = line.git.run(
        "diff-tree", "--stdin", "-r", "--root", "--no-renames", "--name-only", "-z", given=given.encode("ascii")
    )
    known = {one.rev for one in commits}
    out: dict[str, list[str]] = {}
    at = ""
    for word in found.decode("utf-8", "surrogateescape").split("\0"):
        if word in known:
            at = word
        elif at and word in paths:
            out.setdefault(at, []).append(word)
    return out
