"""With which commits a record came to be reviewed on a day, and what it said then: what `stale` holds it against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from igreg.findings import KeyPath
from igreg.lives.life import Life, State
from igreg.lives.values import Came, Tree, Values

LAST: KeyPath = ("review", "last")


class Reviewed(NamedTuple):
    """One value of `review.last`, and the commit with which it came to be written."""

    last: str
    """The day that was written, as in 2026-02-02."""
    commit: int
    """The number of the commit in `life.history.commits`; its `rev` is None where the day is not committed yet."""
    state: State
    """What the record was with that commit: `state.content` are its plain values, `state.part` is the record."""
    is_edge: bool
    """Whether a shallow clone ends there, so that the day may have been written long before."""


def reviewed(life: Life) -> Iterator[Reviewed]:
    """Each value that `review.last` had, the present one first; nothing where the record is gone or has none now.

    A value counts from the last commit that made it what it is, through moves, new ids and merges (ruling H34). To hold
    the present content against one of them: `fields_between(one.state, life.state(life.history.last))`.
    """
    values, number = _Days(life), life.history.last
    while True:
        found = values.of(LAST, number)
        state = life.state(found.commit) if found is not None else None
        if found is None or state is None:
            return
        commit = life.history.commits[found.commit]
        is_edge = life.history.is_shallow and not commit.parents
        yield Reviewed(str(found.value), found.commit, state, is_edge)
        if not commit.parents:
            return
        number = commit.parents[0]


class _Days(Values):
    """When the day of the last review came to be: as all values of a record, without asking for the others."""

    def of(self, path: KeyPath = LAST, number: int | None = None) -> Came | None:
        number = self.life.history.last if number is None else number
        day = _day(self.life.state(number))
        return Came(LAST, day, self.tree(number)) if day is not None else None

    def _tree(self, number: int) -> Tree:
        state = self.life.state(number)
        day = _day(state)
        if state is None or day is None:
            return None
        for parent in self.life.history.commits[number].parents:
            before = self.life.state(parent)
            if before is not None and before.kind == state.kind and _day(before) == day:
                return self.tree(parent)
        return number


def _day(state: State | None) -> str | None:
    review = state.content.get("review") if state is not None else None
    return review.get("last") if isinstance(review, Mapping) else None
