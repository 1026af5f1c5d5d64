"""A row that came back: its cells by the names of their columns, wherever they stand now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any, NamedTuple

from igreg.dataclass import dataclass
from igreg.exchange.brought import Refused
from igreg.sheets.book import CellError, Value, cell_name
from igreg.workbook.cells import plain, untouched
from igreg.workbook.columns import FINGERPRINT, ORIGINAL, POSITION, RECORD, Column, Table


class Cell(NamedTuple):
    """What stands in a cell, its name, and the head of its column; `odd` says why it cannot be taken as it is."""

    value: Value
    name: str
    head: str
    odd: str | None = None


@dataclass(frozen=True)
class Columns:
    """Where the fields and the keys of a table stand on its sheet, whatever was moved."""

    table: Table
    sheet: str
    fields: Mapping[str, tuple[int, Column]] = field(default_factory=dict)
    """By the names of the fields: the place among the cells of a row, and the column."""
    keys: Mapping[str, int] = field(default_factory=dict)
    first_column: int = 0
    merged: frozenset[tuple[int, int]] = frozenset()
    formulas: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def odd(self, number: int, at: int, value: Value) -> str | None:
        """Why a cell that was changed cannot be taken as it stands."""
        place = (number, self.first_column + at)
        if place in self.merged:
            return "the cell is merged with others"
        if value is None and place in self.formulas:
            return "the cell holds a formula without the value that it came to"
        if isinstance(value, CellError):
            return f"the cell shows {value.sign}, which is no value"
        return None


@dataclass(frozen=True, slots=True)
class Came:
    """A row that came back."""

    of: Columns
    number: int
    """As the spreadsheet numbers it; 0 where it stands for a row that is not there any more."""
    values: Sequence[Value]
    """What stands in it, from the first column of its sheet on."""

    @property
    def table(self) -> Table:
        """What it is a row of."""
        return self.of.table

    @property
    def cells(self) -> dict[str, Cell]:
        """Its cells by the names of their columns."""
        return {name: self._cell(at, column.head) for name, (at, column) in self.of.fields.items()}

    def cell(self, name: str) -> Cell | None:
        """The cell of a field; nothing where its column is not there."""
        found = self.of.fields.get(name)
        return None if found is None else self._cell(found[0], found[1].head)

    @property
    def record(self) -> Cell | None:
        """The cell that says of which record it is a part."""
        return self._key(RECORD) if self.table.is_nested else None

    @property
    def position(self) -> Cell | None:
        """The cell that says where in its list it stands."""
        return self._key(POSITION) if self.table.is_nested else None

    @property
    def original(self) -> str:
        """The hidden cell that says what it was when it went out; empty where it is new."""
        return self._hidden(ORIGINAL)

    @property
    def fingerprint(self) -> str:
        """The hidden cell by which it is found in what was kept."""
        return self._hidden(FINGERPRINT)

    @property
    def place(self) -> str:
        """The name of its first cell, for what is said of the row as a whole."""
        return cell_name(self.of.first_column, self.number) if self.number else "A1"

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in any of its fields."""
        return not any(
            value is not None and plain(value)
            for at, _ in self.of.fields.values()
            if (value := self._value(at)) is not None
        )

    def is_as(self, before: Mapping[str, Any]) -> bool:
        """Whether all its fields say what went out, and no cell needs a closer look: true of nearly all rows."""
        return all(
            (was := before.get(name)) == (value := self._value(at))
            or (value is not None and was is not None and untouched(column.leaf, was, value))
            for name, (at, column) in self.of.fields.items()
        )

    def _value(self, at: int) -> Value:
        return self.values[at] if at < len(self.values) else None

    def _hidden(self, name: str) -> str:
        at = self.of.keys.get(name)
        value = None if at is None else self._value(at)
        return value if type(value) is str else plain(value)

    def _key(self, name: str) -> Cell | None:
        at = self.of.keys.get(name)
        return None if at is None else self._cell(at, name)

    def _cell(self, at: int, head: str) -> Cell:
        value = self._value(at)
        return Cell(value, cell_name(self.of.first_column + at, self.number), head, self.of.odd(self.number, at, value))

    def refused(
        self, cell: Cell | None, field: str | None, message: str, help: str, *, secret: bool = False
    ) -> Refused:
        """A cell of the row that cannot be taken; without one, the row as a whole."""
        value = None if cell is None else "\u2026" if secret else plain(cell.value) or None
        name, head = (cell.name, cell.head) if cell is not None else (self.place, None)
        return Refused(field, value, message, help, self.of.sheet, self.number, name, head)
