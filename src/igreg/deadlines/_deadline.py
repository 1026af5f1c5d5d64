"""How a kind of date is declared and found."""

from __future__ import annotations

import datetime as dt
import functools
import importlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

from igreg.analysis.as_of import AsOf
from igreg.analysis.existence import is_there
from igreg.analysis.reviews import next_fixed_day
from igreg.dataclass import dataclass
from igreg.findings import KeyPath
from igreg.model.base import Record
from igreg.model.span import Span

R = TypeVar("R", bound=Record, covariant=True)


@dataclass(frozen=True, slots=True)
class Deadline(Generic[R]):
    """One thing that is due: of which record, by which day, and why.

    What stands in its own right goes with it; an owner, areas or units that are not given are those of the record.
    """

    record: R
    day: dt.date
    """The last day that is in time."""
    why: str
    path: KeyPath = ()
    subject: str | None = None
    last: dt.date | None = None
    """When it last happened, for what comes again and again; nothing when it never did."""
    hours: int | None = None
    """For a clock: whole hours left, rounded down, negative when past."""
    working_days: int | None = None
    """For a limit that is counted in working days: how many are left, negative when past."""
    title: str | None = None
    owner: str | None = None
    areas: tuple[str, ...] | None = None
    units: tuple[str, ...] | None = None
    names: tuple[str, ...] = ()
    """The people whom it is about, where it is about several."""
    rests_on: tuple[str, ...] = ()
    """The ids of the rows of facts by which the day was counted; one that is the organisation's own is told."""
    every: Span | None = None
    """How often it comes again, for what goes on after this day."""
    anchor: dt.date | None = None
    """With `every`: a day of the fixed cycle that it keeps to."""
    at: dt.datetime | None = None
    """For what has an hour: the moment, by the organisation's clock."""

    def is_past(self, today: dt.date) -> bool:
        """Whether its day, or a clock's last hour, is past."""
        return self.day < today or (self.hours is not None and self.hours < 0)

    def days(self, today: dt.date, until: dt.date, first: dt.date | None = None) -> Iterator[dt.date]:
        """Its day, or the one it is moved to (`first`), and each on which it comes again, up to a day.

        What is past is taken to be done today, and counted on from there; a fixed cycle keeps to its days. Of what
        comes more than once a day each day is given once.
        """
        day = first or self.day
        if day <= until:
            yield day
        if self.every is None:
            return
        done, times = max(day, today), 1
        every = Span(max(self.every.number // 24, 1), "day") if self.every.unit == "hour" else self.every
        while (day := self._again(done, every, times)) <= until:
            yield day
            done, times = (day, 1) if self.anchor is not None else (done, times + 1)

    def _again(self, done: dt.date, every: Span, times: int) -> dt.date:
        return every.after(done, times) if self.anchor is None else next_fixed_day(self.anchor, every, done)


D = TypeVar("D", bound=Deadline[Any], covariant=True)
Find = Callable[[AsOf, dt.date], Iterator[D]]


@dataclass(frozen=True)
class Dates(Generic[D]):
    """One kind of date; its name is the `what` of the list."""

    name: str
    find: Find[D]

    def until(self, as_of: AsOf, day: dt.date) -> Iterator[D]:
        """Everything of this kind that is due by a day, what is past included.

        Of what is not there today, such as a post that has ended, nothing is (ruling B13).
        """
        found = (deadline for deadline in self.find(as_of, day) if deadline.day <= day)
        return (deadline for deadline in found if is_there(deadline.record, as_of.today))

    def past(self, as_of: AsOf) -> Iterator[D]:
        """Everything of this kind that is overdue."""
        return (deadline for deadline in self.until(as_of, as_of.today) if deadline.is_past(as_of.today))


def dates(find: Find[D]) -> Dates[D]:
    """Make a generator of deadlines a kind of date, named after its module.

    The generator is given the day up to which somebody looks. It may leave out what is due later, and need not.
    """
    return Dates(find.__module__.rpartition(".")[2].replace("_", "-"), find)


@functools.cache
def catalogue() -> tuple[Dates[Deadline[Any]], ...]:
    """Every kind of date, by name. A new file in this folder is a new kind; there is no list to edit."""
    found: list[Dates[Deadline[Any]]] = []
    package = importlib.import_module("igreg.deadlines")
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        if not module.name.rpartition(".")[2].startswith("_"):
            found.append(importlib.import_module(module.name).due)
    return tuple(sorted(found, key=lambda kind: kind.name))


def summary(kind: Dates[Deadline[Any]]) -> str:
    """What a kind of date is, as the first line of its module says; for the page of the list."""
    text = (sys.modules[kind.find.__module__].__doc__ or "").strip().splitlines()[0]
    return re.sub(r" \(ruling [A-Z]\d+\)", "", text)


def names() -> tuple[str, ...]:
    """The name of every kind of date."""
    return tuple(kind.name for kind in catalogue())
