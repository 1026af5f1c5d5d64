"""Where a layout engine put the boxes and lines of a page, in points; `y` runs down."""

from __future__ import annotations

from collections.abc import Mapping

from igreg.dataclass import dataclass
from igreg.drawing.scene import Point

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A line: the points of its curves, the tips of its heads, and the middle of its words."""

    points: tuple[Point, ...]
    tip: Point | None = None
    tail: Point | None = None
    words: Point | None = None


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything stands."""

    width: float
    height: float
    boxes: Mapping[str, Box]
    """By the ids of the nodes."""
    curves: tuple[Curve, ...]
    """In the order of the chart's lines."""


NOTHING = Places(1.0, 1.0, {}, ())
"""The places of a page without boxes."""
