"""Which sheet is the table, and what is told of how its rows stand there: hidden, merged, without a value."""

from __future__ import annotations

import pytest

from igreg.errors import IgregError
from igreg.exchange.columns.map import ColumnMap
from igreg.exchange.found import Rows, found_table
from igreg.sheets.book import Book, Sheet, Shown, Value

ROWS: list[list[Value]] = [["Name", "Job Title"], ["Jane Osei", "Nurse"], ["Al Mo", "Porter"]]
OTHER: list[list[Value]] = [["x", "y"], ["1", "2"]]


def of(*sheets: Sheet, sheet: str | None = None, column_map: ColumnMap | None = None) -> Rows:
    return found_table(Book("xlsx", sheets), "staff", "a.xlsx", column_map, sheet)


def test_the_only_sheet_that_is_seen_and_has_a_head() -> None:
    found = of(Sheet("Notes", OTHER), Sheet("Staff", ROWS), Sheet("Old", ROWS, shown=Shown.HIDDEN))
    assert (found.sheet, [number for number, _ in found.rows]) == ("Staff", [2, 3])


def test_a_hidden_sheet_is_chosen_where_it_is_named() -> None:
    sheets = (Sheet("Staff", ROWS), Sheet("Old", ROWS, shown=Shown.VERY_HIDDEN))
    assert of(*sheets, sheet="Old").sheet == "Old"
    assert of(*sheets, column_map=ColumnMap("m", "staff", sheet="Old")).sheet == "Old"
    assert of(*sheets, sheet="Staff", column_map=ColumnMap("m", "staff", sheet="Old")).sheet == "Staff"


@pytest.mark.parametrize(
    ("sheets", "named", "said"),
    [
        ((Sheet("A", ROWS), Sheet("B", ROWS)), None, "A, B"),
        ((Sheet("A", OTHER),), None, "no column"),
        ((Sheet("A", [["Name", "y"], ["Al Mo", "2"]]),), None, "only 'Name' of a.xlsx means anything"),
        ((Sheet("A", ROWS, shown=Shown.HIDDEN),), None, "no column"),
        ((Sheet("A", ROWS),), "C", "no sheet"),
        ((), None, "no column"),
    ],
)
def test_several_or_none_is_wrong_usage(sheets: tuple[Sheet, ...], named: str | None, said: str) -> None:
    with pytest.raises(IgregError, match=said) as refused:
        of(*sheets, sheet=named)
    assert refused.value.code == 2


def test_the_map_says_in_which_row_the_heads_are() -> None:
    rows: list[list[Value]] = [["Name", "Unit"], ["a", "b"], ["Who", "What"], ["c", "d"]]
    said = ColumnMap("m", "staff", {"Who": "name"}, header_row=3)
    found = of(Sheet("A", rows), column_map=said)
    assert ([head.text for head in found.heads], [number for number, _ in found.rows]) == (["Who", "What"], [4])


def test_hidden_rows_and_columns_and_merged_cells_are_read_and_told() -> None:
    sheet = Sheet(
        "A", ROWS, hidden_rows=frozenset({3, 9}), hidden_columns=frozenset({1, 7}), merged=frozenset({(2, 0), (9, 0)})
    )
    found = of(sheet)
    assert len(found.rows) == 2
    assert [(one.what, one.row, one.column) for one in found.notes] == [
        ("hidden-column", None, "Job Title"),
        ("hidden-row", 3, None),
        ("merged-cells", 2, "Name"),
    ]


def test_nothing_is_told_of_a_column_that_is_never_read() -> None:
    rows: list[list[Value]] = [["Name", "NI Number"], ["Jane Osei", None]]
    sheet = Sheet("A", rows, hidden_columns=frozenset({1}), merged=frozenset({(2, 1)}), formulas={(2, 1): "QQ123456C"})
    assert not of(sheet).notes


def test_who_is_named_in_a_row_that_is_left_out_is_known() -> None:
    found = of(Sheet("A", [*ROWS, ["Petra Lunn", None]]))
    assert ([one.row for one in found.left_out], found.aside) == ([4], {"Petra Lunn"})


@pytest.mark.parametrize(
    ("row", "cell", "raw"),
    [
        (2, "C2", "Jane Osei"),
        (2, "D2", "7"),
        (3, "C3", "Al Mo"),
        (3, "D3", None),
        (3, "E3", "Ash"),
        (2, "E2", None),
        (2, "A2", None),
        (2, "C3", None),
        (1, "C1", None),
        (9, "C9", None),
        (2, None, None),
        (None, "C2", None),
        (None, None, None),
    ],
)
def test_what_stands_in_a_cell_of_a_row(row: int | None, cell: str | None, raw: str | None) -> None:
    found = of(Sheet("A", [["Name", "Job Title", "Unit"], ["Jane Osei", 7], ["Al Mo", None, "Ash"]], first_column=2))
    assert found.raw(row, cell) == raw
