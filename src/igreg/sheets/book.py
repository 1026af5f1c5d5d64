"""A spreadsheet as a value: its sheets, their rows as they stand, and what could not be read."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import Enum

from igreg.dataclass import dataclass


@dataclass(frozen=True)
class CellError:
    """What stands where a formula came to nothing, or where bytes are no text: the sign that is shown, and why."""

    sign: str
    why: str


Value = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | CellError | None
"""What a cell may hold. A workbook's day without a time is a `date`; a text is as it stands, and an empty one None."""


class Shown(Enum):
    """Whether a sheet is seen by whoever opens the workbook."""

    VISIBLE = "visible"
    HIDDEN = "hidden"
    VERY_HIDDEN = "very hidden"


@dataclass(frozen=True)
class Sheet:
    """A sheet: rows of values, ragged as they stand; the value of a merged cell is given for every row of the merge."""

    name: str | None
    """Nothing where the file is a CSV."""
    rows: Sequence[Sequence[Value]]
    first_row: int = 1
    """The number of the first of the rows, as the spreadsheet numbers it; in a CSV that of the record."""
    first_column: int = 0
    shown: Shown = Shown.VISIBLE
    hidden_rows: frozenset[int] = frozenset()
    """Numbers of rows that are hidden, also by a filter."""
    hidden_columns: frozenset[int] = frozenset()
    """Columns that are hidden; 0 is A."""
    merged: frozenset[tuple[int, int]] = frozenset()
    """Row number and column of each cell that has its value from a merge."""
    formulas: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """Formulas without a value that was kept."""


@dataclass(frozen=True)
class Book:
    """A file of one sheet or several."""

    form: str
    """`csv`, `xlsx` or `ods`."""
    sheets: Sequence[Sheet]
    remarks: Sequence[str] = ()
    """What is to be told of the whole file: macros not run, links not followed, the encoding taken."""
    delimiter: str | None = None
    comma_is_decimal: bool = False


def cell_name(column: int, row: int) -> str:
    """The name of a cell as a spreadsheet has it, as `C7`; column 0 is A."""
    return f"{column_name(column)}{row}"


@functools.cache
def column_name(column: int) -> str:
    """The letters of a column; 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
