"""Room that is left in a table, given where it saves lines: to the column whose cells make rows high."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

STEPS = 60
"""In how many parts the room is given."""
LOOKED_AT = 200
"""How many rows are looked at: a table of thousands is like its beginning."""
LETTERS = 240
"""A text of more letters counts as one of so many: one that never ends does not take all the room."""


def give(
    rows: Sequence[Sequence[str]], found: Sequence[float], left: float, *, letter: float, edge: float
) -> list[float]:
    """The widths with what is left of the room, as far as any column wants it.

    Widths, `left`, `letter` (an ordinary letter) and `edge` (what stays free in each cell) are of one unit.
    """
    out = list(found)
    lengths = [[min(len(text), LETTERS) for text in row] for row in islice(rows, LOOKED_AT)]
    step = max(left, 0.0) / STEPS
    for _ in range(STEPS):
        wants = _wanting(lengths, out, letter, edge)
        if not any(wants):
            break
        out[wants.index(max(wants))] += step
    return out


def _wanting(lengths: Sequence[Sequence[int]], found: Sequence[float], letter: float, edge: float) -> list[int]:
    """Of each column how many lines its cells alone add to the rows in which they are the highest."""
    out = [0] * len(found)
    fits = [max(1, int((width - edge) / letter)) for width in found]
    for row in lengths:
        lines = [-(-length // most) for length, most in zip(row, fits, strict=True)]
        highest = max(lines)
        if highest > 1:
            others = sorted(lines)[-2] if len(lines) > 1 else 0
            out[lines.index(highest)] += highest - max(others, 1) or 1
    return out
