"""The pages of a data flow map: one where that can be read, with words or numbers at its arrows; else several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from igreg.chart.graph import Edge, Graph, Message, Table
from igreg.drawing.drawer import Drawer
from igreg.drawing.links import near, room, titles
from igreg.drawing.paper import A3, Paper
from igreg.language.english import listed
from igreg.wording.arrows import SORTS, how, marks_said, when

_HEAD = ("No.", "What", "From", "To", "When", "How", "Data", "Marks")
_WORDS = "page 10, from Information governance and 10 more"
"""As much as the name of a page may say."""

_MOST_IN_WORDS = 30
"""Of more arrows the words are never clear of one another, and nobody need lay them out to find that out."""
_MOST_ON_A_PAGE = 60
"""With so many arrows the first of several pages is tried."""


def data_flow_pages(graph: Graph, drawer: Drawer) -> list[Graph]:
    """The pages on which a data flow map is drawn, each of which can be read."""
    for paper in drawer.papers:
        found = _on_one(graph, drawer, paper)
        if found is not None:
            return [found]
    named = [
        replace(
            part,
            name="data-flows" if number == 1 else f"data-flows-{number}",
            part=f"page {number}, {_senders(part)}",
        )
        for number, part in enumerate(_parts(graph, drawer), 1)
    ]
    called = titles(named)
    return [replace(part, pages=near(called, part.name)) for part in named]


def numbered(graph: Graph) -> Graph:
    """One arrow between two boxes for each sort of data and its marks, with numbers; the words stand in a table."""
    told: dict[tuple[str, Message | None, object, object], list[Edge]] = {}
    for edge in graph.edges:
        told.setdefault((edge.start, edge.message, edge.kind, edge.marks), []).append(edge)
    titles = {node.id: node.title for node in graph.nodes}
    rows: list[tuple[str, ...]] = []
    bundles: dict[tuple[str, str, object, object], list[tuple[int, Edge]]] = {}
    for number, alike in enumerate(told.values(), 1):
        rows.append(_row(number, alike, titles))
        for edge in alike:
            bundles.setdefault((edge.start, edge.end, edge.kind, edge.marks), []).append((number, edge))
    edges = tuple(
        replace(
            found[0][1], numbers=tuple(number for number, _ in found), told=" ".join(f"{e.told}." for _, e in found)
        )
        for found in bundles.values()
    )
    table = Table("Which data go", _HEAD, tuple(rows)).without_idle_columns()
    return replace(graph, edges=edges, tables=(table,), tight=True)


def _senders(page: Graph) -> str:
    """From whom the data of a page come: the first, and how many others."""
    titles = {node.id: node.title for node in page.nodes}
    first, *others = dict.fromkeys(titles.get(edge.start, edge.start) for edge in page.edges)
    return f"from {first}" + (f" and {len(others)} more" if others else "")


def _row(number: int, alike: Sequence[Edge], titles: dict[str, str]) -> tuple[str, ...]:
    """The cells of one row: arrows that say the same from one sender."""
    first = alike[0]
    message = first.message or Message("")
    to = listed(titles.get(edge.end, edge.end) for edge in alike)
    marks = marks_said(first.marks)
    start = titles.get(first.start, first.start)
    return str(number), message.what, start, to, when(message), how(message), SORTS.get(first.kind, ""), marks


def _on_one(graph: Graph, drawer: Drawer, paper: Paper) -> Graph | None:
    """The roomiest way in which all can be read on one sheet; words at arrows only where they are clear."""
    roomy = (graph, replace(graph, tight=True)) if len(graph.edges) <= _MOST_IN_WORDS else ()
    in_words = [way for way in roomy if _readable(way, drawer, paper)]
    clear = next((way for way in in_words if drawer.is_clear(way)), None)
    if clear is not None:
        return clear
    by_number = numbered(graph)
    ways = (by_number, replace(by_number, upright=True, down=True))
    found = next((way for way in ways if _readable(way, drawer, paper)), None)
    return found or (in_words[0] if in_words and paper == drawer.papers[-1] else None)


def _readable(page: Graph, drawer: Drawer, paper: Paper) -> bool:
    return drawer.fits(page) if paper == drawer.papers[-1] else drawer.fits_on(page, paper)


def _parts(graph: Graph, drawer: Drawer) -> Iterator[Graph]:
    """Pages of arrows, those of one sender together, as many to a page as can be read."""
    place = {start: i for i, start in enumerate(dict.fromkeys(edge.start for edge in graph.edges))}
    left = sorted(graph.edges, key=lambda edge: place[edge.start])
    size = _MOST_ON_A_PAGE
    while left:
        size = min(size, len(left))
        page = _only(graph, left[:size])
        found = _on_one(page, drawer, drawer.papers[-1] if drawer.papers else A3)
        if found is None and size > 1:
            size = max(size * 3 // 4, 1)
            continue
        yield found or numbered(page)
        left = left[size:]
        size = size * 5 // 4 + 1


def _only(graph: Graph, edges: Sequence[Edge]) -> Graph:
    """The map with these arrows and the boxes at their ends."""
    ends = {end for edge in edges for end in (edge.start, edge.end)}
    nodes = tuple(node for node in graph.nodes if node.id in ends)
    return replace(graph, edges=tuple(edges), nodes=nodes, pages=room(_WORDS))
