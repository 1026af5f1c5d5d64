"""The pages of a chart of skills: one where that can be read, else parts of the matrix, and the tables after them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from igreg.chart.graph import Edge, Graph, Node, Table
from igreg.drawing.drawer import Drawer
from igreg.drawing.links import near, room, titles
from igreg.drawing.paper import Paper

T = TypeVar("T")
Cells = dict[tuple[str, str], list[tuple[int, Edge]]]
"""What stands where a row and a column meet, with its place among all."""
_WORDS = "from the Head of Information Governance to Somebody else"
"""As much as the name of a page may say."""


def skill_pages(graph: Graph, drawer: Drawer) -> list[Graph]:
    """The pages on which a chart of skills is drawn, each of which can be read if that can be brought about."""
    for paper in drawer.papers:
        if drawer.fits_on(graph, paper):
            return [graph]
    paper = drawer.papers[-1]
    bare = replace(graph, tables=(), pages=room(_WORDS))
    parts = [*_matrices(bare, drawer, paper), *_lists(graph, drawer, paper)]
    named = [
        replace(part, name="skills" if number == 1 else f"skills-{number}", part=words)
        for number, (words, part) in enumerate(parts, 1)
    ]
    called = titles(named)
    return [replace(part, pages=near(called, part.name)) for part in named]


def _matrices(graph: Graph, drawer: Drawer, paper: Paper) -> Iterator[tuple[str, Graph]]:
    """Parts of the matrix: as many columns on a page as fit beside one row, and of those as many rows as fit."""
    columns = [node for node in graph.nodes if node.kind == "skill"]
    rows = [node for node in graph.nodes if node.kind != "skill"]
    asked: dict[str, set[str]] = {}
    cells: Cells = {}
    for place, edge in enumerate(graph.edges):
        asked.setdefault(edge.end, set()).add(edge.start)
        cells.setdefault((edge.start, edge.end), []).append((place, edge))

    def fits(some: Sequence[Node], few: Sequence[Node]) -> bool:
        return drawer.fits_on(_part(graph, cells, few, some), paper)

    for some in _runs(columns, partial(fits, few=rows[:1])):
        wanted = set().union(*(asked[column.id] for column in some))
        here = [row for row in rows if row.id in wanted]
        for few in _runs(here, partial(fits, some)):
            yield _named(few, some, columns), _part(graph, cells, few, some)


def _named(rows: Sequence[Node], some: Sequence[Node], columns: Sequence[Node]) -> str:
    """Whose skills a part shows, and which where it does not show all."""
    first, last = rows[0].title, rows[-1].title
    who = first if len(rows) == 1 else f"{first} to {last}"
    if len(some) == len(columns):
        return who
    which = some[0].title if len(some) == 1 else f"{some[0].title} to {some[-1].title}"
    return f"{who}; {which}"


def _part(graph: Graph, cells: Cells, rows: Sequence[Node], columns: Sequence[Node]) -> Graph:
    """Some rows and columns, and what stands where they meet; takes no longer than the part is large."""
    found = [cell for row in rows for column in columns for cell in cells.get((row.id, column.id), ())]
    edges = tuple(edge for _, edge in sorted(found, key=lambda cell: cell[0]))
    return replace(graph, nodes=(*rows, *columns), edges=edges)


def _lists(graph: Graph, drawer: Drawer, paper: Paper) -> Iterator[tuple[str, Graph]]:
    """The tables, each in as many pages as its rows need."""
    bare = replace(graph, nodes=(), edges=(), tables=(), pages=room(_WORDS))

    def page(table: Table, rows: Sequence[tuple[str, ...]]) -> Graph:
        return replace(bare, tables=(replace(table, rows=tuple(rows)),))

    def fits(table: Table, rows: Sequence[tuple[str, ...]]) -> bool:
        return drawer.fits_on(page(table, rows), paper)

    for table in graph.tables:
        parts = list(_runs(table.rows, partial(fits, table)))
        for number, part in enumerate(parts, 1):
            words = table.title[:1].lower() + table.title[1:]
            yield words + (f", {number} of {len(parts)}" if len(parts) > 1 else ""), page(table, part)


def _runs(things: Sequence[T], fits: Callable[[Sequence[T]], bool]) -> Iterator[Sequence[T]]:
    """Runs of things that each fit, as long as can be; a thing that does not fit stands alone."""
    position, size = 0, len(things)
    while position < len(things):
        some = things[position : position + size]
        if len(some) > 1 and not fits(some):
            size = max(len(some) * 4 // 5, 1)
            continue
        yield some
        position += len(some)
