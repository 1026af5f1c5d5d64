"""A row of a table as it came, each cell under the field that its column was taken for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from igreg.sheets.book import Value, cell_name


class Given(NamedTuple):
    """What stands in a cell, and the column that it stands in; column 0 is A.

    What every new record is given stands in no column: then it changes nothing of one that is there.
    """

    value: Value
    column: int | None
    header: str


class Incoming(NamedTuple):
    """A row: its number as the spreadsheet has it, its sheet where it has one, and its cells by field.

    A field is a dotted name (`review.next`), or what stands for one in the tables of heads: `key`, `name.family`,
    `name.given`, `name.title`, `_status`. Columns that were dropped or left out are in none of them.
    """

    row: int
    sheet: str | None
    cells: Mapping[str, Given]

    def cell(self, field: str) -> str | None:
        """The name of the cell of a field, as `C7`; nothing where the row has none."""
        given = self.cells.get(field)
        return None if given is None or given.column is None else cell_name(given.column, self.row)
