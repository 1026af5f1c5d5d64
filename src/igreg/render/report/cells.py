"""A cell as a person reads it, the same in every format that is read and not reckoned with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from igreg.language.english import long_day, money
from igreg.report.paper import Cell, Column, Table

WIDE = 7
"""So many columns of words stand beside one another on an upright sheet of paper."""
BY_HAND = "m" * 14
"""What a cell that is written in by hand is taken to hold when the widths of columns are found."""


def said(cell: Cell, column: Column) -> str:
    """What is written in a cell; empty where it says nothing."""
    match cell:
        case None:
            return ""
        case dt.datetime():
            return f"{long_day(cell)}, {cell:%H:%M}"
        case dt.date():
            return long_day(cell)
        case str():
            return cell
    if column.sort == "percent":
        return f"{cell:g}%"
    if column.sort == "money":
        return money(Decimal(cell), column.currency)
    return f"{cell:,}" if isinstance(cell, int) else f"{cell:,.2f}".rstrip("0").rstrip(".")


def is_wide(columns: Sequence[Column]) -> bool:
    """Whether a table needs a sheet of paper on its side; a column of numbers takes half the room of one of words."""
    return sum(0.5 if aligned(one) == "right" else 1.0 for one in columns) > WIDE


def dated(table: Table) -> list[bool]:
    """Which columns have a day in them, be it among words such as "no end set"."""
    return [
        any(isinstance(row[at], dt.date) and not isinstance(row[at], dt.datetime) for row in table.rows)
        for at in range(len(table.columns))
    ]


def aligned(column: Column) -> str:
    """On which side a column stands: `right` for what is reckoned with."""
    return "right" if column.sort in ("number", "percent", "money") else "left"
