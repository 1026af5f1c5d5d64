"""How large words are when a drawing fills a sheet of A3."""

from __future__ import annotations

import pytest

from igreg.drawing.paper import A3, A4, PRINTED, Choice, Paper, printed, sheet_for, within


@pytest.mark.parametrize(
    ("wide", "high", "points"),
    [
        pytest.param(PRINTED[0], PRINTED[1], 10, id="as large as the sheet"),
        pytest.param(PRINTED[1], PRINTED[0], 10, id="upright"),
        pytest.param(2 * PRINTED[0], 10, 5, id="twice as long"),
        pytest.param(10, 2 * PRINTED[0], 5, id="twice as high"),
        pytest.param(PRINTED[0] / 2, PRINTED[1] / 2, 20, id="half of it"),
    ],
)
def test_the_smallest_words_on_a_sheet(wide: float, high: float, points: float) -> None:
    assert printed(wide, high) == pytest.approx(points)


def test_what_is_printed_lies_within_the_edges() -> None:
    assert all(0 < inner < outer for inner, outer in zip(PRINTED, A3, strict=True))


LONG, SHORT = within(A4)


@pytest.mark.parametrize(
    ("wide", "high", "choice", "paper"),
    [
        pytest.param(LONG / 0.8 - 1, SHORT / 0.8 - 1, "auto", A4, id="8 points on A4"),
        pytest.param(LONG / 0.8 + 1, SHORT / 0.8, "auto", A3, id="just less than 8 points on A4"),
        pytest.param(SHORT / 0.8 - 1, LONG / 0.8 - 1, "auto", A4, id="upright"),
        pytest.param(10, 10, "a3", A3, id="asked for A3"),
        pytest.param(9999, 9999, "a4", A4, id="asked for A4"),
        pytest.param(9999, 9999, "auto", A3, id="too large for both"),
    ],
)
def test_the_smallest_sheet_that_can_be_read(wide: float, high: float, choice: Choice, paper: Paper) -> None:
    assert sheet_for(wide, high, choice) == paper
