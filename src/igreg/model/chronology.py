"""What a record says of days: which of them belong together as start and end, and which say that something happened."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from operator import itemgetter
from typing import Any, NamedTuple

from igreg.dataclass import dataclass
from igreg.findings import KeyPath
from igreg.model.anatomy import fields_of
from igreg.model.base import Part, Record
from igreg.model.marks import Done, Ends, Follows, Happened, Starts


class Stretch(NamedTuple):
    """A start and an end that stand side by side, each with its key; a moment stays a moment."""

    path: KeyPath
    """Where the end stands."""
    started: str
    start: dt.date
    ended: str
    end: dt.date


class Event(NamedTuple):
    """A day or moment at which something has happened."""

    path: KeyPath
    words: str
    at: dt.date


@dataclass(frozen=True, slots=True)
class _Dated:
    """Which fields of a model are dates of a sort, and which parts have such fields: attribute and key."""

    starts: tuple[tuple[str, str], ...]
    ends: tuple[tuple[str, str], ...]
    happened: tuple[tuple[str, str, Happened], ...]
    follows: tuple[tuple[str, str, str], ...]
    """Attribute and key, and the attribute of the record that it may not come before."""
    parts: tuple[tuple[str, str, bool, _Dated], ...]


def stretches(part: Part, prefix: KeyPath = ()) -> Iterator[Stretch]:
    """Every start and end in a record that are both given, and every day with the one that it may not come before."""
    yield from _stretches(part, part, _dated(type(part)), prefix)


def events(part: Part, prefix: KeyPath = ()) -> Iterator[Event]:
    """Every day in a record at which it says that something has happened."""
    yield from _events(part, _dated(type(part)), prefix)


def suspects(records: Sequence[Record], today: dt.date) -> Iterable[Record]:
    """The few records of a kind in which a day may be amiss: an end no later than its start, or an event about today.

    Field by field, since nearly all records are in order; the two above then look closely. Moments may be up to two
    days off, by their offset.
    """
    out: dict[int, Record] = {}
    if records:
        _look(records, records, _dated(type(records[0])), today - dt.timedelta(days=2), out)
    return out.values()


def _look(
    records: Sequence[Record], parts: Sequence[Part], dated: _Dated, since: dt.date, out: dict[int, Record]
) -> None:
    """Look at records or parts of records, each with the record that it stands in; one field of all after the other.

    Most fields are empty in all of them, and are passed over as a whole.
    """
    given = [*map(vars, parts)]
    column = functools.cache(lambda attribute: [*map(itemgetter(attribute), given)])
    for (starting, _), (ending, _) in product(dated.starts, dated.ends):
        if any(column(ending)):
            for record, start, end in zip(records, column(starting), column(ending), strict=True):
                if end is not None and start is not None and _day(start) >= _day(end):
                    out[id(record)] = record
    for attribute, _, before in dated.follows:
        for record, at in zip(records, column(attribute), strict=True) if any(column(attribute)) else ():
            first = getattr(record, before) if at is not None else None
            if first is not None and _day(first) >= _day(at):
                out[id(record)] = record
    for attribute, _, _ in dated.happened:
        for record, at in zip(records, column(attribute), strict=True) if any(column(attribute)) else ():
            if at is not None and _day(at) >= since:
                out[id(record)] = record
    for attribute, _, many, inner in dated.parts:
        held = [(record, below) for record, below in zip(records, column(attribute), strict=True) if below]
        if many:
            held = [(record, item) for record, below in held for item in below]
        if held:
            _look([record for record, _ in held], [item for _, item in held], inner, since, out)


def _day(at: dt.date) -> dt.date:
    return at.date() if isinstance(at, dt.datetime) else at


def _stretches(record: Part, part: Part, dated: _Dated, prefix: KeyPath) -> Iterator[Stretch]:
    for ending, ended in dated.ends if dated.starts else ():
        end = getattr(part, ending)
        if end is not None:
            for starting, started in dated.starts:
                start = getattr(part, starting)
                if start is not None and starting != ending:
                    yield Stretch((*prefix, ended), started, start, ended, end)
    for attribute, key, before in dated.follows:
        at, first = getattr(part, attribute), getattr(record, before)
        if at is not None and first is not None:
            yield Stretch((*prefix, key), before, first, key, at)
    for path, item, inner in _parts(part, dated, prefix):
        yield from _stretches(record, item, inner, path)


def _events(part: Part, dated: _Dated, prefix: KeyPath) -> Iterator[Event]:
    for attribute, key, mark in dated.happened:
        at = getattr(part, attribute)
        if at is not None and (mark.status is None or getattr(part, "status", None) == mark.status):
            yield Event((*prefix, key), mark.words, at)
    for path, item, inner in _parts(part, dated, prefix):
        yield from _events(item, inner, path)


def _parts(part: Part, dated: _Dated, prefix: KeyPath) -> Iterator[tuple[KeyPath, Any, _Dated]]:
    for attribute, key, many, inner in dated.parts:
        found = getattr(part, attribute)
        if found and many:
            for index, item in enumerate(found):
                yield (*prefix, key, index), item, inner
        elif found:
            yield (*prefix, key), found, inner


@functools.cache
def _dated(model: type[Part]) -> _Dated:
    starts, ends, happened, follows, parts = [], [], [], [], []
    for key, field in fields_of(model).items():
        for mark in field.marks:
            if isinstance(mark, Starts) and mark.before_end:
                starts.append((field.attribute, key))
            if isinstance(mark, Ends | Done):
                ends.append((field.attribute, key))
            if isinstance(mark, Happened):
                happened.append((field.attribute, key, mark))
            if isinstance(mark, Follows):
                follows.append((field.attribute, key, mark.field))
        for part in field.parts:
            inner = _dated(part)
            if inner != _NOTHING:
                parts.append((field.attribute, key, field.many, inner))
    return _Dated(tuple(starts), tuple(ends), tuple(happened), tuple(follows), tuple(parts))


_NOTHING = _Dated((), (), (), (), ())
