"""A drawing as a value: shapes, lines and words with their places, which every format writes in its own way.

All lengths are points, `x` runs to the right and `y` down. Words are drawable already: one line, no control characters.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from igreg.chart.about import Link
from igreg.dataclass import dataclass

Point = tuple[float, float]


class Words(NamedTuple):
    """One line of text; `y` is the line on which its letters stand."""

    x: float
    y: float
    text: str
    size: float
    bold: bool
    ink: str


class Rectangle(NamedTuple):
    """A rectangle; a `stroke` of nothing has no outline."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    stroke: str = ""
    weight: float = 1.0
    dashes: tuple[float, ...] = ()
    corner: float = 0.0


Step = tuple[Literal["move", "line", "curve"], tuple[Point, ...]]
"""To a point without drawing, straight to a point, or along curves of three points each."""


class Stroke(NamedTuple):
    """A line of several steps, without filling."""

    steps: tuple[Step, ...]
    ink: str
    weight: float = 1.0
    dashes: tuple[float, ...] = ()


class Polygon(NamedTuple):
    """A filled shape."""

    points: tuple[Point, ...]
    ink: str


class Ring(NamedTuple):
    """A circle without filling."""

    x: float
    y: float
    radius: float
    ink: str
    weight: float


@dataclass(frozen=True, slots=True)
class Group:
    """What belongs together: a part of the drawing, one box or one line with what is said of it."""

    items: tuple[Item, ...]
    at: Point = (0.0, 0.0)
    """Where the places of its items are counted from."""
    id: str = ""
    sort: str = ""
    """What it is, in words that a style or a script can ask for: `node role`, `line incident`."""
    label: str = ""
    """What it is called by somebody who hears the drawing."""
    told: str = ""
    """What is said of it when the pointer rests on it."""
    link: Link | None = None
    """Where it leads."""
    symbol: bool = False
    """Whether it is one sign, heard as a whole: a box."""


Item = Words | Rectangle | Stroke | Polygon | Ring | Group


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole drawing."""

    name: str
    title: str
    description: str
    source: str
    """The sentence that says where it comes from and that it is not to be edited."""
    width: float
    height: float
    paper: str
    items: tuple[Item, ...]
