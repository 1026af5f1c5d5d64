"""Days from one to another, both included, open where an end is not written; and who is there on which of them."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T", bound=Hashable)
DAY = dt.timedelta(days=1)


class Span(NamedTuple):
    """Days from a first to a last, both included (ruling A03); an open end goes on."""

    first: dt.date | None
    last: dt.date | None

    def meets(self, other: Span) -> Span | None:
        """The days that both have; nothing where there is none, as of a span that ends before it begins."""
        starts = [day for day in (self.first, other.first) if day is not None]
        ends = [day for day in (self.last, other.last) if day is not None]
        both = Span(max(starts, default=None), min(ends, default=None))
        return None if both.first is not None and both.last is not None and both.last < both.first else both

    @property
    def days(self) -> int | None:
        """How many days they are, both included; nothing where an end is open."""
        return (self.last - self.first).days + 1 if self.first is not None and self.last is not None else None


def day_before(day: dt.date) -> dt.date:
    """The day before; the first day that there is has none, and is its own."""
    return day if day == dt.date.min else day - DAY


def joined(spans: Iterable[Span]) -> list[Span]:
    """The same days in as few spans as they take, the first of them first: those that overlap or follow are one."""
    out: list[Span] = []
    for span in sorted(spans, key=lambda one: one.first or dt.date.min):
        before = out[-1] if out else None
        if before is None or (before.last is not None and before.last < day_before(span.first or dt.date.min)):
            out.append(span)
        elif before.last is not None:
            out[-1] = Span(before.first, None if span.last is None else max(before.last, span.last))
    return out


class Run(NamedTuple, Generic[T]):
    """Days on which the same are there, as many as stand together."""

    first: dt.date
    last: dt.date
    there: frozenset[T]

    @property
    def span(self) -> Span:
        """Its days."""
        return Span(self.first, self.last)


def runs(spans: Iterable[tuple[Span, T]], first: dt.date, last: dt.date) -> Iterator[Run[T]]:
    """The days from a first to a last in runs on which the same are there; who is there twice is there once."""
    begins: dict[dt.date, list[T]] = defaultdict(list)
    ends: dict[dt.date, list[T]] = defaultdict(list)
    for span, one in spans:
        part = span.meets(Span(first, last))
        if part is not None and part.first is not None and part.last is not None:
            begins[part.first].append(one)
            if part.last < last:
                ends[part.last + DAY].append(one)
    there = Counter[T](begins.get(first, ()))
    begun, known = first, frozenset(there)
    for day in sorted({*begins, *ends} - {first}):
        there.update(begins.get(day, ()))
        there.subtract(ends.get(day, ()))
        for one in ends.get(day, ()):
            if one in there and not there[one]:
                del there[one]
        if there.keys() != known:
            yield Run(begun, day - DAY, known)
            begun, known = day, frozenset(there)
    yield Run(begun, last, known)
