"""Which sheet of a book is the table, where its rows begin, and what is to be told of how they stand there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property

from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.exchange.brought import LeftOut, Note
from igreg.exchange.columns.heads import dropped
from igreg.exchange.columns.map import ColumnMap
from igreg.exchange.columns.match import Head, is_known
from igreg.sheets.book import Book, Sheet, Shown, Value, cell_name, column_name
from igreg.sheets.head import LOOKED_AT, Table, find_head


@dataclass(frozen=True)
class Rows:
    """The rows of a sheet below its head, as they were found."""

    heads: Sequence[Head]
    rows: Sequence[tuple[int, Sequence[Value]]]
    """Each with its number; those without anything in them are not there."""
    sheet: str | None = None
    left_out: Sequence[LeftOut] = ()
    notes: Sequence[Note] = ()
    first_column: int = 0
    comma: bool = False
    """Whether the file writes a comma in the place of the point."""
    aside: Collection[str] = ()
    """The texts of rows that are left out: whoever is named there is not missing."""

    def raw(self, row: int | None, cell: str | None) -> str | None:
        """What stands in a cell such as `C7`, as a text; nothing where there is no such cell, or nothing in it."""
        named = enumerate(self._by_number.get(row or 0, ()), self.first_column) if cell is not None else ()
        value = next((value for at, value in named if cell_name(at, row or 0) == cell), None)
        return None if value is None else str(value)

    @cached_property
    def _by_number(self) -> Mapping[int, Sequence[Value]]:
        return dict(self.rows)


def found_table(
    book: Book,
    kind: str,
    file: str,
    column_map: ColumnMap | None,
    sheet: str | None,
    is_more: Callable[[str], bool] = lambda head: False,
) -> Rows:
    """The rows of the sheet that is named, else of the only one that is seen and has a head.

    `is_more` tells other heads that are known: the courses of the register. Raises IgregError where there is none, or
    more than one.
    """
    wanted = sheet or (column_map.sheet if column_map is not None else None)
    header_row = column_map.header_row if column_map is not None else None

    def is_head(text: str) -> bool:
        return is_known(kind, text, column_map) or is_more(text)

    sheets = [
        one for one in book.sheets if (one.shown is Shown.VISIBLE if wanted is None else one.name in (wanted, None))
    ]
    if wanted is not None and not sheets:
        named = ", ".join(str(one.name) for one in book.sheets)
        raise IgregError(f"{file} has no sheet {wanted!r}", f"one of: {named}")
    tables = [(one, table) for one in sheets if (table := find_head(one, is_head, header_row)) is not None]
    if not tables:
        alone = next((text for one in sheets for text in _tops(one) if is_head(text)), None)
        raise IgregError(
            f"no column of {file} means anything for {kind}"
            if alone is None
            else f"only {alone!r} of {file} means anything for {kind}, and the head of a table is known by two",
            "name the columns after the fields, or say which is which in a map, with header_row: --map",
        )
    if len(tables) > 1:
        named = ", ".join(str(one.name) for one, _ in tables)
        raise IgregError(f"several sheets of {file} have heads that mean something: {named}", "name one with --sheet")
    ((one, table),) = tables
    return Rows(
        [Head(column, text) for column, text in table.heads],
        table.rows,
        one.name,
        [LeftOut(row, why, one.name) for row, why in table.left_out],
        [*(Note("file", remark) for remark in book.remarks), *_notes(kind, one, table)],
        one.first_column,
        book.comma_is_decimal,
        _texts(one, [row for row, _ in table.left_out]),
    )


def _tops(sheet: Sheet) -> Iterator[str]:
    """The texts among the first rows, of which one may be the head."""
    return (" ".join(cell.split()) for row in sheet.rows[:LOOKED_AT] for cell in row if isinstance(cell, str))


def _texts(sheet: Sheet, rows: Sequence[int]) -> frozenset[str]:
    """The texts that stand in some rows."""
    found = (cell for row in rows for cell in sheet.rows[row - sheet.first_row])
    return frozenset(cell for cell in found if isinstance(cell, str))


def _notes(kind: str, sheet: Sheet, table: Table) -> Iterator[Note]:
    """Rows and columns that nobody sees and that are read all the same, and cells that are merged.

    Of columns that are never read nothing is told.
    """
    heads = {column: head for column, head in table.heads if dropped(kind, head) is None}
    asked = sheet.hidden_rows or sheet.merged or sheet.formulas
    numbers = {number for number, _ in table.rows} if asked else set[int]()
    for column in sorted(sheet.hidden_columns & heads.keys()):
        message = f"column {column_name(column)} is hidden, and read all the same"
        yield Note("hidden-column", message, sheet.name, None, heads[column])
    for row in sorted(sheet.hidden_rows & numbers):
        yield Note("hidden-row", "the row is hidden, and read all the same", sheet.name, row)
    for row, column in sorted(sheet.merged):
        if row in numbers and column in heads:
            message = "the cell is merged with others, and its value is taken for each of their rows"
            yield Note("merged-cells", message, sheet.name, row, heads[column])
    for (row, column), formula in sorted(sheet.formulas.items()):
        if row in numbers and column in heads:
            message = "the value of the formula was not kept in the file, and the cell is taken for an empty one"
            yield Note("no-value", message, sheet.name, row, heads[column], f"={formula[:60]}")
