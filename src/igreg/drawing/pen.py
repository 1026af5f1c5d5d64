"""Draws a scene: one method for each shape, every word made drawable; sizes and places are points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from igreg.chart.about import Link
from igreg.drawing import colours as colour
from igreg.drawing.label import SMALL
from igreg.drawing.metrics import drawable
from igreg.drawing.scene import Group, Item, Point, Polygon, Rectangle, Ring, Step, Stroke, Words

LEADING = 1.25
"""From one line of running words to the next, in sizes of the font."""


class Pen:
    """Draws shapes one after the other; text is always text, whatever stands in it."""

    def __init__(self) -> None:
        self._open: list[list[Item]] = [[]]

    @property
    def items(self) -> tuple[Item, ...]:
        """What has been drawn."""
        return tuple(self._open[-1])

    @contextmanager
    def group(
        self,
        *,
        at: Point = (0.0, 0.0),
        id: str = "",
        sort: str = "",
        label: str = "",
        told: str = "",
        link: Link | None = None,
        symbol: bool = False,
    ) -> Iterator[None]:
        """What is drawn inside belongs together."""
        self._open.append([])
        yield
        items = tuple(self._open.pop())
        self._open[-1].append(Group(items, at, id, sort, drawable(label), drawable(told), link, symbol))

    def text(
        self, x: float, y: float, text: str, size: float = SMALL, *, bold: bool = False, ink: str = colour.INK
    ) -> None:
        """One line of text with its baseline at `y`."""
        self.words(x, y, drawable(text), size, bold=bold, ink=ink)

    def words(self, x: float, y: float, text: str, size: float, *, bold: bool, ink: str) -> None:
        """One line of text that is drawable already, with its baseline at `y`."""
        self._open[-1].append(Words(x, y, text.rstrip(" "), size, bold, ink))

    def lines(
        self,
        x: float,
        y: float,
        lines: Sequence[str],
        size: float = SMALL,
        *,
        bold: bool = False,
        ink: str = colour.INK,
        leading: float = LEADING,
    ) -> float:
        """Several lines, the first one's top at `y`; gives back where the next would begin."""
        for line in lines:
            self.text(x, y + size, line, size, bold=bold, ink=ink)
            y += size * leading
        return y

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str,
        stroke: str = "",
        *,
        weight: float = 1.0,
        dashes: tuple[float, ...] = (),
        corner: float = 0.0,
    ) -> None:
        """A rectangle."""
        self._open[-1].append(Rectangle(x, y, width, height, fill, stroke, weight, dashes, corner))

    def path(self, start: Point, *points: Point, ink: str, weight: float = 1.0, dashes: tuple[float, ...] = ()) -> None:
        """A line with corners, without filling."""
        steps: list[Step] = [("move", (start,)), *(("line", (point,)) for point in points)]
        self._open[-1].append(Stroke(tuple(steps), ink, weight, dashes))

    def hatch(self, lines: Sequence[tuple[Point, Point]], *, ink: str, weight: float) -> None:
        """Several straight lines as one, from one point to another each."""
        steps: list[Step] = []
        for start, end in lines:
            steps += [("move", (start,)), ("line", (end,))]
        if steps:
            self._open[-1].append(Stroke(tuple(steps), ink, weight))

    def curve(self, points: Sequence[Point], *, ink: str, weight: float, dashes: tuple[float, ...] = ()) -> None:
        """A line of curves: where it begins, then three points for each curve."""
        self._open[-1].append(Stroke((("move", (points[0],)), ("curve", tuple(points[1:]))), ink, weight, dashes))

    def polygon(self, points: Sequence[Point], ink: str) -> None:
        """A filled shape."""
        self._open[-1].append(Polygon(tuple(points), ink))

    def ring(self, x: float, y: float, radius: float, ink: str) -> None:
        """A circle without filling."""
        self._open[-1].append(Ring(x, y, radius, ink, 1.4))
