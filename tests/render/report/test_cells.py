"""How a number stands in a cell, and which columns have days."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from igreg.render.report.cells import dated, is_wide, said
from igreg.render.report.word.rows import Looks, table_element
from igreg.render.report.word.widths import fitting
from igreg.report.paper import Column, Table


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


LONG = "Routine disclosures to the police, to the courts and to whoever else may ask for them by law"
UNTIL = Table(
    "",
    (Column("Delegation"), Column("Until"), Column("Seen", "moment")),
    (
        (LONG, dt.date(2027, 9, 30), dt.datetime(2026, 11, 24, 9, 30)),
        ("Low risks", "no end set", dt.datetime(2026, 11, 24, 9, 30)),
    ),
    "",
)


def test_a_column_has_days_where_one_stands_among_words() -> None:
    assert dated(UNTIL) == [False, True, False]


def test_a_day_among_words_stays_on_one_line_of_a_word_document() -> None:
    widths = re.findall(r'gridCol w:w="(\d+)"', table_element(UNTIL, Looks("table", "cell", 8_000)).xml)
    assert fitting(int(widths[1]), 10) >= len("30 September 2027")
