"""A file is read by what is in it: its encoding, its separator, its sheets; and what is no table is refused."""

from __future__ import annotations

import datetime as dt
import io

import pytest
import xlsxwriter

from igreg.errors import IgregError
from igreg.sheets.book import Shown
from igreg.sheets.read import read_book


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_text_file_in_any_of_its_forms(encoding: str, separator: str) -> None:
    text = f'Name{separator}Unit\r\nZo\u00eb{separator}\r\n\r\n"a\nb"{separator}c\r\n'
    (sheet,) = read_book("x.txt", text.encode(encoding)).sheets
    assert [list(row) for row in sheet.rows] == [["Name", "Unit"], ["Zo\u00eb", None], [], ["a\nb", "c"]]
    assert (sheet.name, sheet.first_row) == (None, 1)


def test_a_line_that_says_the_separator_counts_as_a_row() -> None:
    book = read_book("x.csv", b"sep=|\nName|Unit\na,b|c\n")
    assert (book.delimiter, book.sheets[0].first_row, list(book.sheets[0].rows[1])) == ("|", 2, ["a,b", "c"])


def workbook() -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("List")
    sheet.write_row(2, 1, ["Name", "Start", "Hours"])
    sheet.write_row(3, 1, ["Jane", None, 12.0])
    sheet.write_datetime(3, 2, dt.datetime(2026, 2, 1), book.add_format({"num_format": "dd/mm/yyyy"}))
    book.add_worksheet("Lists").hide()
    book.close()
    return out.getvalue()


def test_a_workbook() -> None:
    (sheet,) = read_book("x.bin", workbook()).sheets
    assert (sheet.name, sheet.first_row, sheet.first_column, sheet.shown) == ("List", 3, 1, Shown.VISIBLE)
    assert [list(row) for row in sheet.rows] == [["Name", "Start", "Hours"], ["Jane", dt.date(2026, 2, 1), 12]]
    assert read_book("x", workbook(), only="Lists").sheets[0].shown is Shown.HIDDEN


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0old", b"a\0b", b"\xff\xfea", "\u0081".encode("latin-1")]
)
def test_what_cannot_be_read_is_wrong_usage(data: bytes) -> None:
    with pytest.raises(IgregError) as refused:
        read_book("x.xlsx", data)
    assert refused.value.code == 2


def test_a_sheet_that_is_not_there_is_wrong_usage() -> None:
    with pytest.raises(IgregError, match="Nowhere"):
        read_book("x.xlsx", workbook(), only="Nowhere")
