"""Many records written one after the other in one look: a line that came before is not made again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from igreg.source.editing.look import Look
from igreg.source.editing.together import Run, together


class _Lines(dict[str, str]):
    """The line of each text of one field, made when it comes for the first time."""

    def __init__(self, look: Look, key: str, lead: str) -> None:
        super().__init__()
        self._look, self._key, self._lead = look, key, lead

    def __missing__(self, value: str) -> str:
        line = self[value] = self._lead + self._look.pair(self._key, value)[0]
        return line


class Hand:
    """Writes records as items of a list, as far indented and with the dash that the list has."""

    def __init__(self, look: Look, indent: str, dash: str) -> None:
        self._look = look
        self._first, self._then = indent + dash, indent + " " * len(dash)
        self._known: dict[tuple[str, str], _Lines] = {}

    def lines(self, records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
        """The lines of records that have a line for each field."""
        return chain.from_iterable(map(self._lines_of, together(records).runs))

    def _lines_of(self, run: Run) -> Iterable[str]:
        keys, some, columns = run
        if not keys:
            return [f"{self._first}{{}}"] * len(some)
        if columns is None:
            return chain.from_iterable(map(self._record, some))
        order = tuple(self._look.ordered(some[0]))
        known = [self._lines(key, self._then if at else self._first) for at, key in enumerate(order)]
        lines = (map(one.__getitem__, columns[key]) for one, key in zip(known, order, strict=True))
        return chain.from_iterable(zip(*lines, strict=True))

    def braces(self, records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
        """The line of each record that stands in braces."""
        return (self._first + self._look.braces(record) for record in records)

    def _record(self, record: Mapping[str, Any]) -> list[str]:
        lines = [line for key, value in self._look.ordered(record).items() for line in self._look.pair(key, value)]
        return [self._first + lines[0], *(self._then + line for line in lines[1:])]

    def _lines(self, key: str, lead: str) -> _Lines:
        return self._known.setdefault((key, lead), _Lines(self._look, key, lead))
