"""What there is to know of a sheet before the library is asked for it, and how much of it may be there at all."""

from __future__ import annotations

from dataclasses import field

from igreg.dataclass import dataclass

MOST_CELLS = 5_000_000
"""So many cells may lie between the first and the last, empty ones counted: more would take a gigabyte and minutes."""
MANY, MOST_EMPTY = 1_000_000, 20
"""Where that many lie between them, at most so many may be empty for each that is there: the library makes them all."""
MOST_COLUMNS = 16_384
MOST_ROWS = 1_048_576

Position = tuple[int, int]
"""The number of a row, from 1, and a column, from 0."""


class Odd(Exception):
    """The XML cannot be read, or says what no sheet may."""


class TooMany(Odd):
    """More cells than are looked at one by one."""


@dataclass
class Scan:
    """What there is to know of a sheet before it is read."""

    rows: tuple[int, int] | None = None
    """The first and the last row with a cell; nothing where there is none."""
    columns: tuple[int, int] | None = None
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    """First row, first column, last row and last column of each merge."""
    errors: dict[Position, str] = field(default_factory=dict)
    formulas: dict[Position, str] = field(default_factory=dict)
    """Formulas without a value that was kept."""
    strings: int = 0
    """How many cells point to a shared text."""
    there: int = 0
    """How many cells are written down."""

    @property
    def cells(self) -> int:
        """How many cells lie between the first and the last."""
        if self.rows is None or self.columns is None:
            return 0
        return (self.rows[1] - self.rows[0] + 1) * (self.columns[1] - self.columns[0] + 1)

    @property
    def is_sparse(self) -> bool:
        """Whether there is next to nothing in a large sheet."""
        return self.cells > max(MANY, MOST_EMPTY * self.there)

    def reach(self, row: int, column: int, last_row: int | None = None, last_column: int | None = None) -> None:
        """A cell, or several, are there."""
        last_row, last_column = last_row or row, column if last_column is None else last_column
        old, wide = self.rows or (row, row), self.columns or (column, column)
        self.rows = (min(old[0], row), max(old[1], last_row))
        self.columns = (min(wide[0], column), max(wide[1], last_column))


def within(out: Scan) -> Scan:
    """The same, where all of it lies on a sheet. Raises Odd where a cell lies outside any."""
    if out.rows is None or out.columns is None:
        return out
    if out.rows[0] < 1 or out.rows[1] > MOST_ROWS or out.columns[1] >= MOST_COLUMNS:
        raise Odd("a cell outside any sheet")
    return out
