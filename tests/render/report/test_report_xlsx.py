"""A paper as a workbook."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal

import openpyxl
import pytest

from igreg.errors import IgregError
from igreg.render.report.xlsx import report_xlsx
from igreg.report.paper import Cell, Column, Part, Sort, Table
from tests.render.report import papers


def opened(*parts: Part, unread: str = "") -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(report_xlsx(papers.paper(*parts, unread=unread))))


def test_a_sheet_a_table() -> None:
    book = opened(Part("All", papers.every_block()), unread="staff.yaml could not be read.")
    assert book.sheetnames == [
        *("About", "Courses", "Nothing", "Share, per cent; wanted  95"),
        *("Counts, incidents", "Risks"),
    ]
    about = [[cell.value for cell in row] for row in book["About"].iter_rows()]
    assert about[0][0] == "For the board"
    assert ["Not complete", "staff.yaml could not be read."] in about
    assert ["Incidents", "3 (late; 2 before)"] in about
    assert ["Nothing", "There is none of it."] in about
    assert book.properties.creator == "Wendle Valley"


def test_a_table_is_one_and_its_heads_stay() -> None:
    sheet = opened(Part("All", papers.every_block()))["Courses"]
    assert [(one.name, one.ref) for one in sheet.tables.values()] == [("Table_1", "A3:E5")]
    assert sheet.freeze_panes == "B4" and sheet.print_title_rows == "$3:$3"
    assert [cell.value for cell in sheet[4]] == ["Induction", 1204, 0.915, dt.datetime(2026, 11, 24), 1200.5]
    assert [cell.number_format for cell in sheet[4]] == [
        *("@", "General", "0.##%", "d mmm yyyy", "[$£-809]#,##0.00"),
    ]
    assert sheet["D5"].value is None


@pytest.mark.parametrize(
    ("cell", "sort", "shown"),
    [
        ("=1+1", "text", "=1+1"),
        ("https://example.org", "number", "https://example.org"),
        ("+44 20", "text", "+44 20"),
        (dt.date(1899, 1, 1), "day", "1 January 1899"),
        (dt.datetime(2026, 1, 2, 9, 30, tzinfo=dt.UTC), "moment", dt.datetime(2026, 1, 2, 9, 30)),
        (Decimal("12345678901234567.89"), "money", "£12,345,678,901,234,567.89"),
        (10**20, "number", "100,000,000,000,000,000,000"),
        (float("nan"), "number", "nan"),
        (True, "text", "True"),
        ("a\x00b\u202e", "text", "a\\x00b\\u202e"),
    ],
)
def test_what_a_cell_holds(cell: Cell, sort: Sort, shown: object) -> None:
    table = Table("One", (Column("A", sort, "GBP"),), ((cell,),), "")
    found = opened(Part("P", (table,)))["One"]["A4"]
    assert found.value == shown and found.data_type != "f"
    assert found.hyperlink is None


def test_heads_and_names_of_sheets_are_made_different() -> None:
    columns = tuple(map(Column, ("", "Who", "who", "=1")))
    tables = [Table("A [very] long name: of a table, of which there are two", columns, (("a",) * 4,), "")] * 2
    book = opened(Part("P", tuple(tables)))
    assert [len(name) <= 31 for name in book.sheetnames] == [True] * 3
    assert len({name.casefold() for name in book.sheetnames}) == 3
    assert [cell.value for cell in book.worksheets[1][3]] == ["What", "Who", "who 2", "=1"]
    assert book.worksheets[1]["D3"].data_type == "s"


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("igreg.render.report.xlsx.MOST_ROWS", 2)
    table = Table("One", (Column("A"),), (("a",),) * 3, "")
    with pytest.raises(IgregError, match="One has 3 rows, more than a sheet holds"):
        report_xlsx(papers.paper(Part("P", (table,))))


def test_the_same_paper_gives_the_same_bytes() -> None:
    whole = papers.paper(Part("All", papers.every_block()))
    assert report_xlsx(whole) == report_xlsx(whole)
