"""The lines of accountability of a structure chart: who stands above whom, who below, and any part of the chart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    def lower(self) -> Mapping[str, Sequence[str]]:
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
    def begun(self) -> Mapping[str, Sequence[tuple[int, Edge]]]:
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

    def line(self, id: str) -> Iterator[str]:
        """All above, nearest first, one by one as they are asked for; a loop ends it."""
        seen: set[str] = set()
        while (id := self.upper.get(id, "")) and id not in seen:
            seen.add(id)
            yield id

    def above(self, ids: set[str]) -> Iterator[str]:
        """All above some nodes and not among them, each once: a line is left where another one has gone on."""
        seen = set(ids)
        for id in ids:
            while (id := self.upper.get(id, "")) and id not in seen:
                seen.add(id)
                yield id

    def with_lines(self, ids: Iterable[str]) -> set[str]:
        """These and all above them."""
        chosen = set(ids)
        return chosen | set(self.above(chosen))

    def nearest(self, ids: Iterable[str], among: set[str]) -> Mapping[str, str]:
        """For each of some nodes the nearest above that is among others, or nothing; each line is gone up once."""
        out: dict[str, str] = {}
        for id in ids:
            path: dict[str, None] = {}
            while id not in path and id not in out:
                path[id] = None
                id = self.upper.get(id, "")
                if id in among or not id:
                    break
            out |= dict.fromkeys(path, id if id in among else out.get(id, ""))
        return out

    @cached_property
    def steps(self) -> Mapping[str, int]:
        """How many stand above each node; of a loop, and of what hangs on one, all of the loop do."""
        out: dict[str, int] = {}
        in_loops: set[str] = set()
        for id in self.nodes:
            path: list[str] = []
            places: dict[str, int] = {}
            while id and id not in out and id not in places:
                places[id] = len(path)
                path.append(id)
                id = self.upper.get(id, "")
            if id in places:
                loop = path[places[id] :]
                del path[places[id] :]
                in_loops |= set(loop)
                out |= dict.fromkeys(loop, len(loop))
            for lower in reversed(path):
                upper = self.upper.get(lower, "")
                out[lower] = 0 if not upper else out[upper] + (upper not in in_loops)
        return out
