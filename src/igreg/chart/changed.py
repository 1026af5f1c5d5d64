"""Two charts of two states: which boxes are new, gone or changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from igreg.chart.graph import Change, Edge, Graph, Node


def marked(before: Graph, after: Graph, renamed: Mapping[str, str]) -> tuple[Graph, Graph]:
    """Both charts with their changed boxes marked; a box is changed where what stands in it is, or a line of its own.

    A line is that of whoever acts or answers: of two boxes in a line of accountability, the lower one's. `renamed` are
    the ids of the first state that are others in the second.
    """
    was = {renamed.get(id, id): look for id, look in _looks(before, renamed).items()}
    now = _looks(after, {})
    changed = {id for id in was.keys() & now.keys() if was[id] != now[id]}

    def mark(node: Node, id: str, others: Mapping[str, object], word: Change) -> Node:
        return replace(node, change=word if id not in others else "changed" if id in changed else None)

    first = tuple(mark(one, renamed.get(one.id, one.id), now, "gone") for one in before.nodes)
    last = tuple(mark(one, one.id, was, "new") for one in after.nodes)
    return replace(before, nodes=first), replace(after, nodes=last)


def changes(before: Graph, after: Graph) -> Mapping[Change, int]:
    """How many boxes of two marked charts are changed, new and gone; nothing where there is none."""
    found: dict[Change, int] = {
        "changed": sum(one.change == "changed" for one in after.nodes),
        "new": sum(one.change == "new" for one in after.nodes),
        "gone": sum(one.change == "gone" for one in before.nodes),
    }
    return {change: count for change, count in found.items() if count}


def _looks(graph: Graph, renamed: Mapping[str, str]) -> dict[str, object]:
    """What is to be seen of each box, with the lines that are its own."""
    lines: dict[str, set[object]] = {}
    for edge in graph.edges:
        lines.setdefault(edge.end if edge.kind == "accountable" else edge.start, set()).add(_line(edge, renamed))
    return {
        one.id: (one.kind, one.title, one.over, one.lines, one.areas, one.members, frozenset(lines.get(one.id, ())))
        for one in graph.nodes
    }


def _line(edge: Edge, renamed: Mapping[str, str]) -> object:
    start, end = renamed.get(edge.start, edge.start), renamed.get(edge.end, edge.end)
    return start, end, edge.kind, edge.message, edge.both, edge.about, edge.marks
