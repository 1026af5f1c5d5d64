"""How drawings of a page of HTML lie on paper: one paper for all, either way up, never larger than they are."""

from __future__ import annotations

import pytest

from igreg.drawing.paper import A3, A4, EDGE, Choice, Paper
from igreg.drawing.printing import HEAD, TITLE, Printed, printing

LONG, SHORT = A4[0] - 2 * EDGE, A4[1] - 2 * EDGE
FIRST = SHORT - HEAD - TITLE


@pytest.mark.parametrize(
    ("sizes", "choice", "paper"),
    [
        pytest.param([(LONG, FIRST)], "auto", A4, id="as large as a sheet of A4 across"),
        pytest.param([(LONG / 0.8, FIRST)], "auto", A4, id="words of 8 points"),
        pytest.param([(LONG / 0.8 + 1, FIRST)], "auto", A3, id="words of less than 8 points"),
        pytest.param([(LONG / 0.8 + 1, FIRST)], "a4", A4, id="only A4 will do"),
        pytest.param([(100, 100)], "a3", A3, id="A3 was asked for"),
        pytest.param([(100, 100), (1100, 700)], "auto", A3, id="the largest drawing decides for all"),
        pytest.param([(9000, 9000)], "auto", A3, id="too large for any"),
        pytest.param([], "auto", A4, id="no drawing at all"),
    ],
)
def test_one_paper_for_all(sizes: list[tuple[float, float]], choice: Choice, paper: Paper) -> None:
    assert printing(sizes, choice)[0] == paper


def test_each_lies_the_way_in_which_it_is_largest() -> None:
    first, second, third = printing([(700, 400), (600, 800), (500, 400)], "a4")[1]
    assert first == Printed(upright=False, width=700, scale=1)
    assert second.upright
    assert second.width == pytest.approx(600 * second.scale)
    assert third == Printed(upright=False, width=500, scale=1), "either way would do"


def test_the_first_leaves_room_for_the_title_of_the_page() -> None:
    first, second = printing([(LONG, SHORT), (LONG, SHORT)], "a4")[1]
    assert first.scale == pytest.approx((SHORT - HEAD - TITLE) / SHORT)
    assert second.scale == pytest.approx((SHORT - HEAD) / SHORT)
