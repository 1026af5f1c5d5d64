"""Cells of CSV: no spreadsheet takes one for a formula."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.render.escape.csv import cell, table


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


def test_a_file_opens_right_in_a_spreadsheet() -> None:
    text = table(("a", "b"), [("Café – 1", "=1"), (None, 2)])
    assert text.encode()[:3] == b"\xef\xbb\xbf"
    assert text == "\ufeffa,b\r\nCafé – 1,'=1\r\n,2\r\n"
