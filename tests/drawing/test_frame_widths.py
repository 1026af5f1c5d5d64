"""How the columns of a table beside a chart share the width of the page."""

from __future__ import annotations

from igreg.chart.graph import Table
from igreg.drawing.frame import _given_and_taken, tables
from igreg.drawing.pen import Pen
from igreg.drawing.scene import Group, Item, Words


def test_only_steps_that_save_a_line_are_tried() -> None:
    """Words of hundreds of letters leave much to share out; each step tried costs as much as setting the table."""
    letters = ([200, 10, 5], [40, 900, 5], [300, 300, 300], [5, 5, 5])
    tried: list[list[float]] = []

    def column(i: int, wide: float) -> list[int]:
        return [int(cell * 5 // (wide - 10)) + 1 for cell in letters[i]]

    def lines(widths: list[float]) -> int:
        tried.append(widths)
        return sum(max(row) for row in zip(*(column(i, wide) for i, wide in enumerate(widths)), strict=True))

    before = [125.0] * 4
    found = _given_and_taken(before, [30.0] * 4, lines, column)
    assert lines(found) < lines(before) and sum(found) == sum(before)
    assert found[3] < 125 < found[1]
    assert len(tried) < 1000


def words_of(items: list[Item]) -> list[str]:
    out: list[str] = []
    for item in items:
        out += words_of(item.items) if isinstance(item, Group) else [item.text] if isinstance(item, Words) else []
    return out


def test_two_columns_of_the_longest_texts_leave_the_others_room_for_their_words() -> None:
    """Both are as wide as a column may be at most, and neither is taken to be narrow for that."""
    long = "What may be decided, by whom, up to which sum, and who is told of it at the end of each quarter. " * 2
    head = ("No.", "What", "About", "Where it ends", "Until", "Marks")
    pen = Pen()
    tables(
        pen,
        [Table("What is handed down", head, (("1", "Confidentiality", long, long, "31 March 2027", ""),))],
        0,
        700,
        1,
    )
    found = words_of(pen.items)
    assert {"No.", "Marks", "Confidentiality"} <= set(found)
    assert not {"N", "Mar", "Marc"} & set(found)
