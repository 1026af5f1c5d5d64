"""Where the head stands, and which rows are records."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from igreg.errors import IgregError
from igreg.sheets.book import CellError, Sheet, Value
from igreg.sheets.head import Table, find_head

KNOWN = {"name", "unit", "started", "completed", "expires", "ig completed", "ig expires"}


def matches(head: str) -> bool:
    return head.casefold() in KNOWN


def found(*rows: Sequence[Value], header_row: int | None = None) -> Table:
    table = find_head(Sheet("S", rows), matches, header_row)
    assert table is not None
    return table


def test_the_head_is_the_first_of_the_rows_that_are_best() -> None:
    table = found(
        ["Staff of Ash House"], ["Name", "as on", "1 May"], [], ["Name", "Unit", None, "Other"], ["Jane", "Ash"]
    )
    assert table.heads == [(0, "Name"), (1, "Unit"), (3, "Other")]
    assert (table.header_row, table.rows) == (4, [(5, ["Jane", "Ash"])])


def test_one_head_is_enough_where_there_is_one_column() -> None:
    assert [number for number, _ in found(["Name"], ["Jane"], [], ["Total"]).rows] == [2]
    assert find_head(Sheet("S", [["Name", "x"], ["Jane", "y"]]), matches) is None
    assert find_head(Sheet("S", []), matches) is None


def test_a_head_below_the_thirtieth_row_is_not_looked_for_and_may_be_said() -> None:
    rows: list[list[Value]] = [["x"]] * 30 + [["Name", "Unit"], ["Jane", "Ash"]]
    assert find_head(Sheet("S", rows), matches) is None
    assert found(*rows, header_row=31).rows == [(32, ["Jane", "Ash"])]
    with pytest.raises(IgregError, match="row 99 has nothing in it"):
        find_head(Sheet("S", rows), matches, 99)


def test_groups_above_stand_in_front_where_it_helps() -> None:
    table = found(
        [None, "IG", None, "Fire", None], ["Name", "Completed", "Expires", "Completed", "Expires"], ["Jane", "x"]
    )
    assert [text for _, text in table.heads] == ["Name", "IG Completed", "IG Expires", "Fire Completed", "Fire Expires"]
    table = found(["Person", None, "Work"], ["Name", "Unit", "Started"])
    assert [text for _, text in table.heads] == ["Name", "Unit", "Started"]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (["Total", 3], "a line of totals"),
        (["Grand total:", None, "12", "50 %"], "a line of totals"),
        (["* as on the day of the export"], "a line below the table"),
        (["Page 1"], "a line below the table"),
        (["Jane"], "only one cell has anything in it"),
        ([None, 3, "4,5"], "nothing but numbers"),
        (["Page, Jane", "Ash"], None),
        (["Totaliser", "Ash"], None),
        (["Count", "Ash"], None),
        (["   ", ""], ""),
    ],
)
def test_what_is_no_record(row: list[Value], why: str | None) -> None:
    table = found(["Name", "Unit"], row)
    assert table.left_out == ([(2, why)] if why else [])
    assert len(table.rows) == (why is None)


HEADS = {"Name", "Unit", "Hours"}


def of(*rows: list[Value], header_row: int | None = None) -> object:
    table = find_head(Sheet(None, rows), HEADS.__contains__, header_row)
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


@pytest.mark.parametrize("seed", range(40))
def test_rows_that_are_looked_at_together_are_as_one_by_one(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    chance = random.Random(seed)
    cells: list[Value] = ["Ben", "Total", "", " ", None, 7, 1.5, "12", "é", "-", True, CellError("#N/A", "no value")]
    sound: list[Value] = [201, "IG training", "x"]
    rows = [sound if chance.random() < 0.8 else chance.choices(cells, k=chance.randrange(5)) for _ in range(60)]
    sheet = Sheet(None, [["Number", "Course", "How"], *rows], first_row=3)
    found = {}
    for many in (1, 7, 100):
        monkeypatch.setattr("igreg.sheets.head._AT_ONCE", many)
        found[many] = find_head(sheet, lambda text: text in ("Number", "Course"))
    assert found[1] == found[7] == found[100]
    assert found[1] is not None
    assert {len(found[1].rows) + len(found[1].left_out)} <= set(range(30, 61))
