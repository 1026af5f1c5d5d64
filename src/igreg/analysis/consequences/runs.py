"""Longest runs of days with the same answers (ruling H18): from the days on which something may change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from igreg.dataclass import dataclass
from igreg.model.base import Record
from igreg.model.kinds.roles import Role

DAY = dt.timedelta(days=1)
FIRST = dt.date.min
"""From which something is that has no first day."""

A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class Run(Generic[A]):
    """So many days with the same answer before and the same after."""

    before: A
    after: A
    on: dt.date
    until: dt.date | None


def runs(days: Iterable[dt.date], ask: Callable[[dt.date], tuple[A, A] | None]) -> Iterator[Run[A]]:
    """The runs in which two answers differ; nothing where there is nothing to answer on a day.

    `days` are those from which an answer may be another than on the day before, in any order.
    """
    open_: Run[A] | None = None
    for day in sorted(set(days)):
        pair = ask(day)
        if pair is not None and pair[0] == pair[1]:
            pair = None
        if open_ is not None and pair != (open_.before, open_.after):
            yield Run(open_.before, open_.after, open_.on, day - DAY)
            open_ = None
        if pair is not None and open_ is None:
            open_ = Run(*pair, day, None)
    if open_ is not None:
        yield open_


def days_of_role(role: Role) -> Iterator[dt.date]:
    """The days from which a post, or who holds it, may be otherwise."""
    for first, last in ((role.start, role.end), *((one.from_, one.until) for one in role.holders)):
        yield from edges(first, last)


def days_of(record: Record) -> Iterator[dt.date]:
    """The days from which what comes and goes is there, or no more; of a role those of its holders too."""
    if isinstance(record, Role):
        return days_of_role(record)
    return edges(getattr(record, "start", None), getattr(record, "end", None))


def edges(first: dt.date | None, last: dt.date | None) -> Iterator[dt.date]:
    """The first day of a span, and the day after its last."""
    if first is not None:
        yield first
    if last is not None and last < dt.date.max:
        yield last + DAY
