"""How the columns of a table beside a chart share the width of the page."""

from __future__ import annotations

from igreg.drawing.frame import _given_and_taken


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
