"""How large each drawing of a page of HTML is when that page is printed, and which way up its sheet lies; in points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from igreg.drawing.label import SMALL
from igreg.drawing.paper import PAPERS, SMALLEST, Choice, Paper, within

HEAD = 56.0
"""What the heading of a drawing and the line below it take of a sheet."""
TITLE = 76.0
"""What the title of the whole page takes of the first sheet, besides."""


class Printed(NamedTuple):
    """How a drawing lies on its sheet."""

    upright: bool
    width: float
    scale: float


def printing(sizes: Sequence[tuple[float, float]], choice: Choice) -> tuple[Paper, list[Printed]]:
    """The one paper for all drawings, the smallest on which each can be read, and how each lies on it.

    A drawing is never made larger than it is, so that small ones find room below one another on a sheet.
    """
    papers = PAPERS[choice]
    for paper in papers:
        found = [_lying(size, paper, HEAD if i else HEAD + TITLE) for i, size in enumerate(sizes)]
        if paper == papers[-1] or all(one.scale * SMALL >= SMALLEST for one in found):
            break
    return paper, found


def _lying(size: tuple[float, float], paper: Paper, taken: float) -> Printed:
    """A drawing the way up in which its words are largest; across where both ways are alike."""
    wide, high = size
    long, short = within(paper)
    across = min(1.0, long / wide, (short - taken) / high)
    upright = min(1.0, short / wide, (long - taken) / high)
    scale = max(across, upright)
    return Printed(upright > across, wide * scale, scale)
