"""A smaller drawing of a drill: numbers on the arrows, and their words in the table of steps."""

from __future__ import annotations

from dataclasses import replace

from igreg.chart.graph import Graph, Table
from igreg.drawing.drawer import Drawer


def fitting(graph: Graph, drawer: Drawer) -> Graph:
    """The drill in the roomiest way that fits, else in the smallest there is."""
    small = replace(numbered(graph), tight=True)
    ways = (graph, replace(graph, tight=True), numbered(graph))
    return next((way for way in ways if drawer.fits(way)), small)


def numbered(graph: Graph) -> Graph:
    """The arrows with numbers and marks; when, how and by when stand in the table."""
    edges = tuple(replace(edge, numbers=(number,)) for number, edge in enumerate(graph.edges, 1))
    return replace(
        graph, edges=edges, tables=tuple(_numbered(table) if table.of_lines else table for table in graph.tables)
    )


def _numbered(table: Table) -> Table:
    rows = tuple((str(number), *row) for number, row in enumerate(table.rows, 1))
    return replace(table, head=("No.", *table.head), rows=rows)
