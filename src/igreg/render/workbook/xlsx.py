"""The register's workbook as .xlsx: notes on heads, lists to choose from, ids locked; text is text in every cell.

The same workbook gives the same bytes: it carries no clock.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any

from igreg.render.escape.xml import representable
from igreg.workbook.cells import Cell
from igreg.workbook.pages import ABOUT, KEPT, LISTS, Book, Choice, Head, Page

_EPOCH = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_SPARE = 1000
"""So many rows below the last are ready to be filled in."""
_NARROW, _WIDE = 8, 48
_LOOKED_AT = 200
"""So many rows say how wide a column is."""
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
    import xlsxwriter

    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(out, options) as made:
        made.set_properties({"title": representable(book.title)[:200], "created": _EPOCH})
        _Writer(made, book).write()
    return out.getvalue()


class _Writer:
    def __init__(self, made: Any, book: Book) -> None:
        self.made, self.book = made, book
        self.looks: dict[tuple[str, bool], Any] = {}
        self.sources: dict[str, str] = {}
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
        """All sheets, in their order."""
        about = self.made.add_worksheet(ABOUT)
        pages = [self.made.add_worksheet(page.name) for page in self.book.pages]
        lists = self.made.add_worksheet(LISTS) if self.book.lists else None
        kept = self.made.add_worksheet(KEPT)
        if lists is not None:
            self.write_lists(lists)
        self.about(about)
        for sheet, page in zip(pages, self.book.pages, strict=True):
            self.page(sheet, page)
        for number, row in enumerate(self.book.kept):
            for column, text in enumerate(row):
                kept.write_string(number, column, text)
        kept.very_hidden()
        kept.protect()

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
            for row, (id, called) in enumerate(items, 1):
                sheet.write_string(row, column, representable(id))
                sheet.write_string(row, column + 1, representable(called)[:32_767])
            sheet.set_column(column, column, 26)
            sheet.set_column(column + 1, column + 1, 36)
            letters = _letters(column)
            self.sources[name] = f"='{LISTS}'!${letters}$2:${letters}${max(len(items), 1) + 1}"
        sheet.freeze_panes(1, 0)
        sheet.protect("", {"autofilter": True, "sort": True})

    def page(self, sheet: Any, page: Page) -> None:
        """The sheet of a table."""
        last = len(page.rows) + _SPARE
        for column, head in enumerate(page.heads):
            look = self.needed if head.needed else self.beside if head.beside or head.hidden else self.head
            sheet.write_string(0, column, head.title, look)
            if head.note:
                lines = 2 + len(head.note) // 34
                sheet.write_comment(
                    0, column, head.note, {"author": "igreg", "x_scale": 1.9, "y_scale": max(0.5, lines * 0.24)}
                )
            width = _width(head, [row[column] for row in page.rows[:_LOOKED_AT]])
            sheet.set_column(
                column, column, width, self.look(head, locked=head.beside or head.hidden), {"hidden": head.hidden}
            )
            if head.choice is not None:
                self.validate(sheet, column, last, head.choice)
        self.rows(sheet, page)
        sheet.set_row(0, 32)
        keys = 1 if page.heads and page.heads[0].locked else 0
        sheet.freeze_panes(1, keys)
        if page.rows:
            sheet.autofilter(0, 0, len(page.rows), len(page.heads) - 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.protect("", _PROTECTION)

    def rows(self, sheet: Any, page: Page) -> None:
        """The cells of a table."""
        looks = [self.look(head, locked=head.locked or head.beside) for head in page.heads]
        for number, row in enumerate(page.rows, 1):
            for column, value in enumerate(row):
                if value is not None or page.heads[column].locked:
                    self.cell(sheet, number, column, value, looks[column])

    def cell(self, sheet: Any, row: int, column: int, value: Cell, look: Any) -> None:
        """One cell; what is a text stays one, whatever it begins with."""
        match value:
            case None:
                sheet.write_blank(row, column, None, look)
            case str():
                sheet.write_string(row, column, value, look)
            case int() | float():
                sheet.write_number(row, column, value, look)
            case _:
                moment = isinstance(value, dt.datetime)
                sheet.write_datetime(row, column, value, self.look_of("moment" if moment else "day", locked=False))

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


def _letters(column: int) -> str:
    from igreg.sheets.book import column_name

    return column_name(column)


def _width(head: Head, cells: Sequence[Cell]) -> float:
    """How wide a column is: as what stands in most of it, within reason."""
    longest = max((len(line) for cell in cells if cell is not None for line in str(cell).split("\n")), default=0)
    word = max(map(len, head.title.split()), default=0)
    return min(max(longest + 2, word + 4, _NARROW), _WIDE)
