"""A cell is read as its field has it, says nothing, or is refused with what would be right."""

from __future__ import annotations

import pytest

from igreg.exchange.cells.read import CellRefused, Reader
from igreg.sheets.book import CellError
from tests.exchange.test_plan import NOW, register


def test_a_cell_is_the_value_of_its_field() -> None:
    reader = Reader(register(), "staff", NOW)
    assert reader.read("started", "2/11/2026").value == "2026-11-02"
    assert reader.read("started", None).value is None
    assert reader.read("started", " N/A ").value is None


def test_the_map_says_what_a_cell_means() -> None:
    reader = Reader(register(), "staff", NOW, values={"worker": {"Casual": "bank"}})
    assert reader.read("worker", "Casual").value == "bank"


def test_what_cannot_be_read_is_refused() -> None:
    reader = Reader(register(), "staff", NOW)
    with pytest.raises(CellRefused) as refused:
        reader.read("started", "31/02/2026")
    assert (refused.value.message, refused.value.secret) == ("February 2026 has no day 31", False)
    with pytest.raises(CellRefused):
        reader.read("started", CellError("#N/A", "a formula came to nothing"))
    with pytest.raises(CellRefused) as refused:
        reader.read("job_title", "Clerk, 943 476 5919")
    assert refused.value.secret
