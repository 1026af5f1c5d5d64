"""How the bars of a timeline look: each sort has a pattern of its own, so that it can be told without its colour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from igreg.drawing import colours as colour
from igreg.drawing.pen import Pen
from igreg.drawing.scene import Point
from igreg.wording.time_entry import BarKind

STRIP = 9.0
"""How high a bar is, in points."""
Pattern = Literal["plain", "rising", "upright", "crossed", "hollow", "sparse"]


class BarLook(NamedTuple):
    """The ground, the outline and the pattern of a bar, and the ink of its words."""

    fill: str
    ink: str
    pattern: Pattern
    words: str = colour.INK
    weight: float = 1.0
    dashes: tuple[float, ...] = ()


BARS: Mapping[BarKind, BarLook] = {
    "substantive": BarLook(colour.REPORTS, colour.REPORTS, "plain"),
    "acting": BarLook(colour.CARE, colour.CARE_INK, "rising", colour.CARE_INK),
    "deputy": BarLook(colour.PAPER, colour.SUPPORTS, "upright"),
    "vacant": BarLook(colour.GAP, colour.GAP_INK, "crossed", colour.GAP_INK, 2.0, (5.0, 2.0)),
    "absent": BarLook(colour.PAPER, colour.CARE_INK, "hollow", colour.CARE_INK, 1.0, (2.0, 2.0)),
}
NO_POST = BarLook(colour.PAPER, colour.QUIET, "sparse", colour.QUIET, 0.0)
"""Days on which there is no such post."""
_APART: Mapping[Pattern, float] = {"rising": 5.0, "upright": 5.0, "crossed": 7.0, "sparse": 14.0}
"""How far the lines of a pattern are from one another, in points."""


def draw_bar(pen: Pen, look: BarLook, x: float, y: float, wide: float, high: float = STRIP) -> None:
    """A bar with its pattern, all of it within these edges."""
    half = look.weight / 2
    stroke = look.ink if look.weight else ""
    place = (x + half, y + half, max(wide - look.weight, 0.5), high - look.weight)
    pen.box(*place, look.fill, stroke, weight=look.weight or 1.0, dashes=look.dashes)
    inside = (x + look.weight, y + look.weight, wide - 2 * look.weight, high - 2 * look.weight)
    if inside[2] > 0:
        pen.hatch(list(_lines(look.pattern, *inside)), ink=look.ink, weight=0.6 if look.pattern == "sparse" else 1.1)


def _lines(pattern: Pattern, x: float, y: float, wide: float, high: float) -> Iterator[tuple[Point, Point]]:
    """The lines of a pattern within a rectangle."""
    apart = _APART.get(pattern)
    if apart is None:
        return
    if pattern == "upright":
        for n in range(1, int(wide / apart) + 1):
            yield (x + n * apart, y), (x + n * apart, y + high)
        return
    for n in range(int((wide + high) / apart) + 1):
        at = n * apart
        start, end = max(at - high, 0.0), min(at, wide)
        if start < end:
            yield (x + start, y + at - start), (x + end, y + at - end)
            if pattern == "crossed":
                yield (x + start, y + high - at + start), (x + end, y + high - at + end)
