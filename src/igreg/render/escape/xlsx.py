"""An Excel workbook: text from the register is text in every cell, never a formula and never a link.

The same sheets give the same bytes: a workbook carries no clock.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import field
from typing import Any

from igreg.dataclass import dataclass
from igreg.render.escape.terminal import plain
from igreg.render.escape.xml import representable

LONGEST = 32_767
"""So many characters a cell holds; a longer text is cut, and says so."""
CUT = " [cut]"
NAME = 31
"""So many characters the name of a sheet may have."""
_EPOCH = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_NO_NAME = str.maketrans(dict.fromkeys("[]:*?/\\", " "))

Value = str | int | float | bool | dt.date | None
"""What stands in a cell; a day is shown as one."""


@dataclass(slots=True)
class Sheet:
    """One sheet: its name, the heads of its columns, its rows, and how wide each column is, in characters.

    The rows are gone through once.
    """

    name: str
    head: Sequence[str]
    rows: Iterable[Sequence[Value]]
    widths: Sequence[float] = field(default=())


def workbook(sheets: Iterable[Sheet], title: str = "") -> bytes:
    """A workbook of these sheets, each with a head that stays in view and can be filtered."""
    return written(lambda book: _fill(book, sheets), title)


def written(fill: Callable[[Any], None], title: str, author: str = "") -> bytes:
    """The bytes of the workbook that is filled: every workbook of igreg is opened here.

    No text that is written becomes a formula, a number or a link, and what the file says of itself has no clock.
    """
    import xlsxwriter

    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": text(title)[:200], "author": text(author), "created": _EPOCH})
        fill(book)
    return out.getvalue()


def _fill(book: Any, sheets: Iterable[Sheet]) -> None:
    looks = {
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
        "cell": book.add_format({"text_wrap": True, "valign": "top"}),
        "day": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"}),
        "moment": book.add_format({"num_format": "yyyy-mm-dd hh:mm", "valign": "top", "align": "left"}),
    }
    taken = {"history"}  # a name that Excel keeps for itself
    for sheet in sheets:
        _write(book.add_worksheet(sheet_name(sheet.name, taken)), sheet, looks)


def sheet_name(name: str, taken: set[str]) -> str:
    """A name that Excel takes: short, without the characters of its own, and of no other sheet, which it joins."""
    wanted = text(name).translate(_NO_NAME).strip(" '")[:NAME] or "Sheet"
    number = 1
    found = wanted
    while found.lower() in taken:
        number += 1
        found = f"{wanted[: NAME - len(str(number)) - 1]} {number}"
    taken.add(found.lower())
    return found


def _write(page: Any, sheet: Sheet, looks: dict[str, Any]) -> None:
    for column, head in enumerate(sheet.head):
        page.write_string(0, column, text(head), looks["head"])
    last = 0
    for last, row in enumerate(sheet.rows, 1):
        for column, value in enumerate(row):
            _cell(page, last, column, value, looks)
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    page.freeze_panes(1, 0)
    if sheet.head:
        page.autofilter(0, 0, last, len(sheet.head) - 1)
        page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)


def _cell(page: Any, row: int, column: int, value: Value, looks: dict[str, Any]) -> None:
    match value:
        case None:
            page.write_blank(row, column, None, looks["cell"])
        case bool():
            page.write_boolean(row, column, value, looks["cell"])
        case int() | float():
            page.write_number(row, column, value, looks["cell"])
        case dt.datetime():
            page.write_datetime(row, column, value, looks["moment"])
        case dt.date():
            page.write_datetime(row, column, value, looks["day"])
        case _:
            page.write_string(row, column, text(value), looks["cell"])


def text(value: str) -> str:
    """A text as a cell holds it: lines stay lines, what XML has not is replaced, and what is too long is cut."""
    shown = "\n".join(representable(plain(line)) for line in value.replace("\r\n", "\n").split("\n"))
    return shown if len(shown) <= LONGEST else shown[: LONGEST - len(CUT)] + CUT
