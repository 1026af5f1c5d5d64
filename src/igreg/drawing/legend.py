"""The legend of a drawing: only what the drawing has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from igreg.chart.graph import EdgeKind, Graph, Mark
from igreg.drawing import colours as colour
from igreg.drawing.label import SMALL
from igreg.drawing.line import draw_curve
from igreg.drawing.line_looks import LOOKS, Look, look
from igreg.drawing.matrix import CELLS, MET, CellLook, sample
from igreg.drawing.metrics import SPARE, width
from igreg.drawing.pen import Pen
from igreg.drawing.places import Curve

Sample = Callable[[Pen, float, float], None]
"""Draws a sample at a place: its left end, and half its height down."""
SAMPLE = 44.0
"""How wide a sample is, in points."""
_HEAD = 10.0
"""How long the head of a line is in it, in points."""
_LINES: tuple[tuple[EdgeKind, str], ...] = (
    ("accountable", "accountable to (solid; the left end is above)"),
    ("reports", "reports to"),
    ("advises", "advises"),
    ("supports", "supports"),
    ("incident", "tells of an incident (thick, framed)"),
    ("routine", "tells as a routine (thin)"),
    ("special", "special category data (thick, framed)"),
    ("personal", "personal data"),
    ("delegated", "hands down to (the upper end still answers for it)"),
    ("elects", "elect (open head)"),
    ("data", "no personal data, or nobody has said (thin)"),
)


def legend(pen: Pen, graph: Graph, y: float, across: float) -> float:
    """Samples with their meaning, side by side for as far as they fit."""
    return samples(pen, list(_entries(graph)), y, across)


def samples(pen: Pen, entries: Sequence[tuple[Sample, str]], y: float, across: float) -> float:
    """Samples that are drawn so, each with its meaning; gives back where the next thing would begin."""
    x = 0.0
    for draw, words in entries:
        wide = SAMPLE + 6 + width(words, SMALL) * SPARE + 14
        if x and x + wide > across:
            x, y = 0.0, y + 22
        draw(pen, x, y + 9)
        pen.text(x + SAMPLE + 6, y + 13, words)
        x += wide
    return y + 26 if entries else y


def _entries(graph: Graph) -> Iterator[tuple[Sample, str]]:
    if graph.is_matrix:
        yield from _cells(graph)
        return
    lines = {edge.kind for edge in graph.edges}
    kinds = {node.kind for node in graph.nodes}
    marks = {line.kind for node in graph.nodes for line in node.lines}
    for kind, words in _LINES:
        if kind in lines:
            yield _line(kind), words.replace("left", "upper") if graph.down else words
    for kind in sorted({edge.kind for edge in graph.edges if edge.both})[:1]:
        yield _line(kind, both=True), "both ways (two heads)"
    for edge in [edge for edge in graph.edges if "no-agreement" in edge.marks][:1]:
        yield _line(edge.kind, drawn=look(edge)), "no agreement or contract in force (broken, in capitals)"
    for edge in [edge for edge in graph.edges if edge.kind == "delegated" and edge.marks][:1]:
        yield _line(edge.kind, drawn=look(edge)), "not as it should be (broken; the words in capitals say why)"
    if "role" in kinds:
        yield _box(colour.ROLE, 1, 8), "role"
    if any(node.areas for node in graph.nodes):
        yield _box(colour.LEAD, 2, 8), "role that leads an area"
    if "group" in kinds:
        yield _box(colour.GROUP, 2), "group"
    if "asset" in kinds:
        yield _box(colour.LEAD, 1), "information asset"
    if any(node.edge for node in graph.nodes):
        yield _box(colour.OUTSIDE, 1), "outside the organisation"
    if any(node.members for node in graph.nodes):
        yield _box(colour.ROLE, 1), "several in one box"
    if "vacant" in marks:
        yield _gap, "vacant"
    if marks & {"acting", "absent"}:
        yield _box(colour.CARE, 0), "acting, or absent"


_IN_CELLS: tuple[tuple[Mark, str], ...] = (
    ("missing", "missing: they do not have it"),
    ("below", "below the level that is asked"),
    ("lapsed", "lapsed: shown longer ago than it counts"),
    ("nobody", "nobody in post"),
    ("unknown", "held by somebody whom the register does not have"),
)


def _cells(graph: Graph) -> Iterator[tuple[Sample, str]]:
    """Samples of the cells of a matrix; an empty cell is one where nothing is asked."""
    if any(not edge.marks for edge in graph.edges):
        yield _cell(MET), "met"
    marks = {edge.marks[0] for edge in graph.edges if edge.marks}
    yield from ((_cell(CELLS[mark]), words) for mark, words in _IN_CELLS if mark in marks)


def _cell(look: CellLook) -> Sample:
    return lambda pen, x, y: sample(pen, look, x + 4, y - 7, SAMPLE - 8, 14)


def _line(kind: EdgeKind, *, both: bool = False, drawn: Look | None = None) -> Sample:
    """A sample of a line as charts have it, with both its heads if it runs both ways."""
    like = drawn or LOOKS[kind]

    def draw(pen: Pen, x: float, y: float) -> None:
        start, end = x, x + SAMPLE - 2
        begin = (start + _HEAD, y) if both else (start, y)
        finish = (end - _HEAD, y) if like.head != "none" else (end, y)
        draw_curve(pen, like, Curve((begin, begin, finish, finish), (end, y), (start, y) if both else None))

    return draw


def _box(fill: str, weight: float, corner: float = 0) -> Sample:
    def draw(pen: Pen, x: float, y: float) -> None:
        stroke = colour.LINE if weight else ""
        pen.box(x + 4, y - 7, SAMPLE - 8, 14, fill, stroke, weight=weight, corner=corner)

    return draw


def _gap(pen: Pen, x: float, y: float) -> None:
    pen.box(x + 4, y - 7, SAMPLE - 8, 14, colour.GAP, colour.GAP_INK, weight=2.5, dashes=(5, 2), corner=6)
