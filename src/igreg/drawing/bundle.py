"""Smaller drawings of a large communication chart: arrows bundled and numbered, their words in a table; then pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from igreg.chart.graph import Edge, EdgeKind, Graph, Node, Table
from igreg.drawing.communication_rows import HEAD, name_of, row, tellings
from igreg.drawing.drawer import Drawer
from igreg.drawing.fold import leaf_line
from igreg.drawing.paper import Paper
from igreg.drawing.picture_and_list import many
from igreg.language.english import listed

_ROOM_FOR_LINKS = {f"part{i}": "routine, part 10" for i in range(8)}
"""Stands for the links to other pages until it is known how many there are, so that there is room for them."""
MANY = 200
"""With more arrows of one kind than this, there is one picture of them and a list."""
_TITLES: tuple[tuple[EdgeKind, str], ...] = (("incident", "Incidents and near misses"), ("routine", "Routine"))


def bundled(graph: Graph) -> Graph:
    """One arrow between two parties for each kind, with numbers; the words stand in tables below."""
    found = tellings(graph.edges)
    numbers = {one: i for i, one in enumerate(found, 1)}
    bundles: dict[tuple[str, str, EdgeKind, bool], list[int]] = {}
    for one in found:
        for end in one.ends:
            bundles.setdefault((one.start, end, one.kind, one.both), []).append(numbers[one])
    titles = {node.id: name_of(node) for node in graph.nodes}
    edges = tuple(
        Edge(
            start,
            end,
            kind,
            numbers=tuple(n),
            both=both,
            told=f"{titles[start]} to {titles[end]}: {'number' if len(n) == 1 else 'numbers'} {listed(map(str, n))}",
        )
        for (start, end, kind, both), n in bundles.items()
    )
    tables = tuple(
        Table(title, HEAD, tuple(row(numbers[one], one, titles) for one in found if one.kind == kind))
        for kind, title in _TITLES
        if any(one.kind == kind for one in found)
    )
    nodes = tuple(replace(node, lines=tuple(li for li in node.lines if li.kind != "deputy")) for node in graph.nodes)
    return replace(graph, nodes=nodes, edges=edges, tables=tables, tight=True)


def upright(graph: Graph) -> Graph:
    """A bundled page for an upright sheet: drawn from the top down, its tables as one."""
    first, *others = graph.tables
    named = "; ".join(f"{table.title.lower()}: {_reach(table)}" for table in graph.tables)
    one = Table(
        named[:1].upper() + named[1:], first.head, tuple(row for table in (first, *others) for row in table.rows)
    )
    return replace(graph, tables=(one,), upright=True)


def _reach(table: Table) -> str:
    first, last = table.rows[0][0], table.rows[-1][0]
    return first if first == last else f"{first} to {last}"


def twinned(graph: Graph) -> Graph:
    """Roles that are told just the same by the same, and lead no area, in one box; nothing else changes."""
    told_of: dict[str, set[tuple[object, ...]]] = {}
    for edge in graph.edges:
        told_of.setdefault(edge.end, set()).add(("in", edge.start, edge.message, edge.kind, edge.both))
        told_of.setdefault(edge.start, set()).add(("out", edge.end, edge.message, edge.kind, edge.both))
    alike: dict[frozenset[tuple[object, ...]], list[Node]] = {}
    for node in graph.nodes:
        if node.kind in ("role", "staff") and not node.areas:
            alike.setdefault(frozenset(told_of.get(node.id, ())), []).append(node)
    into = {node.id: f"alike-{group[0].id}" for group in alike.values() if len(group) > 1 for node in group}
    nodes: dict[str, Node] = {}
    for node in graph.nodes:
        id = into.get(node.id, node.id)
        if id == node.id:
            nodes[id] = node
        elif id not in nodes:
            group = [other for other in graph.nodes if into.get(other.id) == id]
            members = tuple(other.title for other in group)
            told = f"{len(group)} roles told alike: {listed(members)}."
            lines = tuple(leaf_line(n) for n in group)
            nodes[id] = Node(id, "fold", f"{len(group)} roles", lines, told=told, members=members)
    edges = {
        (into.get(e.start, e.start), into.get(e.end, e.end), e.message, e.kind, e.both): e
        for e in reversed(graph.edges)
    }
    kept = [replace(edge, start=key[0], end=key[1]) for key, edge in reversed(edges.items())]
    return replace(graph, nodes=tuple(nodes.values()), edges=tuple(kept))


def split(graph: Graph, drawer: Drawer) -> list[Graph]:
    """The incidents on the main page, what is routine on as many more as it takes for each to fit."""
    parts: list[Graph] = []
    for kind, title in _TITLES:
        edges = [edge for edge in graph.edges if edge.kind == kind]
        for number, page in enumerate(_parts(graph, edges, drawer), 1):
            name = "communication" if kind == "incident" and number == 1 else f"communication-{kind}"
            suffix = f", part {number}" if number > 1 else ""
            if number > 1:
                name += f"~{number}"
            parts.append(replace(page, name=name, title=f"{graph.title}: {title.lower()}{suffix}"))
    if not parts:
        return [graph]
    parts[0] = replace(parts[0], name="communication")
    titles = graph.titles(parts)
    return [replace(part, pages=_others(titles, part.name)) for part in parts]


def _others(titles: dict[str, str], name: str) -> dict[str, str]:
    """The pages to link to: all others, or of very many the first, the one before and the one after."""
    names = list(titles)
    here = names.index(name)
    near = names if len(names) <= len(_ROOM_FOR_LINKS) else [names[0], *names[max(here - 1, 0) : here + 2]]
    return {other: titles[other] for other in dict.fromkeys(near) if other != name}


def _parts(graph: Graph, edges: Sequence[Edge], drawer: Drawer) -> Iterator[Graph]:
    """Pages of arrows, those of one sender together where they fit."""
    if not edges:
        return
    place = {start: i for i, start in enumerate(dict.fromkeys(edge.start for edge in edges))}
    ordered = sorted(edges, key=lambda edge: place[edge.start])
    if len(ordered) > MANY:
        yield from many(_only(graph, ordered), ordered, drawer)
        return
    count = 1
    while True:
        size = -(-len(ordered) // count)
        pages = [_only(graph, ordered[i : i + size]) for i in range(0, len(ordered), size)]
        drawn = [_smallest(page, drawer) for page in pages]
        if size == 1 or all(drawer.fits(page) for page in drawn):
            yield from drawn
            return
        count += 1 + count // 8


def worded(page: Graph, drawer: Drawer, paper: Paper | None = None) -> Graph | None:
    """The page with words on its arrows, in the roomiest way that fits (a sheet, or the largest), or nothing."""
    alike = twinned(page)
    ways = [
        page,
        replace(page, tight=True),
        *([alike, replace(alike, tight=True)] if alike.nodes != page.nodes else []),
    ]
    return next((way for way in ways if (drawer.fits_on(way, paper) if paper else drawer.fits(way))), None)


def _smallest(page: Graph, drawer: Drawer) -> Graph:
    """The page with words if that fits, else with numbers and a table."""
    return worded(page, drawer) or bundled(twinned(page))


def _only(graph: Graph, edges: Sequence[Edge]) -> Graph:
    """The chart with these arrows and the parties at their ends."""
    ends = {end for edge in edges for end in (edge.start, edge.end)}
    nodes = tuple(node for node in graph.nodes if node.id in ends)
    return replace(graph, edges=tuple(edges), nodes=nodes, pages=_ROOM_FOR_LINKS)
