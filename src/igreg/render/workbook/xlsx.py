"""The register's workbook as .xlsx: notes on heads, lists to choose from, ids locked; text is text in every cell.

The same workbook gives the same bytes: it carries no clock.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from igreg.render.escape.xlsx import written
from igreg.render.escape.xml import representable
from igreg.render.workbook.rows import Rows, filled
from igreg.workbook.cells import LONGEST, Cell
from igreg.workbook.pages import ABOUT, KEPT, LISTS, Book, Choice, Head, Page

_SPARE = 1000
"""So many rows below the last are ready to be filled in."""
_NARROW, _WIDE = 8, 48
_INLINE = 255
"""So many characters the words of a list may come to where they stand with their column."""
_FORMATS = {"day": "yyyy-mm-dd", "moment": "yyyy-mm-dd hh:mm", "number": "General"}
_PROTECTION = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "delete_rows": True,
    "sort": True,
    "autofilter": True,
}


def workbook(book: Book) -> bytes:
    """The bytes of a workbook."""
    rows: dict[str, Rows] = {}

    def fill(made: Any) -> None:
        writer = _Writer(made, book)
        writer.write()
        rows.update(writer.filled)

    return filled(written(fill, book.title), rows)


class _Writer:
    def __init__(self, made: Any, book: Book) -> None:
        self.made, self.book = made, book
        self.looks: dict[tuple[str, bool], Any] = {}
        self.sources: dict[str, str] = {}
        self.filled: dict[str, Rows] = {}
        """The rows of sheets, by the parts of the workbook that are to have them."""
        head = {"text_wrap": True, "valign": "top", "locked": True}
        self.needed = made.add_format({**head, "bold": True, "bottom": 6, "bg_color": "#D8E6F3"})
        self.head = made.add_format({**head, "bottom": 1})
        self.beside = made.add_format({**head, "italic": True, "bottom": 1, "font_color": "#505A5F"})
        self.grey = made.add_format({"valign": "top", "text_wrap": True, "font_color": "#505A5F", "num_format": "@"})
        self.bold = made.add_format({"bold": True, "valign": "top", "text_wrap": True})
        self.plain = made.add_format({"valign": "top", "text_wrap": True})
        self.large = made.add_format({"bold": True, "font_size": 16})
        self.link = made.add_format({"font_color": "#005EB8", "underline": 1, "valign": "top"})

    def write(self) -> None:
        """All sheets, in their order; those of tables, of lists and of what is kept without their rows."""
        about = self.sheet(ABOUT)
        pages = [self.sheet(page.name, _rows(page)) for page in self.book.pages]
        lists = self.sheet(LISTS, Rows(_side_by_side(self.book.lists.values()))) if self.book.lists else None
        kept = self.sheet(KEPT, Rows(self.book.kept, first=1))
        if lists is not None:
            self.write_lists(lists)
        self.about(about)
        for sheet, page in zip(pages, self.book.pages, strict=True):
            self.page(sheet, page)
        kept.very_hidden()
        kept.protect()

    def sheet(self, name: str, rows: Rows | None = None) -> Any:
        """A sheet, which may get rows."""
        if rows is not None:
            self.filled[f"xl/worksheets/sheet{len(self.made.worksheets()) + 1}.xml"] = rows
        return self.made.add_worksheet(name)

    def about(self, sheet: Any) -> None:
        """The first sheet."""
        names = {page.name for page in self.book.pages}
        sheet.set_column(0, 0, 28)
        sheet.set_column(1, 1, 96)
        sheet.write_string(0, 0, representable(self.book.title), self.large)
        for row, (name, text) in enumerate(self.book.about, 2):
            if name in names:
                sheet.write_url(row, 0, f"internal:'{name}'!A1", self.link, string=name)
            else:
                sheet.write_string(row, 0, name, self.bold)
            sheet.write_string(row, 1, representable(text), self.plain)
            sheet.set_row(row, 15 * (1 + len(text) // 92))
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.protect()

    def write_lists(self, sheet: Any) -> None:
        """The lists to choose from, each of two columns: ids, and their names beside them."""
        for number, (name, items) in enumerate(self.book.lists.items()):
            column = 3 * number
            sheet.write_string(0, column, representable(name), self.head)
            sheet.write_string(0, column + 1, "name", self.head)
            sheet.set_column(column, column, 26)
            sheet.set_column(column + 1, column + 1, 36)
            letters = _letters(column)
            self.sources[name] = f"='{LISTS}'!${letters}$2:${letters}${max(len(items), 1) + 1}"
        sheet.freeze_panes(1, 0)
        sheet.protect("", {"autofilter": True, "sort": True})

    def page(self, sheet: Any, page: Page) -> None:
        """The sheet of a table."""
        last = page.count + _SPARE
        for column, head in enumerate(page.heads):
            look = self.needed if head.needed else self.beside if head.beside or head.hidden else self.head
            sheet.write_string(0, column, head.title, look)
            if head.note:
                lines = 2 + len(head.note) // 34
                sheet.write_comment(
                    0, column, head.note, {"author": "igreg", "x_scale": 1.9, "y_scale": max(0.5, lines * 0.24)}
                )
            width = _width(head, [row[column] for row in page.first])
            sheet.set_column(
                column, column, width, self.look(head, locked=head.beside or head.hidden), {"hidden": head.hidden}
            )
            if head.choice is not None:
                self.validate(sheet, column, last, head.choice)
        self.looks_of(sheet, page)
        sheet.set_row(0, 32)
        keys = 1 if page.heads and page.heads[0].locked else 0
        sheet.freeze_panes(1, keys)
        if page.count:
            sheet.autofilter(0, 0, page.count, len(page.heads) - 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.protect("", _PROTECTION)

    def looks_of(self, sheet: Any, page: Page) -> None:
        """A row of empty cells, from which it is read how the cells of each column look, and one for days and moments.

        Both are replaced by the rows of the table.
        """
        for column, head in enumerate(page.heads):
            sheet.write_blank(1, column, None, self.look(head, locked=head.locked or head.beside))
        for column, sort in enumerate(("day", "moment")):
            sheet.write_blank(2, column, None, self.look_of(sort, locked=False))

    def look(self, head: Head, *, locked: bool) -> Any:
        """How the cells of a column look."""
        return self.grey if head.beside else self.look_of(head.sort, locked=locked)

    def look_of(self, sort: str, *, locked: bool) -> Any:
        """How cells of a sort look; texts are never taken for numbers, days or formulas."""
        if (sort, locked) not in self.looks:
            self.looks[sort, locked] = self.made.add_format(
                {
                    "locked": locked,
                    "valign": "top",
                    "text_wrap": True,
                    "align": "left",
                    "num_format": _FORMATS.get(sort, "@"),
                }
            )
        return self.looks[sort, locked]

    def validate(self, sheet: Any, column: int, last: int, choice: Choice) -> None:
        """A list to choose from; where several may stand, or others too, what is typed is taken as well."""
        words: Any = list(choice.words)
        if words and len(",".join(words)) > _INLINE:
            return
        source = words or self.sources.get(choice.source or "")
        if source:
            sheet.data_validation(
                1,
                column,
                last,
                column,
                {
                    "validate": "list",
                    "source": source,
                    "show_error": choice.strict,
                    "error_title": "Not on the list",
                    "error_message": "Choose one of the words on the list.",
                },
            )


def _rows(page: Page) -> Rows:
    return Rows(page.rows, [head.locked for head in page.heads])


def _side_by_side(lists: Iterable[Sequence[tuple[str, str]]]) -> Iterator[list[Cell]]:
    """The rows of the sheet of lists: ids, names, and an empty column behind each list."""
    for row in itertools.zip_longest(*lists):
        cells: list[Cell] = []
        for one in row:
            cells += [representable(one[0]), representable(one[1])[:LONGEST], None] if one else [None] * 3
        yield cells


def _letters(column: int) -> str:
    from igreg.sheets.book import column_name

    return column_name(column)


def _width(head: Head, cells: Sequence[Cell]) -> float:
    """How wide a column is: as what stands in most of it, within reason."""
    longest = max((len(line) for cell in cells if cell is not None for line in str(cell).split("\n")), default=0)
    word = max(map(len, head.title.split()), default=0)
    return min(max(longest + 2, word + 4, _NARROW), _WIDE)
