"""Cells of CSV: no spreadsheet takes one for a formula."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.render.escape.csv import cell


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+1+1", "'+1+1"),
        ("-1+1", "'-1+1"),
        ("@SUM(1)", "'@SUM(1)"),
        ("a=1", "a=1"),
        ("", ""),
        (None, ""),
        (-3, -3),
        (dt.date(2026, 11, 2), dt.date(2026, 11, 2)),
    ],
)
def test_a_text_is_never_a_formula(value: object, shown: object) -> None:
    assert cell(value) == shown
