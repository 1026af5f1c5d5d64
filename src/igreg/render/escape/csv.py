"""Cells of CSV: what the register says is text to a spreadsheet, never a formula."""

from __future__ import annotations

from igreg.render.escape.terminal import plain

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What begins a formula in one spreadsheet or another."""


def cell(value: object) -> object:
    """A value that a spreadsheet takes as text, never as a formula."""
    if isinstance(value, str):
        text = plain(value)
        return f"'{text}" if text.startswith(FORMULA) else text
    return "" if value is None else value
