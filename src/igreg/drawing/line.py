"""The lines of a chart: curves with their heads, and accountability with two corners."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from igreg.chart.graph import Edge
from igreg.drawing.line_looks import Look, look
from igreg.drawing.pen import Pen
from igreg.drawing.places import Box, Curve, Places
from igreg.drawing.scene import Point

_DASHES = {"": (), "dashed": (5.0, 3.0), "dotted": (1.0, 5.0)}
_WING = 0.45
"""Half the breadth of a head, in lengths of it."""
_NOTCH = 0.62
"""How far the notch of an open head is from its tip, in lengths of it."""
Bends = Mapping[tuple[str, str], float]
"""How far from the upper end's edge of the drawing the part of a line stands that runs across it, in points, by the
line's ends."""


def draw_line(pen: Pen, edge: Edge, curve: Curve, places: Places, bends: Bends, down: bool = False) -> None:
    """One line with its heads; one of accountability has two corners where there is room for them."""
    bend = bends.get((edge.start, edge.end)) if edge.kind == "accountable" else None
    if bend is None:
        draw_curve(pen, look(edge), curve)
        return
    upper, lower = (_along(places.boxes[id], down) for id in (edge.start, edge.end))
    begin, end = (upper[2], _middle(upper)), (lower[0], _middle(lower))
    drawn = look(edge)
    points = (begin, (bend, begin[1]), (bend, end[1]), end)
    first, *others = ((y, x) if down else (x, y) for x, y in points)
    pen.path(first, *others, ink=drawn.ink, weight=drawn.weight, dashes=_DASHES[drawn.dashes])


def draw_curve(pen: Pen, drawn: Look, curve: Curve) -> None:
    """A curve with the heads of its kind of line."""
    if not curve.points:
        return
    pen.curve(curve.points, ink=drawn.ink, weight=drawn.weight, dashes=_DASHES[drawn.dashes])
    for base, tip in ((curve.points[-1], curve.tip), (curve.points[0], curve.tail)):
        if tip is not None:
            _head(pen, drawn.head, base, tip, drawn.ink)


def bends(edges: Sequence[Edge], boxes: Mapping[str, Box], down: bool = False) -> dict[tuple[str, str], float]:
    """Where each line of accountability runs across the drawing: lines from one box share it, others keep clear.

    It is worked out for a drawing from left to right; one from the top `down` is the same with its axes exchanged.
    """
    boxes = {id: _along(box, down) for id, box in boxes.items()}
    out: dict[tuple[str, str], float] = {}
    by_column: dict[tuple[float, str], list[str]] = {}
    lefts: dict[int, float] = {}
    for box in boxes.values():
        column = round((box[0] + box[2]) / 2)
        lefts[column] = min(lefts.get(column, box[0]), box[0])
    for edge in edges:
        if edge.kind == "accountable" and edge.start in boxes and edge.end in boxes:
            left = lefts[round((boxes[edge.end][0] + boxes[edge.end][2]) / 2)]
            by_column.setdefault((left, edge.start), []).append(edge.end)
    lanes: dict[float, list[list[tuple[float, float]]]] = {}
    for (left, start), ends in by_column.items():
        ends = [end for end in ends if boxes[end][0] - boxes[start][2] > 8]
        heights = [_middle(boxes[start]), *(_middle(boxes[end]) for end in ends)]
        low, high = min(heights) - 3, max(heights) + 3
        taken = lanes.setdefault(left, [])
        lane = next((i for i, used in enumerate(taken) if all(high < a or b < low for a, b in used)), len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append((low, high))
        for end in ends:
            out[start, end] = max(left - 9 - 6 * lane, boxes[start][2] + 3)
    return out


def _head(pen: Pen, kind: str, base: Point, tip: Point, ink: str) -> None:
    """A head between the end of a curve and the point that it was to reach."""
    dx, dy = tip[0] - base[0], tip[1] - base[1]
    if kind == "odot":
        pen.ring((base[0] + tip[0]) / 2, (base[1] + tip[1]) / 2, math.hypot(dx, dy) / 2, ink)
        return
    one, other = ((base[0] - sign * _WING * dy, base[1] + sign * _WING * dx) for sign in (1, -1))
    if kind == "normal":
        pen.polygon((tip, one, other), ink)
        return
    notch = (tip[0] - _NOTCH * dx, tip[1] - _NOTCH * dy)
    pen.path(base, notch, ink=ink)
    pen.polygon((tip, one, notch, other), ink)


def _along(box: Box, down: bool) -> Box:
    """A box in a drawing from left to right, for one from the top down with its axes exchanged."""
    return (box[1], box[0], box[3], box[2]) if down else box


def _middle(box: Box) -> float:
    return (box[1] + box[3]) / 2
