"""The rows of a sheet that came back, wherever the table stands on it now: their numbers, and the names of cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from igreg.sheets.book import Sheet, Value
from igreg.workbook.columns import tables
from tests.workbook.away import back, book, page, with_cell, with_page

PEOPLE = "- {id: a-one, name: Ann One, unit: ward}\n- {id: b-two, name: Ben Two, unit: ward}\n"
AT = [one.head for one in tables("staff")[0].columns].index("Unit")
assert AT == 4


def moved(sheet: Sheet, first_row: int, first_column: int, above: Sequence[Sequence[Value]]) -> Sheet:
    """A sheet that begins further down or to the right, with rows above its heads."""
    return replace(sheet, first_row=first_row, first_column=first_column, rows=[*above, *sheet.rows])


@pytest.mark.parametrize(
    ("first_row", "first_column", "above", "row", "cell", "head"),
    [
        (1, 0, [], 3, "E3", "E1"),
        (4, 0, [], 6, "E6", "E4"),
        (1, 0, [["Our people"], []], 5, "E5", "E3"),
        (4, 0, [["Our people"], []], 8, "E8", "E6"),
        (1, 2, [], 3, "G3", "G1"),
        (2, 2, [["Our people"]], 5, "G5", "G3"),
        (1, 0, [[]] * 29, 32, "E32", "E30"),
    ],
)
def test_a_cell_has_the_name_that_the_spreadsheet_shows(
    first_row: int, first_column: int, above: Sequence[Sequence[Value]], row: int, cell: str, head: str
) -> None:
    given = with_cell(book(PEOPLE, "staff"), "staff", 2, "Unit", "=1/0")
    sheet = moved(page(given, "staff"), first_row, first_column, above)
    (refused,) = back(PEOPLE, "staff", with_page(given, sheet)).brought.refused
    assert (refused.row, refused.cell, refused.column) == (row, cell, "Unit")

    given = with_cell(book(PEOPLE, "staff"), "staff", 0, "Unit", "Ward")
    sheet = moved(page(given, "staff"), first_row, first_column, above)
    (refused,) = back(PEOPLE, "staff", with_page(given, sheet)).brought.refused
    assert (refused.row, refused.cell, refused.column) == (first_row + len(above), head, "Ward")


def test_heads_that_stand_too_far_down_are_not_looked_for() -> None:
    given = book(PEOPLE, "staff")
    sheet = moved(page(given, "staff"), 1, 0, [[]] * 30)
    (refused,) = back(PEOPLE, "staff", with_page(given, sheet)).brought.refused
    assert (refused.sheet, refused.row) == ("staff", None) and "are not there any more" in refused.message
