"""The cells of a table column by column, each value once: a long table says the same again and again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from igreg.sheets.book import Value

_SIMPLE = frozenset({str, int, type(None)})
"""Types of which equal values are alike: a yes is 1 to Python, and 1.0 is too."""


class ByColumn:
    """Some columns of a table, by their names."""

    def __init__(self, rows: Sequence[Sequence[Value]], places: Mapping[str, int]) -> None:
        """`rows` is not empty; `places` says which of their cells is of which column, 0 being the first."""
        self.cells: dict[str, Sequence[Any]] = {}
        self._odd: dict[str, bool] = {}
        widths = set(map(len, rows))
        for name, place in places.items():
            self.cells[name], self._odd[name] = _alike(_column(rows, place, min(widths), max(widths)))
        self._distinct = {name: dict.fromkeys(column) for name, column in self.cells.items()}

    def value(self, name: str, known: Any) -> Value:
        """The value of a cell of a column."""
        found: Value = known[1] if self._odd[name] else known
        return found

    def values(self, name: str) -> list[Value]:
        """What stands in a column, each value once."""
        return [self.value(name, one) for one in self._distinct.get(name, ())]

    def of_each(self, name: str, ask: Callable[[Value], Any]) -> dict[Any, Any]:
        """What each value of a column comes to."""
        return {one: ask(self.value(name, one)) for one in self._distinct[name]}


def _column(rows: Sequence[Sequence[Value]], place: int, narrow: int, wide: int) -> Sequence[Value]:
    """The cells at a place of rows that are at least so `narrow` and at most so `wide`; nothing where one has none."""
    if place >= wide:
        return (None,) * len(rows)
    if place < narrow:
        return list(map(itemgetter(place), rows))
    return [row[place] if place < len(row) else None for row in rows]


def _alike(column: Sequence[Value]) -> tuple[Sequence[Any], bool]:
    """The cells of a column so that those that are equal are alike; and whether they stand with their types for it."""
    types = set(map(type, column))
    if types <= _SIMPLE or len(types - {str, type(None)}) < 2:
        return column, False
    return [(type(one), one) for one in column], True
