"""CSV: what the register says is text to a spreadsheet, never a formula, and every letter of it arrives."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from igreg.render.escape.terminal import plain

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What begins a formula in one spreadsheet or another."""
MARK = "\ufeff"
"""The byte-order mark: without it Excel takes UTF-8 for the letters of an older Windows."""


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A file of CSV, with CRLF as RFC 4180 asks, that a double click opens right."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([cell(value) for value in row] for row in rows)
    return MARK + out.getvalue()


def cell(value: object) -> object:
    """A value that a spreadsheet takes as text, never as a formula."""
    if isinstance(value, str):
        text = plain(value)
        return f"'{text}" if text.startswith(FORMULA) else text
    return "" if value is None else value


def guarded(text: str) -> str:
    """A text before which a `'` stands where a spreadsheet might take it for a formula, or where it begins with one.

    So taking one `'` away from what begins with it gives the text back, letter by letter (ruling X30).
    """
    return f"'{text}" if text.startswith((*FORMULA, "'")) else text
