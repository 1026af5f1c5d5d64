"""What a record says of days: which of them belong together as start and end, and which say that something happened."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from igreg.findings import KeyPath
from igreg.model.anatomy import fields_of
from igreg.model.base import Part
from igreg.model.marks import Done, Ends, Happened, Starts


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
    parts: tuple[tuple[str, str, bool, _Dated], ...]


def stretches(part: Part, prefix: KeyPath = ()) -> Iterator[Stretch]:
    """Every start and end in a record that are both given."""
    yield from _stretches(part, _dated(type(part)), prefix)


def events(part: Part, prefix: KeyPath = ()) -> Iterator[Event]:
    """Every day in a record at which it says that something has happened."""
    yield from _events(part, _dated(type(part)), prefix)


def _stretches(part: Part, dated: _Dated, prefix: KeyPath) -> Iterator[Stretch]:
    for ending, ended in dated.ends if dated.starts else ():
        end = getattr(part, ending)
        if end is not None:
            for starting, started in dated.starts:
                start = getattr(part, starting)
                if start is not None and starting != ending:
                    yield Stretch((*prefix, ended), started, start, ended, end)
    for path, item, inner in _parts(part, dated, prefix):
        yield from _stretches(item, inner, path)


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
    starts, ends, happened, parts = [], [], [], []
    for key, field in fields_of(model).items():
        for mark in field.marks:
            if isinstance(mark, Starts):
                starts.append((field.attribute, key))
            if isinstance(mark, Ends | Done):
                ends.append((field.attribute, key))
            if isinstance(mark, Happened):
                happened.append((field.attribute, key, mark))
        for part in field.parts:
            inner = _dated(part)
            if inner != _NOTHING:
                parts.append((field.attribute, key, field.many, inner))
    return _Dated(tuple(starts), tuple(ends), tuple(happened), tuple(parts))


_NOTHING = _Dated((), (), (), ())
