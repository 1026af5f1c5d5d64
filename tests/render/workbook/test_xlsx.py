"""The workbook's bytes: text is text in every cell, and the same workbook gives the same bytes."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl

from igreg.render.workbook.xlsx import workbook
from igreg.workbook.pages import Book, Choice, Head, Page

HEADS = [
    Head("Id", locked=True),
    Head("Name", "Required. Its name.", needed=True),
    Head("Day", sort="day", choice=Choice(("a", "b"), strict=True)),
    Head("Area", choice=Choice(source="areas")),
    Head("original id", hidden=True, locked=True),
]
ROWS = [["a", "=HYPERLINK(1)", dt.date(2026, 11, 22), "+1", "a"], ["b", "{=1}", None, "https://x.example", "b"]]
BOOK = Book(
    "A\x07 register",
    [("As at", "2026-11-22"), ("units", "Units")],
    [Page("units", "units", "Units", HEADS, ROWS, 2, ROWS)],
    {"areas": [("governance", "=Governance")]},
    [["igreg sheet", "1", "units"]],
)


def test_no_cell_is_a_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(BOOK)))
    assert book.sheetnames == ["About", "units", "Lists", "igreg"]
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(cell.data_type in ("s", "n", "d") for cell in row), sheet.title
    page = book["units"]
    assert [cell.value for cell in page[2]] == ["a", "=HYPERLINK(1)", dt.datetime(2026, 11, 22), "+1", "a"]
    assert page["B3"].value == "{=1}" and page["D3"].hyperlink is None


def test_the_same_workbook_gives_the_same_bytes() -> None:
    assert workbook(BOOK) == workbook(BOOK)


def test_columns_say_how_they_are_filled_in() -> None:
    page = openpyxl.load_workbook(io.BytesIO(workbook(BOOK)))["units"]
    assert page["B1"].comment.text == "Required. Its name." and page["B1"].border.bottom.style == "double"
    choices = {
        str(one.sqref).split(":")[0]: (one.formula1, one.showErrorMessage)
        for one in page.data_validations.dataValidation
    }
    assert choices == {"C2": ('"a,b"', True), "D2": ("'Lists'!$A$2:$A$2", False)}
    assert page.freeze_panes == "B2" and page.protection.sheet and page.column_dimensions["E"].hidden
