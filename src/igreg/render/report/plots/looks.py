"""How the series of a plot look: a colour, a pattern and a sign each, so that none is told by colour alone."""

from __future__ import annotations

from math import cos, pi, sin

from igreg.drawing import colours as colour
from igreg.drawing.bar_looks import BarLook
from igreg.drawing.pen import Pen
from igreg.drawing.scene import Point

TEXT = 9.0
"""The size of words, in points."""
LEADING = 1.25
"""From one line of words to the next, in sizes of words."""
FORETOLD = (3.0, 2.5)
"""The dashes of what is foretold."""
_INKS = (colour.REPORTS, colour.CARE_INK, colour.SUPPORTS, colour.INCIDENT, colour.ADVISES, colour.LINE)
_BARS = (
    BarLook(colour.REPORTS, colour.REPORTS, "plain"),
    BarLook(colour.CARE, colour.CARE_INK, "rising"),
    BarLook(colour.PAPER, colour.SUPPORTS, "upright"),
    BarLook(colour.GAP, colour.INCIDENT, "crossed"),
    BarLook(colour.PAPER, colour.ADVISES, "hollow", weight=2.0),
    BarLook(colour.LINE, colour.LINE, "plain"),
)
_SIGN = 3.2
"""How far a sign reaches from its middle."""


def _around(count: int, turn: float) -> tuple[Point, ...]:
    """Points around a middle, one size away from it."""
    return tuple((cos(turn + 2 * pi * n / count), sin(turn + 2 * pi * n / count)) for n in range(count))


_SIGNS = (_around(16, 0), _around(4, pi / 4), _around(3, -pi / 2), _around(4, 0), _around(3, pi / 2), _around(6, 0))
"""Disc, square, triangle, diamond, triangle on its tip, hexagon."""


def ink(number: int) -> str:
    """The colour of a series by its number."""
    return _INKS[number % len(_INKS)]


def bar(number: int, foretold: bool = False) -> BarLook:
    """How the bars of a series look; what is foretold has the ground of the page and a broken edge."""
    look = _BARS[number % len(_BARS)]
    if not foretold:
        return look
    pattern = "hollow" if look.pattern == "plain" else look.pattern
    return look._replace(fill=colour.PAPER, pattern=pattern, weight=1.4, dashes=FORETOLD)


def draw_sign(pen: Pen, number: int, at: Point, foretold: bool = False) -> None:
    """The sign of a series at a point, hollow where the value is foretold; a seventh series has the second sign."""
    x, y = at
    corners = _SIGNS[(number + number // len(_SIGNS)) % len(_SIGNS)]
    pen.polygon([(x + _SIGN * dx, y + _SIGN * dy) for dx, dy in corners], ink(number))
    if foretold:
        inside = _SIGN * 0.5
        pen.polygon([(x + inside * dx, y + inside * dy) for dx, dy in corners], colour.PAPER)
