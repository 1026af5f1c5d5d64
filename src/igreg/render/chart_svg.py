"""A chart as SVG: the engine's drawing in a frame, with title, description, reading order, tooltips and links."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from igreg.chart.graph import Graph, Node
from igreg.render import chart_colours as colour
from igreg.render.chart_words import drawable
from igreg.render.dot_label import SMALL
from igreg.render.svg_legend import legend
from igreg.render.svg_page import NAMESPACE, Pen, area_strip, footer, heading, page_links, tables, tag

MARGIN = 16.0
NARROWEST = 720.0
"""A frame is at least so wide, so that its head can be read."""
A3 = (1162.0, 814.0)
"""Length and breadth of what a printer prints on A3, in points: 5 mm from each edge are left white."""
SMALLEST = 8.0
"""The smallest words that may stand on a printed page, in points."""
WITH_TABLES = 980.0
"""The same with tables below, whose rows would else wrap."""
FONTS = "Arial, Helvetica, 'Liberation Sans', Arimo, sans-serif"
_PIXELS = 4 / 3
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_XLINK = "{http://www.w3.org/1999/xlink}href"
Box = tuple[float, float, float, float]


def chart_svg(graph: Graph, drawing: str) -> str:
    """The SVG of a chart. `drawing` is the engine's SVG of the same chart."""
    ET.register_namespace("", NAMESPACE)
    source = ET.fromstring(drawing.encode("utf-8"))
    width, height = [float(n) for n in source.attrib["viewBox"].split()[2:]]
    inner = source.find(tag("g"))
    if inner is None:
        raise ValueError("a drawing without a graph")
    wide = max(width, WITH_TABLES if graph.tables else NARROWEST)
    root = ET.Element(tag("svg"))
    _describe(root, graph)
    ET.SubElement(root, tag("rect"), {"width": "100%", "height": "100%", "fill": colour.PAPER})
    page = ET.SubElement(root, tag("g"), {"transform": f"translate({MARGIN:g} {MARGIN:g})"})
    y = heading(Pen(ET.SubElement(page, tag("g"))), graph, 0, wide)
    if graph.areas:
        strip = ET.SubElement(page, tag("g"), {"role": "group", "aria-label": "Who answers for each area"})
        y = area_strip(Pen(strip), graph.areas, graph.area_order, y, wide)
    place = ET.SubElement(page, tag("g"), {"transform": f"translate({(wide - width) / 2:.2f} {y:.2f})"})
    place.append(_drawing(graph, inner))
    y += height + 8
    y = legend(Pen(ET.SubElement(page, tag("g"), {"role": "group", "aria-label": "Legend"})), graph, y, wide)
    rest = Pen(ET.SubElement(page, tag("g"), {"class": "pages"}))
    y = tables(rest, graph.tables, y, wide)
    y = footer(rest, graph, page_links(rest, graph.pages, y, wide), wide)
    w, h = wide + 2 * MARGIN, y + 2 * MARGIN
    root.set("viewBox", f"0 0 {w:.2f} {h:.2f}")
    root.set("width", f"{w * _PIXELS:.0f}")
    root.set("height", f"{h * _PIXELS:.0f}")
    banner = drawable(graph.source).replace("--", "- -")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- {banner} -->\n{ET.tostring(root, encoding="unicode")}\n'


def size(svg: str) -> tuple[float, float]:
    """Width and height of a chart's SVG, in points."""
    found = re.search(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"', svg)
    if found is None:
        raise ValueError("an SVG without a viewBox")
    return float(found[1]), float(found[2])


def printed(svg: str) -> float:
    """The size in points of the smallest words when a chart fills a sheet of A3, either way up."""
    w, h = size(svg)
    long, short = A3
    return SMALL * max(min(long / w, short / h), min(short / w, long / h))


def readable(svg: str) -> bool:
    """Whether the smallest words of a chart are large enough on a sheet of A3."""
    return printed(svg) >= SMALLEST


def _describe(root: ET.Element, graph: Graph) -> None:
    """Title, description and style; what a screen reader says first."""
    root.attrib.update(
        {
            "role": "graphics-document",
            "aria-labelledby": "chart-title chart-desc",
            "font-family": FONTS,
            "lang": "en-GB",
        }
    )
    ET.SubElement(root, tag("title"), {"id": "chart-title"}).text = drawable(f"{graph.title}: {graph.subtitle}")
    ET.SubElement(root, tag("desc"), {"id": "chart-desc"}).text = drawable(description(graph))
    ET.SubElement(root, tag("style")).text = style()


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


def _drawing(graph: Graph, inner: ET.Element) -> ET.Element:
    """The engine's elements, lines first and boxes in reading order, each with words for those who do not see it."""
    out = ET.Element(tag("g"), {"transform": inner.attrib["transform"]})
    lines = ET.SubElement(out, tag("g"), {"role": "group", "aria-label": "Lines"})
    labels = ET.SubElement(out, tag("g"), {"role": "group", "aria-label": "Words on lines"})
    boxes = ET.SubElement(out, tag("g"), {"role": "group", "aria-label": "Boxes"})
    found = {group.get("id", ""): group for group in inner.iter(tag("g"))}
    drawn: dict[str, Box] = {}
    for node in graph.nodes:
        group = found.get(f"{node.kind}-{node.id}")
        if group is not None:
            drawn[node.id] = _box(group)
            boxes.append(_node(node, group))
    bends = _bends([(e.start, e.end) for e in graph.edges if e.kind == "accountable"], drawn)
    for number, edge in enumerate(graph.edges, 1):
        group = found.get(f"line-{number}")
        if group is None:
            continue
        if (edge.start, edge.end) in bends:
            _elbow(group, drawn[edge.start], drawn[edge.end], bends[edge.start, edge.end])
        shapes = list(_shapes(group))
        label = [
            s for s in shapes if s.tag == tag("text") or s.get("fill") == colour.PAPER or s.get("stroke") == "none"
        ]
        framed = [s for s in shapes if s not in label and label and s.tag == tag("polygon") and s.get("fill") == "none"]
        for into, parts in ((lines, [s for s in shapes if s not in (*label, *framed)]), (labels, [*label, *framed])):
            if parts:
                line = ET.SubElement(into, tag("g"), {"class": f"line {edge.kind}"})
                ET.SubElement(line, tag("title")).text = drawable(edge.told)
                line.extend(parts)
    return out


def _node(node: Node, group: ET.Element) -> ET.Element:
    attributes = {"id": f"{node.kind}-{node.id}", "class": f"node {node.kind}", "role": "graphics-symbol"}
    out = ET.Element(tag("g"), attributes | {"aria-label": drawable(node.told or node.title)})
    ET.SubElement(out, tag("title")).text = drawable(node.told or node.title)
    out.extend(_shapes(group))
    if not node.link:
        return out
    link = ET.Element(tag("a"), {"href": node.link, "target": "_top"})
    link.append(out)
    return link


def _shapes(group: ET.Element) -> Iterator[ET.Element]:
    """What the engine drew, without its own groups, links and titles; fonts are the frame's."""
    for element in group.iter():
        if element.tag in (tag("g"), tag("a"), tag("title")):
            continue
        for name in ("font-family", "{http://www.w3.org/XML/1998/namespace}space", _XLINK):
            element.attrib.pop(name, None)
        if element.tag == tag("text"):
            element.text = (element.text or "").rstrip(" ")
            if element.attrib.setdefault("fill", colour.INK) == "black":
                element.set("fill", colour.INK)
        element.tail = None
        yield element


def _box(group: ET.Element) -> Box:
    """The outline of a node, from the corners of what was drawn."""
    numbers: list[float] = []
    for element in group.iter():
        if element.tag in (tag("polygon"), tag("path")):
            numbers += [float(n) for n in _NUMBER.findall(element.get("points") or element.get("d") or "")]
    xs, ys = numbers[0::2], numbers[1::2]
    return min(xs), min(ys), max(xs), max(ys)


def _bends(lines: list[tuple[str, str]], drawn: dict[str, Box]) -> dict[tuple[str, str], float]:
    """Where the upright part of each line of accountability stands: lines from one box share it, others keep clear."""
    out: dict[tuple[str, str], float] = {}
    by_column: dict[tuple[float, str], list[str]] = {}
    for start, end in lines:
        if start in drawn and end in drawn:
            by_column.setdefault((_column(drawn[end], drawn), start), []).append(end)
    lanes: dict[float, list[list[tuple[float, float]]]] = {}
    for (left, start), ends in by_column.items():
        ends = [end for end in ends if drawn[end][0] - drawn[start][2] > 8]
        heights = [_middle(drawn[start]), *(_middle(drawn[end]) for end in ends)]
        low, high = min(heights) - 3, max(heights) + 3
        taken = lanes.setdefault(left, [])
        lane = next((i for i, used in enumerate(taken) if all(high < a or b < low for a, b in used)), len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append((low, high))
        for end in ends:
            out[start, end] = max(left - 9 - 6 * lane, drawn[start][2] + 3)
    return out


def _column(box: Box, drawn: dict[str, Box]) -> float:
    """The left edge of all boxes that stand in one column with this one: their middles are above each other."""
    middle = (box[0] + box[2]) / 2
    return min(other[0] for other in drawn.values() if abs((other[0] + other[2]) / 2 - middle) < 1)


def _middle(box: Box) -> float:
    return (box[1] + box[3]) / 2


def _elbow(group: ET.Element, upper: Box, lower: Box, bend: float) -> None:
    """Replace a line of accountability by one with two corners."""
    path = next(group.iter(tag("path")), None)
    if path is not None:
        path.set("d", f"M{upper[2]:.2f},{_middle(upper):.2f}H{bend:.2f}V{_middle(lower):.2f}H{lower[0]:.2f}")
