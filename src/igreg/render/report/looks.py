"""How the columns of a table look on a page: on which side, how much room, and where words may be broken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from igreg.render.report.cells import aligned
from igreg.report.paper import Column

Look = Literal["left", "right", "day", "broad", "long"]
DAY = len("30 September 2026")
"""A column of days in which more is said, such as why there is none, may have its lines broken."""
LONG = 16
"""A word of more letters may be broken in a column: `responsibilities` and whatever is shorter is not."""
BROAD = 40
"""A column with a text of more letters is given room before others."""
ROOM = 9
"""How many letters of room `broad` and `long` columns have at least: the style says the same, in its own measure."""
_UPRIGHT, _SMALL, _ACROSS = 95, 122, 175
"""How many letters stand side by side on a sheet of A4: upright, upright in small type, and across in small type."""
_GAP = 2
"""So many letters are as wide as what is free between two columns."""


def look(column: Column, cells: Sequence[str]) -> Look:
    """How a column looks with these cells; one that is written in by hand is given room for it."""
    if column.by_hand:
        return "broad"
    if column.sort == "day" and all(len(cell) <= DAY for cell in cells):
        return "day"
    if aligned(column) == "right":
        return "right"
    if any(len(word) > LONG for cell in cells for word in cell.split()):
        return "long"
    return "broad" if any(len(cell) > BROAD for cell in cells) else "left"


class Fit(NamedTuple):
    """How a table lies on a sheet of paper."""

    small: bool
    """Whether it is set in small type."""
    across: bool
    """Whether the sheet lies on its side."""
    whole: bool
    """Whether all columns fit side by side without a word broken that need not be."""


def fit(heads: Sequence[tuple[str, Look]], rows: Sequence[Sequence[str]]) -> Fit:
    """How a table lies on a sheet: as large and upright as it can, with its words whole."""
    columns = list(zip(*rows, strict=True)) or [()] * len(heads)
    needed = sum(_least(title, look, cells) + _GAP for (title, look), cells in zip(heads, columns, strict=True))
    return Fit(needed > _UPRIGHT, needed > _SMALL, needed <= _ACROSS)


def _least(title: str, look: Look, cells: Sequence[str]) -> int:
    """How many letters of room a column needs."""
    longest = max((min(len(word), LONG) for word in title.split()), default=0)
    if look in ("day", "right"):
        return max([longest, *map(len, cells)])
    words = (min(len(word), LONG) for cell in cells for word in cell.replace("-", "- ").split())
    return max(longest, ROOM if look in ("broad", "long") else 0, 0 if look == "long" else max(words, default=0))
