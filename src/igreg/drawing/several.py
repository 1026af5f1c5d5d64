"""One flow to several of one kind as one line: a box that says how many they are, and a table that says who.

Eight lines with the same words hide the others. A lead of an area keeps a box of their own: a chart is read to find it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from igreg.chart.graph import Edge, EdgeKind, Graph, Message, Node, Table
from igreg.language.english import listed
from igreg.wording.boxes import headed

SEVERAL = 4
"""So many of one kind that are told the same by the same stand in one box."""
_BODIES = {"National body": "national bodies", "Outside body": "outside bodies"}
_SORTS = {"role": "roles", "staff": "people", "group": "groups", "unit": "units", "body": "outside bodies"}
WHO = "Who is told by one arrow"
"""The title of the table that names those who stand in one box."""


def gathered(graph: Graph) -> Graph:
    """The chart in which whoever is told the same as several others of their kind stands in one box with them."""
    nodes = {node.id: node for node in graph.nodes}
    boxes: dict[tuple[str, ...], Node] = {}
    edges: dict[tuple[str, str, Message | None, EdgeKind, bool], Edge] = {}
    rows: list[tuple[str, str, str]] = []
    into = _together(graph.edges, nodes)
    by_place: dict[int, Node] = {}  # the same ends are one value: thousands are not compared anew for each line
    for number, edge in enumerate(graph.edges):
        ends = into.get(number)
        if ends is None:
            edges[edge.start, edge.end, edge.message, edge.kind, edge.both] = edge
            continue
        box = by_place.get(id(ends)) or boxes.get(ends)
        if box is None:
            box = boxes[ends] = _box(f"several-{len(boxes) + 1}", [nodes[end] for end in ends])
        by_place[id(ends)] = box
        key = (edge.start, box.id, edge.message, edge.kind, edge.both)
        if key not in edges:
            who, told = listed(box.members), edge.message.what if edge.message is not None else ""
            edges[key] = replace(edge, end=box.id, told=f"{nodes[edge.start].title} to {box.title} ({who}): {told}")
            rows.append((told, nodes[edge.start].title, f"{box.title}: {who}"))
    if not rows:
        return graph
    used = {end for edge in edges.values() for end in (edge.start, edge.end)}
    found = (*(node for node in graph.nodes if node.id in used), *boxes.values())
    table = Table(WHO, ("What", "From", "To"), tuple(dict.fromkeys(rows)))
    return replace(graph, nodes=found, edges=tuple(edges.values()), tables=(*graph.tables, table))


def _together(edges: Sequence[Edge], nodes: dict[str, Node]) -> dict[int, tuple[str, ...]]:
    """For each line that is one of several the ends of all, by its number."""
    alike: dict[tuple[object, ...], list[int]] = {}
    for number, edge in enumerate(edges):
        node = nodes.get(edge.end)
        if node is not None and edge.start in nodes and node.kind in _SORTS and not node.areas:
            sort = node.over if node.kind == "body" else ""
            alike.setdefault((edge.start, edge.message, edge.kind, edge.both, node.kind, sort), []).append(number)
    out: dict[int, tuple[str, ...]] = {}
    for numbers in alike.values():
        ends = tuple(dict.fromkeys(edges[number].end for number in numbers))
        if len(ends) >= SEVERAL:
            out |= dict.fromkeys(numbers, ends)
    return out


def _box(id: str, found: Sequence[Node]) -> Node:
    title = f"{len(found)} {_what(found)}"
    members = tuple(headed(node) for node in found)
    return Node(id, "fold", title, told=f"{title}: {listed(members)}.", members=members)


def _what(found: Sequence[Node]) -> str:
    """What all of them are, in the plural: `service leads`, `sites`, `suppliers`; `roles` where no more is shared."""
    kind, overs = found[0].kind, {node.over for node in found}
    over = found[0].over.lower() if len(overs) == 1 else ""
    if kind == "role" and all(node.leads for node in found):
        sorts = {node.leads for node in found}
        return f"{found[0].leads if len(sorts) == 1 else 'unit'} leads"
    if kind == "unit" and over:
        return f"{over}s"
    if kind == "body" and over:
        return _BODIES.get(found[0].over, f"{over}s")
    return _SORTS[kind]
