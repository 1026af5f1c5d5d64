"""How wide the columns of a table are: no word broken where that can be, then as few lines as can be."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from igreg.drawing.metrics import width
from igreg.render.report.lines import give
from igreg.render.report.widths import FIRM

EDGE = 190
"""The room at both sides of a cell, in twentieths of a point."""
_LETTER = 10.8
"""Of an ordinary letter, in twentieths of a point and points of its size."""
_LONGEST, _SHORTEST = 44, 5
_NARROWEST = 0.45
"""No table is narrower than this part of its room."""


def widths(rows: Sequence[Sequence[str]], whole: Sequence[bool], room: int, points: float) -> list[int]:
    """The width of each column, in twentieths of a point; the first row are the heads.

    `whole` says in which columns a cell stays on one line where there is room. A table of little stays narrow, so that
    the eye finds its way along a row.
    """
    letter = points * _LETTER
    columns = list(zip(*rows, strict=True))
    words = [_longest(column) for column in columns]
    lines = [
        max((len(text) for text in column[1:] if len(text) <= FIRM), default=0) if one else 0
        for one, column in zip(whole, columns, strict=True)
    ]
    least = [max(word, line + (line > 0)) for word, line in zip(words, lines, strict=True)]
    if _needed(least, letter) > room:
        least = words
    while _needed(least, letter) > room and max(least) > _SHORTEST:
        highest = max(least)
        least = [one - 1 if one == highest else one for one in least]
    found = [one * letter + EDGE for one in least]
    found = give(rows, found, room - sum(found), letter=letter, edge=EDGE)
    scale = min(max(1.0, room * _NARROWEST / sum(found)), room / sum(found)) if sum(found) < room else room / sum(found)
    return [int(one * scale) for one in found]


def fitting(width: int, points: float) -> int:
    """How many letters stand side by side in a column of a width, in twentieths of a point."""
    return int((width - EDGE) / (points * _LETTER) + 0.1)  # a width is cut to whole units


def _longest(column: Sequence[str]) -> int:
    """The letters of the longest word, as far as one is not broken; those of a head are bold, and take more room."""
    words = (_letters(word, number == 0) for number, text in enumerate(column) for word in text.split())
    return min(max(words, default=1), _LONGEST)


def _letters(word: str, bold: bool) -> int:
    """A word in ordinary letters: `December` is wider than eight of them."""
    return max(len(word) + bold, ceil(width(word, 20.0, bold) / _LETTER))


def _needed(letters: Sequence[int], letter: float) -> float:
    return sum(one * letter + EDGE for one in letters)
