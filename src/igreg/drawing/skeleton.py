"""A chart as the layout engine sees it, boxes of a size and lines between them, and where it put them.

The engine measures no word: igreg has done that, and draws every box itself. So nothing that the register says reaches
the engine, its fonts do not matter, and a drawing costs a third of what it would with words (decision 34).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from igreg.chart.graph import Edge, Graph
from igreg.drawing.line_looks import look
from igreg.drawing.measured import Measured
from igreg.drawing.places import NOTHING, Box, Curve, Places
from igreg.drawing.scene import Point
from igreg.errors import IgregError

_INCH = 72
"""Points in an inch: the engine takes sizes in inches and gives places in points."""


def skeleton(page: Measured) -> str:
    """What the layout engine is given: numbers and words of igreg's own, so nothing in it needs to be quoted.

    Nodes have numbers for names: the same shape is the same text.
    """
    graph = page.graph
    out = [f"graph [{_attributes(spacing(graph))}]", 'node [fixedsize=true label="" shape=box]']
    names: dict[str, str] = {}
    for number, (node, _, (wide, high)) in enumerate(page.nodes):
        names[node.id] = name = str(number)
        out.append(f"{name} [height={high / _INCH:.4f} width={wide / _INCH:.4f}]")
    for rank, ids in at_the_edges(graph):
        out.append(f"{{ rank={rank} {' '.join(names[id] for id in ids)} }}")
    for number, (edge, words) in enumerate(zip(graph.edges, page.words, strict=True)):
        more = heads(edge) | {"id": str(number)}
        if words is not None:
            wide, high = words[1]
            size = f'WIDTH="{wide:.0f}" HEIGHT="{high:.0f}"'
            more["label"] = f'<<TABLE BORDER="0" FIXEDSIZE="TRUE" {size}><TR><TD></TD></TR></TABLE>>'
        if edge.start in names and edge.end in names:
            out.append(f"{names[edge.start]} -> {names[edge.end]} [{_attributes(more)}]")
    return "\n".join(["digraph {", *out, "}\n"])


def _attributes(found: Mapping[str, str]) -> str:
    return " ".join(f"{name}={found[name]}" for name in sorted(found))


def spacing(graph: Graph) -> dict[str, str]:
    """The attributes of a graph on which places depend: lines beside accountability need room between the boxes."""
    beside = any(not look(edge).ranks for edge in graph.edges)
    if graph.upright:
        apart, deep = "0.12", "0.1"
    elif graph.tight:
        apart, deep = "0.12", "0.3"
    else:
        apart, deep = ("0.25", "0.8") if beside else ("0.12", "0.45")
    return {"rankdir": "TB" if graph.down else "LR", "nodesep": apart, "ranksep": deep, "splines": "true"}


def apart(graph: Graph) -> float:
    """What the engine leaves between the boxes of a rank, in points."""
    return float(spacing(graph)["nodesep"]) * _INCH


def at_the_edges(graph: Graph) -> Iterator[tuple[str, list[str]]]:
    """Who is kept at the edges of a drawing, by the rank that does it: the public at the one, bodies at the other."""
    for rank, kinds in (("min", ("audience",)), ("max", ("body",))):
        found = dict.fromkeys(node.id for node in graph.nodes if node.edge and node.kind in kinds)
        if found:
            yield rank, list(found)


def heads(edge: Edge) -> dict[str, str]:
    """The attributes of a line on which places depend: its heads, and whether its ends have to stand in order."""
    drawn = look(edge)
    if drawn.head == "none":
        return {"dir": "none"}
    attributes: dict[str, str] = {"arrowhead": drawn.head}
    if edge.both:
        attributes |= {"dir": "both", "arrowtail": drawn.head}
    if not drawn.ranks:
        attributes["constraint"] = "false"
    return attributes


def placed(page: Measured, found: Mapping[str, Any]) -> Places:
    """The engine's answer, with y running down. Raises IgregError when it is not about this chart."""
    try:
        places = _read(page, found)
    except (KeyError, IndexError, ValueError, TypeError, AttributeError):
        places = NOTHING
    if len(places.boxes) < len(page.nodes):
        raise IgregError(
            "the layout engine gave a drawing in which boxes are missing", "leave out --engine to use igreg's own"
        )
    return places


def _read(page: Measured, found: Mapping[str, Any]) -> Places:
    _, _, width, height = _numbers(found["bb"])

    def point(text: str) -> Point:
        x, y = _numbers(text)
        return x, height - y

    boxes: dict[str, Box] = {}
    for thing in found.get("objects", ()):
        if "pos" in thing:
            node, _, (wide, high) = page.nodes[int(thing["name"])]
            x, y = point(thing["pos"])
            boxes[node.id] = (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
    curves = [Curve(())] * len(page.words)
    for line in found.get("edges", ()):
        parts = line.get("pos", "").split()
        ends = {part[0]: point(part[2:]) for part in parts if part[0] in "es"}
        points = tuple(point(part) for part in parts if part[0] not in "es")
        words = point(line["lp"]) if "lp" in line else None
        curves[int(line["id"])] = Curve(points, ends.get("e"), ends.get("s"), words)
    return Places(width, height, boxes, tuple(curves))


def _numbers(text: str) -> list[float]:
    return [float(part) for part in text.split(",")]
