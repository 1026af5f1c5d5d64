"""Columns and cells have the names that a spreadsheet gives them."""

from __future__ import annotations

import pytest

from igreg.sheets.book import cell_name, column_name


@pytest.mark.parametrize(
    ("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
)
def test_a_column_is_called_as_a_spreadsheet_does(column: int, letters: str) -> None:
    assert column_name(column) == letters


def test_a_cell_is_its_column_and_its_row() -> None:
    assert cell_name(2, 7) == "C7"
