"""A paper as a workbook: a sheet a table, to filter, to sort and to reckon with; the first sheet says what it is.

Text from the register is text in every cell, never a formula and never a link. The same paper gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from igreg.errors import IgregError
from igreg.language.english import long_day
from igreg.render.escape.xlsx import sheet_name, text, written
from igreg.render.report.cells import aligned, said
from igreg.report.paper import Cell, Column, Facts, Figures, Matrix, Paper, Plot, Points, Said, Sort, Table
from igreg.report.plots import matrix_table, plot_table

ABOUT = "About"
MOST_ROWS = 1_048_573
"""So many rows a sheet has below its caption and its head."""
_FIRST_DAY = dt.date(1900, 3, 1)
"""Before it days of a spreadsheet are not those of the calendar."""
_EXACT = 15
"""So many digits of a number does a spreadsheet keep."""
_NARROW, _WIDE, _LOOKED_AT = 9, 60, 500
_HEAD = 2
"""The row of the heads, below the caption and an empty one."""
_FORMATS: dict[Sort, str] = {
    "text": "@",
    "number": "General",
    "percent": "0.##%",
    "day": "d mmm yyyy",
    "moment": "d mmm yyyy hh:mm",
    "money": "#,##0.00",
}
_SIGNS = {"GBP": "[$£-809]", "EUR": "[$€-2] "}


def report_xlsx(paper: Paper) -> bytes:
    """The workbook of a paper. Raises IgregError where a table has more rows than a sheet."""
    return written(lambda book: _Book(book, paper).write(), paper.title, paper.organisation)


def tables(paper: Paper) -> Iterator[Table]:
    """All that a paper has in rows, the numbers behind its pictures too."""
    for part in paper.parts:
        for block in part.blocks:
            match block:
                case Table():
                    yield block
                case Plot():
                    yield plot_table(block)
                case Matrix():
                    yield matrix_table(block)


class _Book:
    def __init__(self, book: Any, paper: Paper) -> None:
        self.book, self.paper = book, paper
        self.plain = book.add_format({"text_wrap": True, "valign": "top"})
        self.title = book.add_format({"bold": True, "font_size": 16})
        self.bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self.link = book.add_format({"font_color": "#005EB8", "underline": 1, "valign": "top", "text_wrap": True})
        self.looks: dict[tuple[Sort, str], Any] = {}

    def write(self) -> None:
        """The first sheet, and one for each table."""
        about = self.book.add_worksheet(ABOUT)
        taken = {"history", ABOUT.lower()}  # the first is a name that Excel keeps for itself
        sheets = []
        for number, table in enumerate(tables(self.paper), 1):
            name = sheet_name(table.caption, taken)
            self.table(self.book.add_worksheet(name), table, f"Table_{number}")
            sheets.append((name, table))
        self.about(about, sheets)

    def about(self, sheet: Any, sheets: Sequence[tuple[str, Table]]) -> None:
        """What the paper is, what is read first, and the way to each sheet."""
        paper = self.paper
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 1, 90)
        sheet.write_string(0, 0, text(paper.title), self.title)
        rows = [("Organisation", paper.organisation), ("As on", long_day(paper.day)), ("About", paper.about)]
        rows = [row for row in rows if row[1]]
        rows += [("Not complete", paper.unread)] if paper.unread else []
        rows += list(self.sentences())
        for number, (label, words) in enumerate(rows, 2):
            self.row(sheet, number, label, words)
        for number, (name, table) in enumerate(sheets, len(rows) + 3):
            sheet.write_url(number, 0, f"internal:'{name}'!A1", self.link, string=name)
            count = len(table.rows)
            words = f"{table.caption}: {count:,} row{'s' if count != 1 else ''}" if count else table.empty
            sheet.write_string(number, 1, text(words), self.plain)
        sheet.hide_gridlines(2)
        _printed(sheet)

    def row(self, sheet: Any, number: int, label: str, words: str) -> None:
        """A label and its text, in a row that is high enough for it."""
        sheet.write_string(number, 0, text(label), self.bold)
        sheet.write_string(number, 1, text(words), self.plain)
        sheet.set_row(number, 15 * max(1 + len(words) // 85, 1 + len(label) // 30))

    def sentences(self) -> Iterator[tuple[str, str]]:
        """The sentences and figures of the paper, each with the part in which it stands."""
        for part in self.paper.parts:
            for block in part.blocks:
                match block:
                    case Said():
                        yield part.title, block.text
                    case Points():
                        yield from ((part.title, item) for item in block.items)
                    case Facts():
                        yield from ((one.label, one.text) for one in block.items)
                    case Figures():
                        for one in block.items:
                            more = "; ".join(some for some in (one.attention, one.note) if some)
                            yield one.label, f"{one.value}{f' ({more})' if more else ''}"

    def table(self, sheet: Any, table: Table, name: str) -> None:
        """A sheet with one table, its heads in view however far one goes down."""
        if len(table.rows) > MOST_ROWS:
            raise IgregError(
                f"{table.caption} has {len(table.rows):,} rows, more than a sheet holds", "ask for a --unit or --area"
            )
        sheet.write_string(0, 0, text(table.caption), self.title)
        heads = _heads(table.columns)
        if not table.rows:
            for number, head in enumerate(heads):
                sheet.write_string(_HEAD, number, head, self.bold)
            sheet.write_string(_HEAD + 1, 0, text(table.empty))
        else:
            self.rows(sheet, table, heads, name)
        for number, column in enumerate(table.columns):
            sheet.set_column(number, number, _width(heads[number], number, column, table.rows))
        sheet.freeze_panes(_HEAD + 1, 1 if len(table.columns) > 4 else 0)
        sheet.repeat_rows(_HEAD)
        _printed(sheet)

    def rows(self, sheet: Any, table: Table, heads: Sequence[str], name: str) -> None:
        """The cells, and what makes a table of them."""
        for number, row in enumerate(table.rows, _HEAD + 1):
            for place, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
                self.cell(sheet, number, place, cell, column)
        columns = [
            {"header": head, "header_format": self.bold, "format": self.look(column)}
            for head, column in zip(heads, table.columns, strict=True)
        ]
        last = _HEAD + len(table.rows)
        settings = {"name": name, "columns": columns, "style": "Table Style Light 9"}
        sheet.add_table(_HEAD, 0, last, len(heads) - 1, settings)

    def cell(self, sheet: Any, row: int, place: int, cell: Cell, column: Column) -> None:
        """One cell: a number as a number, a day as a day, all else as text."""
        look = self.look(column)
        match cell:
            case None:
                sheet.write_blank(row, place, None, look)
            case bool() | str():
                sheet.write_string(row, place, text(str(cell)), self.look(Column("")))
            case dt.datetime() if cell.date() >= _FIRST_DAY:
                naive = cell.replace(tzinfo=None)
                sheet.write_datetime(row, place, naive, self.look(Column("", "moment")))
            case dt.date() if cell >= _FIRST_DAY:
                sheet.write_datetime(row, place, cell, self.look(Column("", "day")))
            case int() | float() | Decimal() if _exact(cell):
                sheet.write_number(row, place, float(cell) / (100 if column.sort == "percent" else 1), look)
            case _:
                sheet.write_string(row, place, text(said(cell, column)), self.look(Column("")))

    def look(self, column: Column) -> Any:
        """How the cells of a column look."""
        key = (column.sort, column.currency)
        if key not in self.looks:
            form = _FORMATS[column.sort]
            if column.sort == "money":
                form = _SIGNS.get(column.currency, f'"{text(column.currency)} "' if column.currency else "") + form
            side = aligned(column)
            given = {"num_format": form, "valign": "top", "align": side, "text_wrap": column.sort == "text"}
            self.looks[key] = self.book.add_format(given)
        return self.looks[key]


def _exact(number: int | float | Decimal) -> bool:
    """Whether a spreadsheet keeps every digit of a number."""
    if isinstance(number, float):
        return number == number and abs(number) != float("inf")
    digits = Decimal(number).as_tuple()
    return isinstance(digits.exponent, int) and len(digits.digits) + max(digits.exponent, 0) <= _EXACT


def _heads(columns: Sequence[Column]) -> list[str]:
    """The heads of a table: none is empty, and none stands there twice."""
    out: list[str] = []
    for column in columns:
        wanted = text(column.title).replace("\n", " ")[:200] or "What"
        head, number = wanted, 1
        while head.casefold() in {one.casefold() for one in out}:
            number += 1
            head = f"{wanted} {number}"
        out.append(head)
    return out


def _width(head: str, number: int, column: Column, rows: Sequence[Sequence[Cell]]) -> float:
    """How wide a column is: as what stands in it, within reason."""
    cells = (said(row[number], column) for row in rows[:_LOOKED_AT])
    longest = max((len(line) for cell in cells for line in cell.split("\n")), default=0)
    return float(min(max(longest + 2, len(head) + 4, _NARROW), _WIDE))


def _printed(sheet: Any) -> None:
    """How a sheet is printed: across A4, as wide as the paper."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
