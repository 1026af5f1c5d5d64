"""The rows of a workbook that came back: which table a sheet is, and which field a column, whatever was moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import field

from igreg.dataclass import dataclass
from igreg.exchange.brought import Note, Refused
from igreg.sheets.book import Book, Sheet, Shown, cell_name
from igreg.workbook.cells import plain
from igreg.workbook.columns import FINGERPRINT, ORIGINAL, POSITION, RECORD, Column, Table
from igreg.workbook.kept import Kept
from igreg.workbook.leaving import NAME
from igreg.workbook.pages import ABOUT, KEPT, LISTS
from igreg.workbook.rows import Came, Columns

_HEADS = 30
"""The head is among so many rows from the top."""


@dataclass
class Read:
    """The rows of a workbook by their tables, and what was amiss with its sheets."""

    rows: dict[str, list[Came]] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def read_rows(book: Book, tables: Sequence[Table], kept: Mapping[str, Kept]) -> Read:
    """The rows of all sheets that are of a table."""
    out = Read()
    left = {table.name: table for table in tables}
    sheets = [_Headed(one) for one in book.sheets if one.name not in (ABOUT, LISTS, KEPT) and one.rows]
    headed = [one for one in sheets if one.row is not None]
    for one in sheets:
        if one.row is None and one.sheet.shown is Shown.VISIBLE:
            _without_head(out, one, left)
    for how in (_by_rows, _by_name, _by_heads):
        for one in headed:
            table = how(one, left, kept) if one.table is None else None
            if table is not None:
                one.table = left.pop(table.name)
    for one in headed:
        if one.table is None:
            message = "the sheet is of no table that went out, so nothing of it is read"
            out.notes.append(Note("sheet", message, sheet=one.sheet.name))
        else:
            _take(out, one, one.table)
    for table in left.values():
        out.notes.append(Note("sheet", f"the sheet {table.sheet} is not there, so nothing of it changes"))
    return out


class _Headed:
    """A sheet with the row of its heads."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.table: Table | None = None
        self.row = next(
            (
                at
                for at, row in enumerate(sheet.rows[:_HEADS])
                if {ORIGINAL, FINGERPRINT} <= {plain(one) for one in row}
            ),
            None,
        )
        self.heads = [plain(one).strip() for one in sheet.rows[self.row]] if self.row is not None else []

    def cell(self, row: int, column: int) -> str:
        """The name of a cell by its place among the rows."""
        return cell_name(self.sheet.first_column + column, self.sheet.first_row + row)


def _without_head(out: Read, one: _Headed, left: Mapping[str, Table]) -> None:
    """A sheet without the hidden columns: one of the reader's own, or one that cannot be read any more."""
    table = next((table for table in left.values() if table.sheet == one.sheet.name), None)
    if table is None:
        message = "the sheet was not exported, so nothing of it is read"
        out.notes.append(Note("sheet", message, sheet=one.sheet.name))
        return
    message = f"the hidden columns {ORIGINAL!r} and {FINGERPRINT!r} are not there any more"
    out.refused.append(Refused(None, None, message, "take a copy that has them, or export it again", one.sheet.name))


def _by_rows(one: _Headed, left: Mapping[str, Table], kept: Mapping[str, Kept]) -> Table | None:
    """The table of which most of the rows went out."""
    assert one.row is not None
    at = one.heads.index(FINGERPRINT)
    marks = [plain(row[at]) for row in one.sheet.rows[one.row + 1 :] if at < len(row)]
    count = Counter(kept[mark].table for mark in marks if mark in kept)
    return left.get(count.most_common(1)[0][0]) if count else None


def _by_name(one: _Headed, left: Mapping[str, Table], kept: Mapping[str, Kept]) -> Table | None:
    return next((table for table in left.values() if table.sheet == one.sheet.name), None)


def _by_heads(one: _Headed, left: Mapping[str, Table], kept: Mapping[str, Kept]) -> Table | None:
    found = [table for table in left.values() if set(table.heads) <= set(one.heads)]
    return found[0] if len(found) == 1 else None


def _take(out: Read, one: _Headed, table: Table) -> None:
    """The rows of a sheet of a table."""
    assert one.row is not None
    columns = _columns(out, one, table)
    if columns is None:
        return
    rows = out.rows.setdefault(table.name, [])
    keys = {name: one.heads.index(name) for name in (RECORD, POSITION, ORIGINAL, FINGERPRINT) if name in one.heads}
    sheet = one.sheet
    fields = {column.name: (at, column) for at, column in columns.items()}
    of = Columns(table, sheet.name or "", fields, keys, sheet.first_column, sheet.merged, sheet.formulas)
    for number, row in enumerate(sheet.rows[one.row + 1 :], sheet.first_row + one.row + 1):
        if any(value is not None for value in row):
            came = Came(of, number, row)
            if (
                came.fingerprint
                or came.original
                or not came.is_empty
                or (came.record and came.record.value is not None)
            ):
                rows.append(came)


def _columns(out: Read, one: _Headed, table: Table) -> dict[int, Column] | None:
    """Each column's field; nothing where one cannot be told, which is refused with its head."""
    assert one.row is not None
    by_head = {column.head.casefold(): column for column in table.columns}
    found: dict[int, Column] = {}
    strange: list[int] = []
    bad = False
    for at, title in enumerate(one.heads):
        column = by_head.get(title.removesuffix("*").strip().casefold())
        if column is None:
            if title not in (RECORD, POSITION, ORIGINAL, FINGERPRINT, "") and not title.endswith(NAME):
                strange.append(at)
        elif column in found.values():
            bad = True
            out.refused.append(_bad_head(one, at, "two columns have this head", "take one of them out"))
        else:
            found[at] = column
    lacking = [column.head for column in table.columns if column not in found.values()]
    lacking += [name for name in (RECORD, POSITION) if table.is_nested and name not in one.heads]
    for at in strange:
        if lacking and any(at < len(row) and row[at] is not None for row in one.sheet.rows[one.row + 1 :]):
            bad = True
            help = f"write the head that it had: {' or '.join(repr(head) for head in lacking[:3])}"
            out.refused.append(_bad_head(one, at, "no field has this head, and a column is not there any more", help))
        elif not lacking:
            message = "no field has this head, so the column is not read"
            out.notes.append(Note("column", message, sheet=one.sheet.name, column=one.heads[at]))
    if not bad:
        for head in lacking:
            message = "the column is not there, so nothing of it changes"
            out.notes.append(Note("column", message, sheet=one.sheet.name, column=head))
    return None if bad else found


def _bad_head(one: _Headed, at: int, message: str, help: str) -> Refused:
    assert one.row is not None
    return Refused(
        None,
        one.heads[at],
        message,
        help,
        one.sheet.name,
        one.sheet.first_row + one.row,
        one.cell(one.row, at),
        one.heads[at],
    )
