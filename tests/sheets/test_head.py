"""The head of a table is the row with most cells that mean something, and totals and footers are no records."""

from __future__ import annotations

from igreg.sheets.book import Sheet, Value
from igreg.sheets.head import find_head

KNOWN = {"Name", "Unit", "Hours"}


def of(*rows: list[Value], header_row: int | None = None) -> object:
    table = find_head(Sheet(None, rows), KNOWN.__contains__, header_row)
    return table and (table.header_row, [number for number, _ in table.rows], [number for number, _ in table.left_out])


def test_the_row_with_most_that_is_known() -> None:
    assert of(["Staff list"], [], ["Name", "x"], ["Name", "Unit", "y"], ["a", "b"]) == (4, [5], [])
    assert of(["x", "y"], ["a", "b"]) is None
    assert of(["Name"], ["a"]) == (1, [2], [])
    assert of(["Name", "y"], ["a"]) is None
    assert of(["Name", "y"], ["a", "b"], header_row=1) == (1, [2], [])


def test_totals_footers_and_numbers_are_left_out() -> None:
    head: list[Value] = ["Name", "Unit", "Hours"]
    rows: list[list[Value]] = [
        ["a", "b", 1],
        [],
        ["Total", None, 12],
        ["Printed on 1/1/2026", None, None],
        ["Total", "b", None],
        ["Summers", None, "12"],
        [None, 3, 4],
    ]
    assert of(head, *rows) == (1, [2, 6, 7], [4, 5, 8])
