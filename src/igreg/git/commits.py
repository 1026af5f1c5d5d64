"""Which commits there are on the line of HEAD, and which of them was known on a day (rulings H06, H07)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from igreg.dataclass import dataclass
from igreg.git.run import Git, NoHistory
from igreg.language.english import counted, long_day

_HASH = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit: its full hash, and the day from which it was known, by the organisation's clock."""

    rev: str
    date: dt.date


@dataclass(frozen=True)
class Line:
    """The first parents of HEAD, the oldest first: a branch is known when it is merged."""

    git: Git
    now: dt.datetime
    """The moment at which it is asked; commits of later days are dated by those before them."""
    zone: dt.tzinfo

    @cached_property
    def commits(self) -> Sequence[Commit]:
        """Every commit of the line; none is older than the one before it. Raises NoHistory where there is none."""
        out: list[Commit] = []
        newest: dt.datetime | None = None
        for moment, rev in self._dated:
            if moment is not None and moment <= self.now and (newest is None or moment >= newest):
                newest = moment
            known = newest or moment or self.now
            out.append(Commit(rev, min(known, self.now).astimezone(self.zone).date()))
        return out

    @cached_property
    def _dated(self) -> Sequence[tuple[dt.datetime | None, str]]:
        head = head_of(self.git)
        lines = self.git.run("rev-list", "--first-parent", "--timestamp", head, "--").decode("ascii").split("\n")
        return [(_moment(stamp), rev) for stamp, _, rev in (one.partition(" ") for one in reversed(lines)) if rev]

    @property
    def remarks(self) -> Sequence[str]:
        """What is odd about the dates: some run backwards, some lie ahead."""
        moments = [moment for moment, _ in self._dated if moment is not None]
        ahead = sum(moment > self.now for moment in moments)
        past = [moment for moment in moments if moment <= self.now]
        back = sum(later < earlier for earlier, later in pairwise(past))
        out = []
        if ahead:
            out.append(f"{counted(ahead, 'commit')} dated after now: each counts from the one before it")
        if back:
            out.append(f"{counted(back, 'commit')} dated before the one before it: each counts from that day")
        return out

    @cached_property
    def is_shallow(self) -> bool:
        """Whether the clone has only the last part of the history."""
        return self.git.run("rev-parse", "--is-shallow-repository").strip() == b"true"

    def known_on(self, day: dt.date) -> Commit:
        """The last commit that was known at the end of a day. Raises NoHistory before the first one."""
        known = [one for one in self.commits if one.date <= day]
        if known:
            return known[-1]
        first = self.commits[0].date
        if self.is_shallow:
            raise NoHistory(
                f"this is a shallow clone: what was known on {long_day(day)} is not in it",
                "fetch the whole history: git fetch --unshallow",
            )
        raise NoHistory(f"nothing had been committed on {long_day(day)}", f"the first day known is {first}")

    def since(self, rev: str, paths: Sequence[str]) -> Sequence[Commit]:
        """The commits of the line after one, the oldest first, that change one of these paths."""
        head = self.commits[-1].rev
        if rev == head:
            return ()
        found = self.git.run("rev-list", "--first-parent", f"{rev}..{head}", "--", *paths).decode("ascii").split()
        touched = set(found)
        return [one for one in self.commits if one.rev in touched]


def _moment(stamp: str) -> dt.datetime | None:
    """A committer's moment; nothing for one that no calendar has."""
    try:
        return dt.datetime.fromtimestamp(int(stamp), dt.UTC)
    except (ValueError, OverflowError, OSError):
        return None


def head_of(git: Git) -> str:
    """The full hash of the commit that is checked out. Raises NoHistory where there is none."""
    try:
        head = git.run("rev-parse", "--verify", "--quiet", "--end-of-options", "HEAD^{commit}").decode().strip()
    except NoHistory as error:
        if "refused" in error.sentence:
            raise NoHistory("nothing has been committed here", "commit the register first") from None
        raise
    if _HASH.fullmatch(head) is None:
        raise NoHistory("git names no commit for HEAD")
    return head
