"""What the hidden sheet keeps of each row that went out, so that three sides can be compared when it comes back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from igreg.errors import IgregError
from igreg.sheets.book import Book, Value
from igreg.workbook.columns import Table
from igreg.workbook.pages import KEPT, MARK, VERSION
from igreg.workbook.standing import Row, position

_PIECE = 30_000
"""So many characters of what is kept stand in one cell."""


@dataclass(frozen=True)
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


def kept_rows(tables: Iterable[Table], rows: Iterable[Row]) -> Iterator[list[str]]:
    """The rows of the hidden sheet."""
    yield [MARK, str(VERSION), *(table.name for table in tables)]
    for row in rows:
        text = json.dumps([row.there.name, list(row.places), row.values], default=str)
        # Programs take `_x0041_` in a text for the sign of another character.
        text = text.replace("_x", "_\\u0078")
        pieces = [text[at : at + _PIECE] for at in range(0, len(text), _PIECE)]
        yield [row.fingerprint, row.table.name, *pieces]


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
    tables = [str(one) for one in first[2:] if one is not None]
    out: dict[str, Kept] = {}
    for row in sheet.rows[1:]:
        cells = [one for one in row if one is not None]
        if cells:
            out[str(cells[0])] = _kept(file, cells)
    return tables, out


def _kept(file: str, cells: Sequence[Value]) -> Kept:
    try:
        name, places, values = json.loads("".join(map(str, cells[2:])))
        return Kept(str(cells[1]), str(name), tuple(map(int, places)), dict(values))
    except (ValueError, TypeError, IndexError):
        raise IgregError(
            f"{file}: what igreg keeps on the hidden sheet {KEPT!r} was changed", "export the workbook again"
        ) from None


def _is_mark(row: Sequence[Value]) -> bool:
    return len(row) > 1 and row[0] == MARK
