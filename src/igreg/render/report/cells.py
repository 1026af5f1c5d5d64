"""A cell as a person reads it, the same in every format that is read and not reckoned with."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from igreg.language.english import long_day, money
from igreg.report.paper import Cell, Column

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


def aligned(column: Column) -> str:
    """On which side a column stands: `right` for what is reckoned with."""
    return "right" if column.sort in ("number", "percent", "money") else "left"
