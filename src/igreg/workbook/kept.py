"""What the hidden sheet keeps of each row that went out, so that three sides can be compared when it comes back."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.sheets.book import Book, Value
from igreg.workbook.columns import Table
from igreg.workbook.pages import KEPT, MARK, VERSION
from igreg.workbook.standing import Row, position

_PIECE = 30_000
"""So many characters of rows stand in one cell, where no row is longer than that."""
_LONGEST = 32_000
"""So many characters stand in one cell at most."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A row as it went out."""

    table: str
    name: str
    """What its record was called."""
    places: tuple[int, ...]
    values: Mapping[str, Any]

    @property
    def original(self) -> str:
        """What stands in the hidden column beside it."""
        return self.name + (f"#{position(self.places)}" if self.places else "")


class Keeping:
    """Takes the rows that go out, and gives those of the hidden sheet: in each as many rows of tables as a cell holds.

    So they are a few cells, and not one or two more for each row: a large register would have too many to be read.
    """

    def __init__(self, tables: Iterable[Table]) -> None:
        self._first = [MARK, str(VERSION), " ".join(table.name for table in tables)]
        self._full: list[list[str]] = []
        self._held: list[str] = []
        self._size = 0

    def take(self, row: Row) -> None:
        """Keep a row."""
        # Programs take `_x0041_` in a text for the sign of another character.
        text = row.kept.replace("_x", "_\\u0078") if "_x" in row.kept else row.kept
        if self._held and self._size + len(text) > _PIECE:
            self._full.append(_pieces(self._held))
            self._held, self._size = [], 0
        self._held.append(text)
        self._size += len(text) + 2

    def __iter__(self) -> Iterator[Sequence[str]]:
        yield self._first
        yield from self._full
        if self._held:
            yield _pieces(self._held)


def _pieces(held: Sequence[str]) -> list[str]:
    text = f"[{', '.join(held)}]"
    return [text[at : at + _LONGEST] for at in range(0, len(text), _LONGEST)]


def read_kept(file: str, book: Book) -> tuple[list[str], dict[str, Kept]]:
    """The tables that went out, and each row by its fingerprint. Raises IgregError where igreg did not write it."""
    sheet = next((one for one in book.sheets if one.rows and _is_mark(one.rows[0])), None)
    if book.form == "csv" or sheet is None:
        raise IgregError(
            f"{file} is no workbook of `igreg sheet --out`",
            "bring in a table of your own with `igreg import KIND FILE`",
        )
    first = sheet.rows[0]
    if str(first[1]) != str(VERSION):
        raise IgregError(f"{file} was written by another version of igreg", "export it again with `igreg sheet --out`")
    tables = str(first[2]).split() if len(first) > 2 else []
    out: dict[str, Kept] = {}
    for row in sheet.rows[1:]:
        text = "".join(str(one) for one in row if one is not None)
        if text:
            out |= _kept(file, text)
    return tables, out


def _kept(file: str, text: str) -> dict[str, Kept]:
    """The rows of which one row of the hidden sheet tells, each by its fingerprint."""
    try:
        return {
            str(mark): Kept(sys.intern(str(table)), str(name), tuple(map(int, places)), dict(values))
            for mark, table, name, places, values in json.loads(text)
        }
    except (ValueError, TypeError):
        raise IgregError(
            f"{file}: what igreg keeps on the hidden sheet {KEPT!r} was changed", "export the workbook again"
        ) from None


def _is_mark(row: Sequence[Value]) -> bool:
    return len(row) > 1 and row[0] == MARK
