"""A smaller drawing of a drill: numbers on the arrows, and their words in the table of steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from igreg.chart.graph import Edge, Graph, Table

STEPS = "Every step"
"""What the table of steps is called; its rows stand in the order of the arrows."""
_MARKS = frozenset({"LONGEST STEP", "WEAKEST STEP"})


def fitting(graph: Graph, fits: Callable[[Graph], bool]) -> Graph:
    """The drill in the roomiest way that fits, else in the smallest there is."""
    small = replace(numbered(graph), tight=True)
    ways = (graph, replace(graph, tight=True), numbered(graph))
    return next((way for way in ways if fits(way)), small)


def numbered(graph: Graph) -> Graph:
    """The arrows with numbers and marks; when, how and by when stand in the table."""
    edges = tuple(replace(edge, label=tuple(_short(n, edge))) for n, edge in enumerate(graph.edges, 1))
    return replace(graph, edges=edges, tables=tuple(_table(table, graph) for table in graph.tables))


def _short(number: int, edge: Edge) -> Iterator[str]:
    yield str(number)
    yield from (word for word in edge.label if word in _MARKS)


def _table(table: Table, graph: Graph) -> Table:
    if table.title != STEPS:
        return table
    rows = tuple((str(n), *row) for n, row in enumerate(table.rows, 1))
    return replace(table, head=("No.", *table.head), rows=rows)
