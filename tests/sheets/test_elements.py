"""A sheet element by element: places of cells, and what is refused."""

from __future__ import annotations

import pytest

from igreg.sheets import elements
from igreg.sheets.elements import closely, column_of, position
from igreg.sheets.scanned import Odd, TooMany

SHEET = "<worksheet>{}<sheetData>{}</sheetData>{}</worksheet>"


def sheet(rows: str, head: str = "", tail: str = "") -> bytes:
    return SHEET.format(head, rows, tail).encode()


@pytest.mark.parametrize(("letters", "column"), [("A", 0), ("Z", 25), ("AA", 26), ("XFD", 16_383)])
def test_columns_by_their_letters(letters: str, column: int) -> None:
    assert column_of(letters) == column
    assert position(f"{letters}7") == (7, column)


@pytest.mark.parametrize("name", ["", "7", "A", "a1", "A1:B2", "ABCD1", "A12345678"])
def test_what_is_the_place_of_no_cell(name: str) -> None:
    with pytest.raises(Odd):
        position(name)


def test_what_there_is_to_know_of_a_sheet() -> None:
    found = closely(
        sheet(
            '<row r="2" hidden="1"><c r="B2" t="s"><v>0</v></c><c t="e"><v>#REF!</v></c></row>'
            '<row><c r="D3"><f>A1</f></c></row>',
            '<cols><col min="2" max="3" hidden="1"/></cols>',
            '<mergeCells><mergeCell ref="B2:C3"/></mergeCells>',
        )
    )
    assert (found.rows, found.columns, found.there, found.strings) == ((2, 3), (1, 3), 3, 1)
    assert (found.hidden_rows, found.hidden_columns, found.merged) == ({2}, {1, 2}, [(2, 1, 3, 2)])
    assert (found.errors, found.formulas) == ({(2, 2): "#REF!"}, {(3, 3): "A1"})


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param('<row r="x"/>', id="no number of a row"),
        pytest.param('<row r="1"><c r="A0"/></row>', id="a row before the first"),
        pytest.param('<row r="1"><c r="XFE1"/></row>', id="a column behind the last"),
        pytest.param("<row>", id="broken"),
    ],
)
def test_what_no_sheet_may_say_is_odd(rows: str) -> None:
    with pytest.raises(Odd):
        closely(sheet(rows))


def test_words_of_its_own_are_refused() -> None:
    with pytest.raises(Odd, match="words of its own"):
        closely(b'<!DOCTYPE worksheet [<!ENTITY a "b">]>' + sheet(""))


def test_more_cells_than_are_looked_at_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elements, "MOST_CLOSELY", 2)
    with pytest.raises(TooMany):
        closely(sheet("<row><c/><c/><c/></row>"))
