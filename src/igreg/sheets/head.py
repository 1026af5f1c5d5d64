"""Where the table of a sheet begins: its head, the rows below it, and those that say nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from igreg.errors import IgregError
from igreg.sheets.book import Sheet, Value

FIRST_ROWS = 30
"""So many rows are looked at for the head."""
_TOTAL = re.compile(
    r"(?:(?:grand )?total|sum|average|count|compliance|report|printed|generated|page)\b|\*", re.IGNORECASE
)
_NUMBER = re.compile(r"[-+]?[\d.,]+ ?%?")


@dataclass(frozen=True)
class Table:
    """A table of a sheet."""

    header_row: int
    heads: Sequence[tuple[int, str]]
    """The column of each head, 0 being A, and the head as it stands."""
    rows: Sequence[tuple[int, Sequence[Value]]]
    """The number of each row below the head that has anything in it, and its cells from the first column on."""
    left_out: Sequence[tuple[int, str]]
    """The numbers of rows that are no records, and why."""


def find_head(sheet: Sheet, matches: Callable[[str], bool], header_row: int | None = None) -> Table | None:
    """The table of a sheet: its head is the row of the first thirty with most cells that mean something.

    At least two do, or the only one there is. Nothing where there is none. Raises IgregError where `header_row` is not
    a row of the sheet.
    """
    at = _given(sheet, header_row) if header_row is not None else _found(sheet, matches)
    if at is None:
        return None
    heads = [
        (sheet.first_column + place, str(one).strip()) for place, one in enumerate(sheet.rows[at]) if _is_filled(one)
    ]
    rows, left_out = [], []
    for number, row in enumerate(sheet.rows[at + 1 :], sheet.first_row + at + 1):
        filled = [one for one in row if _is_filled(one)]
        if not filled:
            continue
        why = _why_not(filled, len(heads))
        if why is None:
            rows.append((number, row))
        else:
            left_out.append((number, why))
    return Table(sheet.first_row + at, heads, rows, left_out)


def _given(sheet: Sheet, header_row: int) -> int:
    at = header_row - sheet.first_row
    if not 0 <= at < len(sheet.rows):
        raise IgregError(f"there is nothing in row {header_row}, where the heads should be", "put header_row right")
    return at


def _found(sheet: Sheet, matches: Callable[[str], bool]) -> int | None:
    best, most = None, 0
    for at, row in enumerate(sheet.rows[:FIRST_ROWS]):
        filled = [one for one in row if _is_filled(one)]
        known = sum(isinstance(one, str) and matches(one) for one in filled)
        if known > most and (known > 1 or len(filled) == 1):
            best, most = at, known
    return best


def _is_filled(value: Value) -> bool:
    return value is not None and not (isinstance(value, str) and not value.strip())


def _why_not(filled: Sequence[Value], columns: int) -> str | None:
    """Why a row is no record; nothing where it may be one."""
    first, *others = filled
    if isinstance(first, str) and _TOTAL.match(first.strip()) and all(map(_is_number, others)):
        return "a line of totals, or a footer"
    if len(filled) == 1 and columns > 1:
        return "it has one filled cell only"
    if columns > 1 and all(map(_is_number, filled)):
        return "it holds numbers only"
    return None


def _is_number(value: Value) -> bool:
    if isinstance(value, str):
        return _NUMBER.fullmatch(value.strip()) is not None
    return isinstance(value, int | float) and not isinstance(value, bool)
