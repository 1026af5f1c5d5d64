"""Tables as a workbook, a sheet a table: texts are texts, days are days (ruling X30)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from igreg.errors import IgregError
from igreg.render.escape.xlsx import Sheet, workbook
from igreg.render.escape.xlsx import Value as Cell
from igreg.render.tables.cells import written
from igreg.tables.rows import Filled, Value
from igreg.tables.shape import TITLE, Column

MOST_ROWS = 1_048_575
"""So many rows a sheet has below its head."""
_FIRST_DAY = dt.date(1900, 3, 1)
"""Before it days of a spreadsheet are not those of the calendar."""
_WIDTHS = {"text": 24.0, "date": 12.0, "moment": 18.0, "boolean": 9.0, "integer": 10.0, "number": 10.0, "sum": 14.0}


def tables_xlsx(tables: Iterable[Filled]) -> bytes:
    """All tables. Raises IgregError where one has more rows than a sheet."""
    return workbook([_sheet(one) for one in tables], TITLE)


def _sheet(one: Filled) -> Sheet:
    if len(one.rows) > MOST_ROWS:
        raise IgregError(f"{one.table.name} has {len(one.rows):,} rows, more than a sheet holds", "export to csv")
    columns = one.table.columns
    return Sheet(one.table.name, [c.name for c in columns], _rows(one.rows), [_width(c) for c in columns])


def _width(column: Column) -> float:
    return max(_WIDTHS[column.type], len(column.name) + 3.0)


def _rows(rows: Sequence[Sequence[Value]]) -> Iterator[list[Cell]]:
    for row in rows:
        yield [_cell(value) for value in row]


def _cell(value: Value) -> Cell:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, dt.date) and (value.date() if isinstance(value, dt.datetime) else value) < _FIRST_DAY:
        return written(value)
    return value
