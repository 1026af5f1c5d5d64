"""Whether words on the lines of a drawing stand where they cannot be told apart: on one another, a line or a box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from igreg.drawing.measured import Measured
from igreg.drawing.places import Box, Places
from igreg.drawing.scene import Point

_STEPS = 24
"""Each piece of a curve is looked at in so many places."""


def crossed(page: Measured, places: Places) -> bool:
    """Whether any words touch other words, a line that is not theirs, or a box."""
    labels = dict(_labels(page, places))
    boxes = list(places.boxes.values())
    for number, label in labels.items():
        if any(_overlap(label, box) for box in boxes):
            return True
        if any(_overlap(label, other) for i, other in labels.items() if i > number):
            return True
        for i, curve in enumerate(places.curves):
            if i != number and any(_inside(point, label) for point in _along(curve.points)):
                return True
    return False


def _labels(page: Measured, places: Places) -> Iterator[tuple[int, Box]]:
    """The place of the words of each line that has any, by the number of the line."""
    for number, (words, curve) in enumerate(zip(page.words, places.curves, strict=True)):
        if words is not None and curve.words is not None:
            (x, y), (wide, high) = curve.words, words[1]
            yield number, (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _inside(point: Point, box: Box) -> bool:
    return box[0] < point[0] < box[2] and box[1] < point[1] < box[3]


def _along(points: Sequence[Point]) -> Iterator[Point]:
    """Places along a chain of curves with two handles each."""
    for i in range(0, len(points) - 3, 3):
        a, b, c, d = points[i : i + 4]
        for step in range(_STEPS + 1):
            t = step / _STEPS
            u = 1 - t
            weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
            yield (
                sum(w * p[0] for w, p in zip(weights, (a, b, c, d), strict=True)),
                sum(w * p[1] for w, p in zip(weights, (a, b, c, d), strict=True)),
            )
