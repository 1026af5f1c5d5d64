"""A chart as the layout engine sees it, boxes of a size and lines between them, and where it put them.

The engine measures no word: igreg has done that, and draws every box itself. So nothing that the register says reaches
the engine, its fonts do not matter, and a drawing costs a third of what it would with words (decision 34).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import graphviz

from igreg.chart.graph import Graph, Node
from igreg.errors import IgregError
from igreg.render.chart.box import size_of
from igreg.render.chart.dot import at_the_edges, heads, spacing
from igreg.render.chart.label import label_of
from igreg.render.chart.line_looks import words_at

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in points; y runs down."""
_INCH = 72


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


def skeleton(graph: Graph) -> str:
    """What the layout engine is given. Nodes have numbers for names: the same shape is the same text."""
    out = graphviz.Digraph()
    out.attr("graph", **spacing(graph))
    out.attr("node", shape="box", fixedsize="true", label="")
    names: dict[str, str] = {}
    for number, node in enumerate(boxed(graph)):
        names[node.id] = name = str(number)
        wide, high = size_of(label_of(node, graph.tight))
        out.node(name, width=f"{wide / _INCH:.4f}", height=f"{high / _INCH:.4f}")
    at_the_edges(out, graph, names)
    for number, edge in enumerate(graph.edges):
        more = heads(edge)
        label = words_at(edge, graph.tight)
        if label is not None:
            wide, high = size_of(label)
            size = f'WIDTH="{wide:.0f}" HEIGHT="{high:.0f}"'
            more["label"] = f'<<TABLE BORDER="0" FIXEDSIZE="TRUE" {size}><TR><TD></TD></TR></TABLE>>'
        if edge.start in names and edge.end in names:
            out.edge(names[edge.start], names[edge.end], id=str(number), **more)
    return str(out.source)


def placed(graph: Graph, found: Mapping[str, Any]) -> Places:
    """The engine's answer, with y running down. Raises IgregError when it is not about this chart."""
    try:
        places = _read(graph, found)
    except (KeyError, IndexError, ValueError, TypeError, AttributeError):
        places = NOTHING
    if len(places.boxes) < len(boxed(graph)):
        raise IgregError(
            "the layout engine gave a drawing in which boxes are missing", "leave out --engine to use igreg's own"
        )
    return places


def _read(graph: Graph, found: Mapping[str, Any]) -> Places:
    _, _, width, height = _numbers(found["bb"])

    def point(text: str) -> Point:
        x, y = _numbers(text)
        return x, height - y

    nodes = boxed(graph)
    boxes: dict[str, Box] = {}
    for thing in found.get("objects", ()):
        if "pos" in thing:
            node = nodes[int(thing["name"])]
            wide, high = size_of(label_of(node, graph.tight))
            x, y = point(thing["pos"])
            boxes[node.id] = (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
    curves = [Curve(())] * len(graph.edges)
    for line in found.get("edges", ()):
        parts = line.get("pos", "").split()
        ends = {part[0]: point(part[2:]) for part in parts if part[0] in "es"}
        points = tuple(point(part) for part in parts if part[0] not in "es")
        words = point(line["lp"]) if "lp" in line else None
        curves[int(line["id"])] = Curve(points, ends.get("e"), ends.get("s"), words)
    return Places(width, height, boxes, tuple(curves))


def boxed(graph: Graph) -> list[Node]:
    """The nodes that are drawn: where the register has an id twice, which is a fault, the first."""
    found: dict[str, Node] = {}
    for node in graph.nodes:
        found.setdefault(node.id, node)
    return list(found.values())


def _numbers(text: str) -> list[float]:
    return [float(part) for part in text.split(",")]
