"""Columns that are never read for what their cells look like."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.exchange.columns.content import looks_private
from igreg.sheets.book import Value

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("cells", "what"),
    [
        (["QQ123456C", "AB 12 34 56 A", "none"], "National Insurance number"),
        (["QQ123456C", "x", "y"], None),
        (["QQ123456C", "x"], None),
        (["QQ123456C", "x", "QQ123456D", None, "", None], "National Insurance number"),
        (["20-00-00", "08-92-99"], "bank details"),
        (["21/11/2011", "1980-01-31", dt.date(1970, 1, 1)], "date of birth or age"),
        (["22/11/2011", "22 Nov 2011"], None),
        (["21 Nov 2011", dt.datetime(2011, 11, 21)], "date of birth or age"),
        (["2011", "1980"], None),
        ([], None),
    ],
)
def test_more_than_half_of_the_cells_decide(cells: list[Value], what: str | None) -> None:
    assert looks_private(cells, TODAY) == what


def test_days_of_a_column_that_somebody_named_are_no_sort_codes() -> None:
    assert looks_private(["01-02-26", "28-11-26"], TODAY) == "bank details"
    assert looks_private(["01-02-26", "28-11-26"], TODAY, may_be_days=True) is None
    assert looks_private(["20-00-00", "28-11-26"], TODAY, may_be_days=True) == "bank details"
