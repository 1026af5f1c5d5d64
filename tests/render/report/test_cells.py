"""How a number stands in a cell."""

from __future__ import annotations

import pytest

from igreg.render.report.cells import is_wide, said
from igreg.report.paper import Column


@pytest.mark.parametrize(
    ("number", "shown"),
    [(1463.7, "1,463.7"), (1204, "1,204"), (0.5, "0.5"), (37.0, "37"), (2345678.25, "2,345,678.25")],
)
def test_a_number_is_written_in_full_with_its_thousands_apart(number: float, shown: str) -> None:
    assert said(number, Column("Hours", "number")) == shown


@pytest.mark.parametrize(
    ("words", "numbers", "wide"), [(7, 0, False), (8, 0, True), (1, 7, False), (4, 6, False), (4, 7, True)]
)
def test_a_column_of_numbers_takes_half_the_room(words: int, numbers: int, wide: bool) -> None:
    assert is_wide((*[Column("Why")] * words, *[Column("How many", "number")] * numbers)) is wide
