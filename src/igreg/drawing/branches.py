"""The lines of accountability of a structure chart: who stands above whom, who below, and any part of the chart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from igreg.chart.graph import Edge, Graph, Node
from igreg.dataclass import dataclass


@dataclass(frozen=True)
class Branches:
    """The lines of accountability of a structure chart, by the ids of its nodes."""

    graph: Graph

    @cached_property
    def nodes(self) -> Mapping[str, Node]:
        """Every node by id."""
        return {node.id: node for node in self.graph.nodes}

    @cached_property
    def upper(self) -> Mapping[str, str]:
        """Who stands above whom."""
        return {edge.end: edge.start for edge in self.graph.edges if edge.kind == "accountable"}

    @cached_property
    def lower(self) -> Mapping[str, list[str]]:
        """Who stands directly below whom."""
        out: dict[str, list[str]] = {}
        for end, start in self.upper.items():
            out.setdefault(start, []).append(end)
        return out

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each node stands in reading order."""
        return {node.id: place for place, node in enumerate(self.graph.nodes)}

    @cached_property
    def begun(self) -> Mapping[str, list[tuple[int, Edge]]]:
        """The edges that begin at each node, with their places among all."""
        out: dict[str, list[tuple[int, Edge]]] = {}
        for place, edge in enumerate(self.graph.edges):
            out.setdefault(edge.start, []).append((place, edge))
        return out

    def part(self, ids: set[str]) -> Graph:
        """The chart of these nodes alone, and of the edges between them; takes no longer than the part is large."""
        nodes = tuple(self.nodes[id] for id in sorted(ids & self.nodes.keys(), key=self.places.__getitem__))
        found = sorted(
            (item for node in nodes for item in self.begun.get(node.id, ()) if item[1].end in ids),
            key=lambda item: item[0],
        )
        return replace(self.graph, nodes=nodes, edges=tuple(edge for _, edge in found))

    def line(self, id: str) -> list[str]:
        """All above, nearest first; a loop ends it."""
        out: list[str] = []
        while (id := self.upper.get(id, "")) and id not in out:
            out.append(id)
        return out

    def with_lines(self, ids: Iterable[str]) -> set[str]:
        """These and all above them."""
        chosen = set(ids)
        return chosen | {upper for id in chosen for upper in self.line(id)}

    def nearest(self, id: str, among: set[str]) -> str:
        """The nearest above that is among these, or nothing."""
        return next((upper for upper in self.line(id) if upper in among), "")
