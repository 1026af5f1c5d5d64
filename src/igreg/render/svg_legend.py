"""The legend of a drawing: only what the drawing has."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from igreg.chart.graph import Graph
from igreg.render import chart_colours as colour
from igreg.render.chart_words import width
from igreg.render.dot_label import SMALL
from igreg.render.svg_page import Pen

_Draw = Callable[[Pen, float, float], None]
_SAMPLE = 44.0


def legend(pen: Pen, graph: Graph, y: float, across: float) -> float:
    """Samples with their meaning, side by side for as far as they fit."""
    x = 0.0
    for draw, words in _entries(graph):
        wide = _SAMPLE + 6 + width(words, SMALL) * 1.03 + 14
        if x and x + wide > across:
            x, y = 0.0, y + 22
        draw(pen, x, y + 9)
        pen.text(x + _SAMPLE + 6, y + 13, words)
        x += wide
    return y + 26


def _entries(graph: Graph) -> Iterator[tuple[_Draw, str]]:
    lines = {edge.kind for edge in graph.edges}
    kinds = {node.kind for node in graph.nodes}
    marks = {line.kind for node in graph.nodes for line in node.lines}
    for kind, draw, words in (
        ("accountable", _line(colour.LINE, 1.6), "accountable to (solid; the left end is above)"),
        ("reports", _line(colour.REPORTS, 1.3, "5 2", "vee"), "reports to"),
        ("advises", _line(colour.ADVISES, 1.8, "1 5", "vee"), "advises"),
        ("supports", _line(colour.SUPPORTS, 1.8, "1 5", "ring"), "supports"),
        ("incident", _line(colour.INCIDENT, 2.6, "", "full"), "tells of an incident (thick, framed)"),
        ("routine", _line(colour.ROUTINE, 1.2, "", "vee"), "tells as a routine (thin)"),
    ):
        if kind in lines:
            yield draw, words
    if any(edge.both for edge in graph.edges):
        yield _line(colour.LINE, 1.2, "", "both"), "both ways (two heads)"
    if "role" in kinds:
        yield _box(colour.ROLE, 1, "8"), "role"
    if any(node.areas for node in graph.nodes):
        yield _box(colour.LEAD, 2, "8"), "role that leads an area"
    if "group" in kinds:
        yield _box(colour.GROUP, 2, "0"), "group"
    if kinds & {"body", "audience"}:
        yield _box(colour.OUTSIDE, 1, "0"), "outside the organisation"
    if "vacant" in marks:
        yield _gap, "vacant"
    if marks & {"acting", "absent"}:
        yield _box(colour.CARE, 0, "0"), "acting, or absent"


def _line(ink: str, weight: float, dashes: str = "", head: str = "") -> _Draw:
    def draw(pen: Pen, x: float, y: float) -> None:
        more = {"stroke_dasharray": dashes} if dashes else {}
        pen.path(f"M{x:g},{y:g}H{x + _SAMPLE - 6:g}", ink, stroke_width=f"{weight:g}", **more)
        tip = x + _SAMPLE - 2
        if head in ("vee", "both"):
            pen.path(f"M{tip - 8:g},{y - 4:g}L{tip:g},{y:g}L{tip - 8:g},{y + 4:g}", ink, stroke_width="1.6")
        if head == "both":
            pen.path(f"M{x + 8:g},{y - 4:g}L{x:g},{y:g}L{x + 8:g},{y + 4:g}", ink, stroke_width="1.6")
        if head == "ring":
            pen.ring(tip - 4, y, 4, ink)
        if head == "full":
            pen.path(f"M{tip - 8:g},{y - 3:g}L{tip - 1:g},{y:g}L{tip - 8:g},{y + 3:g}Z", ink, stroke_width="3")

    return draw


def _box(fill: str, weight: int, corner: str) -> _Draw:
    def draw(pen: Pen, x: float, y: float) -> None:
        stroke = colour.LINE if weight else "none"
        pen.box(x + 4, y - 7, _SAMPLE - 8, 14, fill, stroke, stroke_width=str(weight), rx=corner)

    return draw


def _gap(pen: Pen, x: float, y: float) -> None:
    pen.box(
        x + 4, y - 7, _SAMPLE - 8, 14, colour.GAP, colour.GAP_INK, stroke_width="2.5", stroke_dasharray="5 2", rx="6"
    )
