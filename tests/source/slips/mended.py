"""The one slip of a text as whoever reads of it sees it: where, what, what to do, and the text as it should be."""

from __future__ import annotations

from igreg.source.reading.repair import repaired
from igreg.source.slips._slip import Finder, Window

SURE, UNSURE = True, False
Told = tuple[tuple[int, int], bool, str, str, str]
"""Line and column from 1, whether a machine may put it right, what is wrong, what to do, and the whole text then."""


def mended(text: str) -> Told:
    """What is told of a text with one slip."""
    found = repaired(text, certain=False)
    assert found is not None
    (slip,) = found.slips
    return (slip.line + 1, slip.column + 1), slip.certain, slip.message, slip.help, found.text


Guess = tuple[tuple[int, int], bool, str, str]
"""Line and column from 1, whether a machine may put it right, what is wrong, and the whole text then."""


def guesses(finder: Finder, text: str, stopped: int | None = None, began: int = 0) -> list[Guess]:
    """All that a finder tries on a text at whose line, from 0, a parser stopped, its last where none is given; in its
    order. Which of them is told, the parser says."""
    lines = tuple(text.split("\n"))
    window = Window(lines, began, len(lines) - 1 if stopped is None else stopped, 0)
    return [
        ((slip.line + 1, slip.column + 1), slip.certain, slip.message, "\n".join(slip.put_right(lines)))
        for slip in finder(window)
    ]
