"""A page drawn: the boxes and lines where the layout engine put them, in a frame, as a scene for every format."""

from __future__ import annotations

import math
from collections.abc import Callable

from igreg.chart.graph import Graph, Node
from igreg.drawing import colours as colour
from igreg.drawing.box import draw
from igreg.drawing.frame import area_strip, footer, heading, page_links, tables
from igreg.drawing.label import Label
from igreg.drawing.legend import legend
from igreg.drawing.line import bends, draw_line
from igreg.drawing.matrix import draw_matrix
from igreg.drawing.measured import Measured
from igreg.drawing.metrics import drawable
from igreg.drawing.pen import Pen
from igreg.drawing.places import Box, Places
from igreg.drawing.scene import Scene
from igreg.language.english import counted
from igreg.wording.boxes import held, led

MARGIN = 16.0
"""What is left white around a drawing, in points."""
CLOSE = 4.0
"""What is left white around a drawing for an upright sheet, whose own edge is white already."""
CLOSER = 6.0
"""So much less room is left between the parts of a drawing for an upright sheet, in points."""
UPRIGHT = 700.0
"""A frame for an upright sheet is so wide: the breadth of A4, where the smallest words have 8 points."""
NARROWEST = 720.0
"""A frame is at least so wide, so that its head can be read."""
WITH_TABLES = 980.0
"""A frame with tables below is at least so wide, so that their rows need not wrap."""
LISTED = 1400.0
"""A page that has nothing but links to others is at least so wide."""


def drawn(page: Measured, places: Places, framed: bool = True) -> Scene:
    """The scene of a page. `places` says where the layout engine put its boxes and lines.

    One that is not `framed` is for a place that says by itself what a frame does: the title, the way to other pages,
    where it comes from.
    """
    graph = page.graph
    margin, least = _margin_and_least(graph)
    wide = max(places.width, least)
    pen = Pen()

    def boxes_and_lines(y: float) -> None:
        with pen.group(at=((wide - places.width) / 2, y)):
            if graph.is_matrix:
                draw_matrix(pen, graph)
            else:
                _drawing(pen, page, places)

    with pen.group(at=(margin, margin)):
        y = _parts(pen, graph, wide, places.height, boxes_and_lines, framed=framed)
    return Scene(
        name=graph.name,
        title=drawable(f"{graph.headed}: {graph.subtitle}"),
        description=drawable(description(graph)),
        source=drawable(graph.source),
        width=wide + 2 * margin,
        height=y + 2 * margin,
        paper=colour.PAPER,
        items=pen.items,
    )


def height_with(graph: Graph, high: float, across: float) -> float:
    """The height of a page so wide whose boxes and lines are so high; infinite where it cannot be so narrow."""
    margin, least = _margin_and_least(graph)
    wide = across - 2 * margin
    if wide < least:
        return math.inf
    if graph.upright:  # whose tables are fitted to the width with much effort
        return high + 2 * margin
    return _parts(Pen(), graph, wide, high, lambda _: None) + 2 * margin


def _margin_and_least(graph: Graph) -> tuple[float, float]:
    """What is left white around a page, and how wide what stands within is at least."""
    if graph.upright or graph.slim:
        return CLOSE, max(UPRIGHT, LISTED if graph.pages and not graph.nodes else 0)
    return MARGIN, max(WITH_TABLES if graph.tables else NARROWEST, LISTED if graph.pages and not graph.nodes else 0)


def _parts(
    pen: Pen, graph: Graph, wide: float, high: float, middle: Callable[[float], None], *, framed: bool = True
) -> float:
    """The parts of a page below one another, with `middle` for its boxes and lines; gives back where the last ends."""
    less = CLOSER if graph.upright else 0
    y = 0.0
    if framed:
        with pen.group():
            y = heading(pen, graph, 0, wide) - less
    if graph.areas:
        with pen.group(label="Who answers for each area"):
            y = area_strip(pen, graph.areas, graph.area_order, y, wide)
    middle(y)
    y += high + 8 - less
    with pen.group(label="Legend"):
        y = legend(pen, graph, y, wide) - less
    with pen.group(sort="pages"):
        y = tables(pen, graph.tables, y, wide, 1 if graph.upright else 6)
        if framed:
            y = page_links(pen, graph.pages, y, wide)
            y = footer(pen, graph, y, wide)
    return y


def description(graph: Graph) -> str:
    """The chart in a few sentences."""
    parts = [f"{remark}." for remark in graph.remarks]
    parts += [f"{row.area}: {led(row)}, {held(row)}." for row in graph.areas]
    if not graph.is_matrix:
        shown = f"{counted(len(graph.nodes), 'box', 'boxes')} and {counted(len(graph.edges), 'line')} follow"
        parts.append(f"{shown} in reading order.")
    parts.append("The text form of this chart says the same in words.")
    parts.append(graph.source)
    return " ".join(parts)


def _drawing(pen: Pen, page: Measured, places: Places) -> None:
    """Lines first and boxes in reading order, each with words for those who do not see it."""
    graph = page.graph
    bent = bends(graph.edges, places.boxes, graph.down)
    with pen.group(label="Lines"):
        for edge, curve in zip(graph.edges, places.curves, strict=True):
            with pen.group(sort=f"line {edge.kind}", told=edge.told):
                draw_line(pen, edge, curve, places, bent, graph.down)
    with pen.group(label="Words on lines"):
        for edge, curve, words in zip(graph.edges, places.curves, page.words, strict=True):
            if words is not None and curve.words is not None:
                label, (wide, high) = words
                with pen.group(sort=f"line {edge.kind}", told=edge.told):
                    draw(pen, label, curve.words[0] - wide / 2, curve.words[1] - high / 2)
    with pen.group(label="Boxes"):
        for node, label, _ in page.nodes:
            _node(pen, node, label, places.boxes[node.id], graph)


def _node(pen: Pen, node: Node, label: Label, box: Box, graph: Graph) -> None:
    told = node.told or node.title
    with pen.group(
        id=f"{node.kind}-{node.id}", sort=f"node {node.kind}", label=told, told=told, link=node.link, symbol=True
    ):
        draw(pen, label, box[0], box[1], graph.area_order)
