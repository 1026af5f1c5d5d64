"""What is too large for a list of people or records is refused before it is made: by rows, by cells, by what is empty."""

from __future__ import annotations

from typing import Any

import pytest

from igreg.errors import IgregError
from igreg.sheets import head, ods, sheet_scan, text_table, xlsx
from igreg.sheets.book import CellError, Sheet
from igreg.sheets.head import find_head
from igreg.sheets.read import read_book
from tests.sheets import made

FAR = "<row r='1'><c r='A1' t='str'><v>Name</v></c></row><row r='4000'><c r='ALL4000' t='str'><v>x</v></c></row>"


def refused(name: str, data: bytes) -> str:
    with pytest.raises(IgregError) as error:
        read_book(name, data)
    assert error.value.code == 2
    return f"{error.value.sentence}; {error.value.hint}"


def test_a_sheet_with_next_to_nothing_in_it_is_refused() -> None:
    said = refused("t.xlsx", made.xlsx(made.ROWS.format(FAR)))
    assert "4,000,000 between the first and the last, and most of them are empty" in said


def test_a_sheet_of_more_cells_than_are_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = made.xlsx(made.ROWS.format("<c r='A1'/>" * 30))
    monkeypatch.setattr(sheet_scan, "MOST_CELLS", 20)
    assert "too large" in refused("t.xlsx", data)


@pytest.mark.parametrize("row", [1, 15, 16, 30, 1_048_570])
def test_a_list_is_read_wherever_it_begins(monkeypatch: pytest.MonkeyPatch, row: int) -> None:
    """Far down its rows come together: one by one, the library makes each empty row before them."""
    monkeypatch.setattr(xlsx, "_FAR_DOWN", 15)
    cells = "<row r='{0}'><c r='C{0}' t='str'><v>{1}</v></c><c r='D{0}'><v>7</v></c></row>"
    sheet = made.ROWS.format(
        "".join(cells.format(row + at, text) for at, text in ((0, "Name"), (1, "Jane"), (4, "#N/A")))
    )
    (found,) = read_book("t.xlsx", made.xlsx(sheet)).sheets
    assert (found.first_row, found.first_column) == (row, 2)
    error = CellError("#N/A", "a formula that came to an error")
    assert found.rows == [["Name", 7], ["Jane", 7], [None, None], [None, None], [error, 7]]


def test_a_text_of_more_rows_than_a_sheet_has_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_table, "MOST_ROWS", 3)
    assert "it has more than 3 rows" in refused("t.csv", b"Name\n\n\nJane\n")
    assert len(read_book("t.csv", b"Name\n\nJane\n").sheets[0].rows) == 3


def test_a_text_says_the_same_however_often_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_table, "_MOST_KNOWN", 2)
    assert [*read_book("t.csv", b"a,b,c,d\n,#N/A,a,b\n").sheets[0].rows[0]] == ["a", "b", "c", "d"]


def test_an_ods_of_many_cells_is_to_be_saved_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    row = "<table:table-row><table:table-cell office:value-type='string'><text:p>x</text:p></table:table-cell></table:table-row>"
    monkeypatch.setattr(ods, "MOST_OF_ODS", 3)
    assert "more than 3 cells" in refused("t.ods", made.ods(f"<table:table table:name='S'>{row * 4}</table:table>"))
    assert "save it as .xlsx or .csv" in refused(
        "t.ods", made.ods(f"<table:table table:name='S'>{row * 4}</table:table>")
    )


def test_rows_that_are_no_records_are_told_up_to_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[list[Any]] = [["Name", "Unit"], *[["Total", 3]] * 3]
    monkeypatch.setattr(head, "MOST_LEFT_OUT", 2)
    with pytest.raises(IgregError, match="more than 2 rows are no records: row 2 is a line of totals"):
        find_head(Sheet(None, rows), {"Name", "Unit"}.__contains__)


@pytest.mark.parametrize("at_once", [1, 2, 5, 64])
@pytest.mark.parametrize(
    ("most", "said"),
    [
        (("MOST_ROWS", 4), "t.csv is too large: it has more than 4 rows"),
        (("MOST_CELLS", 7), "t.csv is too large: it has more than 7 cells"),
        (("MOST_COLUMNS", 2), "t.csv is too large: row 3 has 3 columns, and 2 is the most"),
    ],
)
def test_a_text_that_is_too_large_is_so_at_the_same_row(
    monkeypatch: pytest.MonkeyPatch, at_once: int, most: tuple[str, int], said: str
) -> None:
    monkeypatch.setattr(text_table, "_AT_ONCE", at_once)
    monkeypatch.setattr(text_table, *most)
    assert said in refused("t.csv", b'a,b\n"1",2\n3,4,5\n6\n7,8\n9\n')
