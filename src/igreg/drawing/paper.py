"""The paper that charts are made for, and whether words on it can be read. All lengths are points."""

from __future__ import annotations

from igreg.drawing.label import SMALL

A3 = (1190.55, 841.89)
"""The length and the breadth of a sheet of A3."""
EDGE = 14.0
"""What a printer leaves white at each edge: 5 mm."""
PRINTED = (A3[0] - 2 * EDGE, A3[1] - 2 * EDGE)
"""The length and the breadth of what is printed on it, within the edges."""
SMALLEST = 8.0
"""The smallest words that may stand on a printed page."""


def printed(width: float, height: float) -> float:
    """The size of the smallest words of a drawing of this size when it fills a sheet of A3, either way up."""
    long, short = PRINTED
    return SMALL * max(min(long / width, short / height), min(short / width, long / height))
