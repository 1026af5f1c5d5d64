"""How the columns of a table look on a page, and how the table lies on paper."""

from __future__ import annotations

import pytest

from igreg.render.report.looks import Fit, Look, fit, look
from igreg.report.paper import Column

LARGE = Fit(small=False, across=False, whole=True)
SMALL = Fit(small=True, across=False, whole=True)
ACROSS = Fit(small=True, across=True, whole=True)
BROKEN = Fit(small=True, across=True, whole=False)


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        pytest.param(("short",), "left", id="a few letters"),
        pytest.param(("a " * 20,), "left", id="forty letters"),
        pytest.param(("a " * 20 + "b",), "broad", id="more than forty"),
        pytest.param(("responsibilities",), "left", id="a long word"),
        pytest.param(("docs/ig/policies/POL-001.md",), "long", id="an address"),
    ],
)
def test_a_column_of_texts(cells: tuple[str, ...], found: Look) -> None:
    assert look(Column("What"), cells) == found


def test_a_column_that_is_written_in_by_hand_has_room() -> None:
    assert look(Column("What was said", by_hand=True), ("",)) == "broad"


@pytest.mark.parametrize(("columns", "found"), [(5, LARGE), (6, SMALL), (7, ACROSS), (9, ACROSS), (10, BROKEN)])
def test_how_many_columns_of_long_words_fit(columns: int, found: Fit) -> None:
    """Of sixteen letters each, and what is free between two."""
    assert fit([("What", "left")] * columns, [["responsibilities"] * columns]) == found


def test_what_may_be_broken_needs_little_room_and_days_and_numbers_need_all_of_theirs() -> None:
    address, day, number = "docs/policies/information-governance.md", "30 September 2026", "1,234,567.89 in all"
    assert fit([("Where it is", "long")] * 8, [[address] * 8]) == LARGE
    assert fit([("Day", "day")] * 6, [[day] * 6]) == SMALL
    assert fit([("Sum", "right")] * 6, [[number] * 6]) == ACROSS
    assert fit([("responsibilities", "left")] * 6, []) == SMALL
    assert fit([("Id", "left")] * 8, [["AST-COMPLAINTS-A1"] * 8]) == fit([("Id", "left")] * 8, [["COMPLAINTS"] * 8])
