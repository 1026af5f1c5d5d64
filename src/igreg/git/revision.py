"""Which commit a word means: a day, or whatever Git knows under that name (rulings H15, H16, H29)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from igreg.errors import IgregError
from igreg.git.commits import Commit, Line
from igreg.git.run import NoHistory
from igreg.model.values import parse_day

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_RANGE = re.compile(r"\.\.")
_WHOLE = "fetch the whole history: in CI, a fetch depth of 0"
_HASH = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


def commit_meant(line: Line, word: str) -> Commit:
    """The commit that a word means, with its day by the organisation's clock.

    Raises IgregError (2) for a range and for a word that begins with a hyphen, NoHistory where nothing is known by it.
    """
    if word.startswith("-"):
        raise IgregError(f"{word!r} begins with a hyphen, and no state does", "name a commit, a tag, a branch or a day")
    if _RANGE.search(word) and not {"..", "."} & set(word.split("/")):
        first, _, last = word.partition("..")
        right = f"igreg diff {first or 'HEAD'} {last.lstrip('.') or 'HEAD'}"
        raise IgregError(f"{word!r} is a range, and two states are two words", f"write {right}")
    if is_day(word):
        return line.known_on(_day(word))
    return dated(line, resolved(line, word))


def is_day(word: str) -> bool:
    """Whether a word is written as a day is."""
    return _DAY.fullmatch(word) is not None


def named_like_a_day(line: Line, word: str) -> Sequence[str]:
    """The branches and tags that are called as a day is written, by their full names."""
    if not is_day(word):
        return ()
    names = [f"refs/heads/{word}", f"refs/tags/{word}"]
    found = line.git.run("for-each-ref", "--format=%(refname)", *names).decode("utf-8", "replace").split("\n")
    return [name for name in names if name in found]


def _day(word: str) -> dt.date:
    try:
        return parse_day(word)
    except ValueError as error:
        raise IgregError(f"{word!r} is not {error}", "for example: igreg diff 2026-03-31") from None


def resolved(line: Line, word: str, where: str = "") -> str:
    """The full hash of the commit that Git knows under a name. Raises NoHistory where it knows none."""
    try:
        text = line.git.run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{word}^{{commit}}")
    except NoHistory as error:
        if "refused" not in error.sentence:
            raise
        raise NoHistory(
            f"{where}no commit, tag, branch or day is called {word!r}",
            "name a commit, a tag, a branch, a day such as 2026-03-31, or a folder that holds a register",
        ) from None
    rev = text.decode("ascii", "replace").strip()
    if _HASH.fullmatch(rev) is None:
        raise NoHistory(f"git names no commit for {word!r}")
    return rev


def dated(line: Line, rev: str) -> Commit:
    """A commit with its day: that from which it was known; off the line of HEAD, or ahead of now, its committer's."""
    known = next((one for one in line.commits if one.rev == rev), None)
    stamp = line.git.run("rev-list", "--max-count=1", "--timestamp", rev, "--").decode("ascii").split(" ")[0]
    try:
        moment = dt.datetime.fromtimestamp(int(stamp), dt.UTC).astimezone(line.zone)
    except (ValueError, OverflowError, OSError):  # a day that no calendar has
        moment = line.now
    if known is not None and moment <= line.now:
        return known
    return Commit(rev, moment.date())


def branched_off(line: Line, base: str) -> Commit:
    """The commit at which the line of HEAD left another one.

    Raises NoHistory where they have none in common, and for a shallow clone, in which it may not be seen (ruling H29).
    """
    other, head = resolved(line, base, "--base: "), line.commits[-1].rev
    if line.is_shallow:
        raise NoHistory("--base: this is a shallow clone", _WHOLE)
    try:
        found = line.git.run("merge-base", "--", other, head).decode("ascii").split()
    except NoHistory as error:
        if "refused" not in error.sentence:
            raise
        found = []
    if not found:
        raise NoHistory(f"--base: {base!r} and HEAD have no commit in common", _WHOLE)
    return dated(line, found[0])
