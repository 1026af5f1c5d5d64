"""A chart as SVG: the engine's drawing in a frame, with title, description, reading order, tooltips and links."""

from __future__ import annotations

import re
from contextlib import nullcontext

from igreg.chart.graph import Graph, Node
from igreg.render.chart import colours as colour
from igreg.render.chart.box import draw, size_of
from igreg.render.chart.frame import NAMESPACE, area_strip, footer, heading, page_links, tables
from igreg.render.chart.label import SMALL, label_of
from igreg.render.chart.legend import legend
from igreg.render.chart.line import bends, draw_line
from igreg.render.chart.line_looks import words_at
from igreg.render.chart.metrics import drawable
from igreg.render.chart.pen import Pen
from igreg.render.chart.skeleton import Box, Places, boxed

MARGIN = 16.0
NARROWEST = 720.0
"""A frame is at least so wide, so that its head can be read."""
A3 = (1162.0, 814.0)
"""Length and breadth of what a printer prints on A3, in points: 5 mm from each edge are left white."""
SMALLEST = 8.0
"""The smallest words that may stand on a printed page, in points."""
WITH_TABLES = 980.0
"""The same with tables below, whose rows would else wrap."""
LISTED = 1400.0
"""The same of a page that has nothing but links to others."""
FONTS = "Arial, Helvetica, 'Liberation Sans', Arimo, sans-serif"
_PIXELS = 4 / 3


def chart_svg(graph: Graph, places: Places) -> str:
    """The SVG of a chart. `places` says where the layout engine put its boxes and lines."""
    wide = max(places.width, WITH_TABLES if graph.tables else NARROWEST, LISTED if not graph.nodes else 0)
    pen = Pen()
    _describe(pen, graph)
    pen.paper(colour.PAPER)
    with pen.group({"transform": f"translate({MARGIN:g} {MARGIN:g})"}):
        with pen.group({}):
            y = heading(pen, graph, 0, wide)
        if graph.areas:
            with pen.group({"role": "group", "aria-label": "Who answers for each area"}):
                y = area_strip(pen, graph.areas, graph.area_order, y, wide)
        with pen.group({"transform": f"translate({(wide - places.width) / 2:.2f} {y:.2f})"}):
            _drawing(pen, graph, places)
        y += places.height + 8
        with pen.group({"role": "group", "aria-label": "Legend"}):
            y = legend(pen, graph, y, wide)
        with pen.group({"class": "pages"}):
            y = tables(pen, graph.tables, y, wide)
            y = page_links(pen, graph.pages, y, wide)
            y = footer(pen, graph, y, wide)
    w, h = wide + 2 * MARGIN, y + 2 * MARGIN
    banner = drawable(graph.source).replace("--", "- -")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- {banner} -->\n'
        f'<svg xmlns="{NAMESPACE}" role="graphics-document" aria-labelledby="chart-title chart-desc" '
        f'font-family="{FONTS}" lang="en-GB" viewBox="0 0 {w:.2f} {h:.2f}" '
        f'width="{w * _PIXELS:.0f}" height="{h * _PIXELS:.0f}">{pen}</svg>\n'
    )


def size(svg: str) -> tuple[float, float]:
    """Width and height of a chart's SVG, in points."""
    found = re.search(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"', svg)
    if found is None:
        raise ValueError("an SVG without a viewBox")
    return float(found[1]), float(found[2])


def printed(svg: str) -> float:
    """The size in points of the smallest words when a chart fills a sheet of A3, either way up."""
    return _printed(*size(svg))


def readable(svg: str) -> bool:
    """Whether the smallest words of a chart are large enough on a sheet of A3."""
    return printed(svg) >= SMALLEST


def may_fit(graph: Graph) -> bool:
    """Whether the boxes alone leave any hope that the chart can be read on a sheet of A3, before it is laid out."""
    sizes = [size_of(label_of(node, graph.tight)) for node in graph.nodes]
    long, short = A3
    return sum(wide * high for wide, high in sizes) <= long * short * (SMALL / SMALLEST) ** 2


def may_be_readable(places: Places) -> bool:
    """The same once it is laid out, before it has a frame."""
    return _printed(places.width, places.height) >= SMALLEST


def _printed(w: float, h: float) -> float:
    long, short = A3
    return SMALL * max(min(long / w, short / h), min(short / w, long / h))


def _describe(pen: Pen, graph: Graph) -> None:
    """Title, description and style; what a screen reader says first."""
    pen.say("title", drawable(f"{graph.title}: {graph.subtitle}"), {"id": "chart-title"})
    pen.say("desc", drawable(description(graph)), {"id": "chart-desc"})
    pen.say("style", style())


def description(graph: Graph) -> str:
    """The chart in a few sentences."""
    parts = [f"{remark}." for remark in graph.remarks]
    parts += [f"{row.area}: {row.role}, {row.held}." for row in graph.areas]
    parts.append(f"{len(graph.nodes)} boxes and {len(graph.edges)} lines follow in reading order.")
    parts.append("The text form of this chart says the same in words.")
    parts.append(graph.source)
    return " ".join(parts)


def style() -> str:
    """The style of every drawing: dark on a dark screen, light on paper."""
    dark = "".join(
        f'[fill="{light}"]{{fill:{night}}}[stroke="{light}"]{{stroke:{night}}}' for light, night in colour.DARK.items()
    )
    underlined = ".pages a text,a:hover text{text-decoration:underline}"
    printed_so = "svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}.pages a text{text-decoration:none}"
    return (
        f"a:focus{{outline:3px solid #b35900;outline-offset:2px}}{underlined}"
        f"@media screen and (prefers-color-scheme:dark){{{dark}}}@media print{{{printed_so}}}"
    )


def _drawing(pen: Pen, graph: Graph, places: Places) -> None:
    """Lines first and boxes in reading order, each with words for those who do not see it."""
    bent = bends(graph.edges, places.boxes)
    with pen.group({"role": "group", "aria-label": "Lines"}):
        for edge, curve in zip(graph.edges, places.curves, strict=True):
            with pen.group({"class": f"line {edge.kind}"}):
                pen.say("title", drawable(edge.told))
                draw_line(pen, edge, curve, places, bent)
    with pen.group({"role": "group", "aria-label": "Words on lines"}):
        for edge, curve in zip(graph.edges, places.curves, strict=True):
            label = words_at(edge, graph.tight)
            if label is not None and curve.words is not None:
                with pen.group({"class": f"line {edge.kind}"}):
                    pen.say("title", drawable(edge.told))
                    wide, high = size_of(label)
                    draw(pen, label, curve.words[0] - wide / 2, curve.words[1] - high / 2)
    with pen.group({"role": "group", "aria-label": "Boxes"}):
        for node in boxed(graph):
            _node(pen, node, places.boxes[node.id], graph)


def _node(pen: Pen, node: Node, box: Box, graph: Graph) -> None:
    told = drawable(node.told or node.title)
    attributes = {"id": f"{node.kind}-{node.id}", "class": f"node {node.kind}", "role": "graphics-symbol"}
    link = pen.group({"href": node.link, "target": "_top"}, "a") if node.link else nullcontext()
    with link, pen.group(attributes | {"aria-label": told}):
        pen.say("title", told)
        draw(pen, label_of(node, graph.tight), box[0], box[1], graph.area_order)
