"""The frame of a plot: its levels with their names, and words beside it that do not stand on one another."""

from __future__ import annotations

from collections.abc import Sequence

from igreg.dataclass import dataclass
from igreg.drawing import colours as colour
from igreg.drawing.metrics import SPARE, drawable, width, wrap
from igreg.drawing.pen import Pen
from igreg.render.report.plots.looks import LEADING, TEXT
from igreg.render.report.plots.scale import Scale, figure

WIDE = 480.0
"""How wide every plot is: as wide as the text of a sheet of A4."""
LINE = TEXT * LEADING
_GAP = 6.0
_HAIR = 0.7


@dataclass(frozen=True)
class Frame:
    """The edges within which values stand, from the bottom up."""

    left: float
    top: float
    right: float
    bottom: float
    scale: Scale

    def y(self, value: float) -> float:
        """Where a value stands."""
        return self.bottom - self.scale.part(value) * (self.bottom - self.top)


def taken(text: str, bold: bool = False) -> float:
    """How wide a text is at the size of a plot's words, with a little to spare."""
    return width(drawable(text), TEXT, bold) * SPARE


def wrapped(text: str, most: float) -> list[str]:
    """A text in lines that are no wider."""
    return [line.rstrip() for line in wrap(drawable(text), TEXT, most / SPARE)]


def gutter(scale: Scale) -> float:
    """How much room the names of the levels take, to the left of the frame."""
    return max(taken(figure(level)) for level in scale.levels) + _GAP


def draw_levels(pen: Pen, frame: Frame, unit: str) -> None:
    """The levels with their names, and above them what is counted."""
    for level in frame.scale.levels:
        y = frame.y(level)
        pen.path(
            (frame.left, y),
            (frame.right, y),
            ink=colour.QUIET if level == 0 else colour.FAINT,
            weight=1.0 if level == 0 else _HAIR,
        )
        name = figure(level)
        pen.text(frame.left - _GAP - taken(name), y + TEXT * 0.35, name, TEXT, ink=colour.QUIET)
    pen.text(frame.left, frame.top - LINE - 3, unit, TEXT, ink=colour.QUIET)


def spread(wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Where the middles of some words stand, as near as can be to where they are wanted, none on another."""
    order = sorted(range(len(wanted)), key=lambda one: (wanted[one], one))
    places = list(wanted)
    edge = top
    for one in order:
        places[one] = max(wanted[one], edge + heights[one] / 2)
        edge = places[one] + heights[one] / 2
    edge = max(bottom, top + sum(heights))
    for one in reversed(order):
        places[one] = min(places[one], edge - heights[one] / 2)
        edge = places[one] - heights[one] / 2
    return places


def draw_value(pen: Pen, middle: float, y: float, text: str) -> None:
    """A value above its place, on the ground of the page so that no line runs through it."""
    wide = taken(text)
    pen.box(middle - wide / 2 - 1, y - TEXT * 0.85, wide + 2, TEXT * 1.05, colour.PAPER)
    pen.text(middle - wide / 2, y, text, TEXT)
