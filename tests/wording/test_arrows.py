"""What stands at an arrow, made from its facts."""

from __future__ import annotations

import pytest

from igreg.chart.graph import Edge, Mark, Message
from igreg.wording.arrows import arrow_words, marks_said, numbers_in_words

WHOLE = Message("Breach", within="4 hours", every="1 month", by=("phone", "form"), out_of_hours=True)


@pytest.mark.parametrize(
    ("edge", "said"),
    [
        pytest.param(Edge("a", "b", "accountable"), (), id="a line of the structure says nothing"),
        pytest.param(Edge("a", "b", "routine", Message("News")), ("News",), id="what alone"),
        pytest.param(
            Edge("a", "b", "incident", WHOLE),
            ("Breach", "within 4 hours, every month", "phone, form", "out of hours too"),
            id="what, when, how",
        ),
        pytest.param(
            Edge("a", "b", "incident", Message("X"), by_then=1, no_limit=True, marks=("longest", "weakest")),
            ("X", "no time limit", "by then 1 hour", "LONGEST STEP", "WEAKEST STEP"),
            id="a step of a drill",
        ),
        pytest.param(
            Edge("a", "b", "incident", WHOLE, numbers=(7,), by_then=4, marks=("longest",)),
            ("7", "LONGEST STEP"),
            id="a numbered step keeps its mark",
        ),
    ],
)
def test_words_of_an_arrow(edge: Edge, said: tuple[str, ...]) -> None:
    assert arrow_words(edge) == said


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        pytest.param((4,), "4", id="one"),
        pytest.param((1, 2, 3), "1, 2, 3", id="three one by one"),
        pytest.param((1, 2, 3, 4), "1 to 4", id="four in a row"),
        pytest.param((1, 2, 3, 7), "1 to 3, 7", id="a row and one more"),
        pytest.param(tuple(range(1, 16, 2)), "1, 3, 5, 7, 9, 11, 13, 15", id="eight apart"),
        pytest.param(tuple(range(1, 18, 2)), "9 in the list", id="nine apart are counted"),
    ],
)
def test_numbers_in_words(numbers: tuple[int, ...], said: str) -> None:
    assert numbers_in_words(numbers) == said


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        pytest.param((), "", id="none"),
        pytest.param(("below", "lapsed"), "below the level; lapsed", id="two"),
        pytest.param(("outside-uk",), "leaves the UK", id="a name keeps its capitals"),
    ],
)
def test_marks_in_a_cell(marks: tuple[Mark, ...], said: str) -> None:
    assert marks_said(marks, "; ") == said
