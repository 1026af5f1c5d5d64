"""A chart of facts with the words that it is told in: of its boxes, of its lines, and in tables."""

from __future__ import annotations

from dataclasses import replace

from igreg.chart.graph import Graph
from igreg.wording.tables import tables_of
from igreg.wording.told import told_edges, told_nodes


def worded(graph: Graph) -> Graph:
    """A whole chart as `chart` made it, with all that is told of it; its pages are made of this one."""
    lines = list(told_edges(graph))
    edges = tuple(replace(edge, told=told) for edge, told in zip(graph.edges, lines, strict=True))
    boxes = told_nodes(graph, lines)
    nodes = tuple(replace(node, told=told) for node, told in zip(graph.nodes, boxes, strict=True))
    return replace(graph, nodes=nodes, edges=edges, tables=(*tables_of(graph), *graph.tables))
