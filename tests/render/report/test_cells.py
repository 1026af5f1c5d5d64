"""How a number stands in a cell."""

from __future__ import annotations

import pytest

from igreg.render.report.cells import said
from igreg.report.paper import Column


@pytest.mark.parametrize(
    ("number", "shown"),
    [(1463.7, "1,463.7"), (1204, "1,204"), (0.5, "0.5"), (37.0, "37"), (2345678.25, "2,345,678.25")],
)
def test_a_number_is_written_in_full_with_its_thousands_apart(number: float, shown: str) -> None:
    assert said(number, Column("Hours", "number")) == shown
