"""How large words are when a drawing fills a sheet of A3."""

from __future__ import annotations

import pytest

from igreg.drawing.paper import A3, PRINTED, printed


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
