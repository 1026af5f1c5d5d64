"""How wide the columns of a table are on paper: each as wide as its words need, what is left where it saves lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from igreg.dataclass import dataclass
from igreg.drawing.metrics import SPARE, width
from igreg.render.report.lines import give

MOST = 400.0
"""A text wider than this, in points, is thought to be as wide: longer ones are not given all the room."""
LONGEST = 110.0
"""A word wider than this may be broken."""
FIRM = 26
"""A cell of no more letters stays on one line in a column of days or numbers; a sentence that stands there does not."""
_LETTER = 0.54
"""Of an ordinary letter, in parts of its size."""
WHOLE = 14
"""A word of no more letters is broken by nobody but after a hyphen or a stroke: `bo@example.org` stays on its line."""
_PARTS = re.compile(r"(?<=[/-])(?!\d)")
_WORDS = re.compile(r"\s+|(?<=[@./_:,;-])(?!\d)")
"""Where a line may break; before a digit it does not, so that `IGG-2026-11-A1` breaks before its last part alone."""


@dataclass(frozen=True)
class Type:
    """How a table is set, in points."""

    size: float
    room: float
    """How wide all columns are together."""
    apart: float
    """What stays free in each."""


def widths(heads: Sequence[str], rows: Sequence[Sequence[str]], firm: Sequence[bool], type: Type) -> list[float]:
    """The width of each column, in points. `firm` says which have their cells on one line: days and numbers."""
    size, room, apart = type.size, type.room, type.apart
    columns = list(zip(heads, *rows, strict=True))
    least = [
        max(
            (_text if whole and n and len(text) <= FIRM else _word)(text, size, n == 0) for n, text in enumerate(column)
        )
        + apart
        for column, whole in zip(columns, firm, strict=True)
    ]
    whole = [max(_text(text, size, n == 0) for n, text in enumerate(column)) + apart for column in columns]
    more = [max(wide - narrow, 0.0) for wide, narrow in zip(whole, least, strict=True)]
    left = room - sum(least)
    if left <= 0 or not any(more):
        return [narrow * room / sum(least) for narrow in least]
    if sum(more) <= left:
        return [(narrow + one) * room / (sum(least) + sum(more)) for narrow, one in zip(least, more, strict=True)]
    found = give([heads, *rows], least, left, letter=size * _LETTER, edge=apart)
    return [one * room / sum(found) for one in found]


def _word(text: str, size: float, bold: bool) -> float:
    """How wide the widest word of a text is."""
    words = (part for word in text.split() for part in (_PARTS if len(word) <= WHOLE else _WORDS).split(word))
    found = (width(word, size, bold) * SPARE for word in words)
    return min(max(found, default=0.0), LONGEST)


def _text(text: str, size: float, bold: bool) -> float:
    return min(width(text, size, bold) * SPARE, MOST)
