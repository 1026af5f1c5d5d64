"""The pages of a chart of delegation: one where that can be read, with words or numbers at arrows; else by giver."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from igreg.chart.graph import Edge, Graph
from igreg.drawing.by_lead import paged
from igreg.drawing.drawer import Drawer
from igreg.drawing.links import near, room, titles
from igreg.drawing.numbered_drill import numbered
from igreg.drawing.paper import Paper

_WORDS = "from the Head of Information Governance and the others"
"""As much as the name of a page may say."""


def delegation_pages(graph: Graph, drawer: Drawer) -> list[Graph]:
    """The pages on which delegations are drawn, those of one giver together; each can be read if that can be done."""
    for paper in drawer.papers:
        found = _on_one(graph, drawer, paper)
        if found is not None:
            return [found]
    places = {edge: number for number, edge in enumerate(graph.edges)}
    drawn: dict[tuple[Edge, ...], Graph | None] = {}

    def page(edges: Sequence[Edge]) -> Graph | None:
        key = tuple(sorted(edges, key=places.__getitem__))
        if key not in drawn:
            drawn[key] = _on_one(_only(graph, key, places), drawer, drawer.papers[-1])
        return drawn[key]

    parts: list[Graph] = []
    names: dict[str, int] = {}
    for section in paged(graph, graph.edges, lambda edges: page(edges) is not None):
        names[section.name] = count = names.get(section.name, 0) + 1
        name = f"delegation-{section.name}" + (f"~{count}" if count > 1 else "")
        words = f"from {section.words}" + (f", {section.about}" if section.about else "")
        found = page(section.edges) or numbered(_only(graph, section.edges, places))
        parts.append(replace(found, name=name if parts else "delegation", part=words))
    called = titles(parts)
    return [replace(part, pages=near(called, part.name)) for part in parts]


def _on_one(graph: Graph, drawer: Drawer, paper: Paper) -> Graph | None:
    """The roomiest way in which all can be read on one sheet; words at arrows only where they are clear."""
    for way in (graph, replace(graph, tight=True)):
        if drawer.fits_on(way, paper) and drawer.is_clear(way):
            return way
    by_number = replace(numbered(graph), tight=True)
    ways = (by_number, replace(by_number, down=True, upright=True))
    return next((way for way in ways if drawer.fits_on(way, paper)), None)


def _only(graph: Graph, edges: Sequence[Edge], places: dict[Edge, int]) -> Graph:
    """The chart with these arrows, the parties at their ends, and their rows of the table."""
    ends = {end for edge in edges for end in (edge.start, edge.end)}
    nodes = tuple(node for node in graph.nodes if node.id in ends)
    tables = tuple(
        replace(table, rows=tuple(table.rows[places[edge]] for edge in edges)) if table.of_lines else table
        for table in graph.tables
    )
    return replace(
        graph,
        nodes=nodes,
        edges=tuple(edges),
        tables=tables,
        pages=room(_WORDS),
    )
