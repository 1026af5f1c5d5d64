"""Smaller drawings of a large communication chart: arrows bundled and numbered, their words in a table; then pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from igreg.chart.graph import Edge, EdgeKind, Graph, Node, Table
from igreg.drawing.by_lead import paged
from igreg.drawing.communication_rows import HEAD, name_of, row, tellings
from igreg.drawing.drawer import Drawer
from igreg.drawing.fold import leaf_line
from igreg.drawing.links import near, room, titles
from igreg.drawing.paper import Paper
from igreg.drawing.picture_and_list import many
from igreg.drawing.several import gathered
from igreg.language.english import listed

_WORDS = "routine, from the Head of Information Governance"
"""As much as the name of a page may say."""
MANY = 200
"""With more arrows of one kind than this, there is one picture of them and a list."""
FEW = 40
"""Up to so many arrows of one kind may share one page, whoever sends them."""
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
    return replace(graph, tables=(one,), upright=True, down=True)


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
    """The incidents on the main page, what is routine on as many more as it takes for each to fit, by who tells."""
    parts: list[Graph] = []
    for kind, title in _TITLES:
        edges = [edge for edge in graph.edges if edge.kind == kind]
        for name, words, page in _parts(graph, edges, drawer):
            said = f"{title.lower()}, {words}" if words else title.lower()
            parts.append(replace(page, name=f"communication-{kind}{name}", part=said))
    if not parts:
        return [graph]
    parts[0] = replace(parts[0], name="communication")
    called = titles(parts)
    return [replace(part, pages=near(called, part.name)) for part in parts]


def _parts(graph: Graph, edges: Sequence[Edge], drawer: Drawer) -> Iterator[tuple[str, str, Graph]]:
    """Pages of arrows of one kind: the end of each one's name, the words that tell it from the others, and the page."""
    if not edges:
        return
    place = {start: i for i, start in enumerate(dict.fromkeys(edge.start for edge in edges))}
    edges = sorted(edges, key=lambda edge: place[edge.start])
    if len(gathered(_only(graph, edges)).edges) > MANY:
        yield from many(_only(graph, edges), edges, drawer)
        return
    drawn: dict[tuple[Edge, ...], Graph] = {}

    def page(some: Sequence[Edge]) -> Graph:
        key = tuple(some)
        if key not in drawn:
            drawn[key] = _smallest(_only(graph, key), drawer)
        return drawn[key]

    if len(gathered(_only(graph, edges)).edges) <= FEW and drawer.fits(page(edges)):
        yield "", "", page(edges)
        return
    found = list(paged(graph, edges, lambda some: drawer.fits(page(some))))
    names: dict[str, int] = {}
    for section in found:
        names[section.name] = number = names.get(section.name, 0) + 1
        name = f"-{section.name}" + (f"~{number}" if number > 1 else "")
        words = f"from {section.words}" + (f", {section.about}" if section.about else "")
        yield (name, words, page(section.edges)) if len(found) > 1 else ("", "", page(section.edges))


def worded(page: Graph, drawer: Drawer, paper: Paper | None = None) -> Graph | None:
    """The page with words on its arrows, in the roomiest way that fits (a sheet, or the largest), or nothing."""
    alike = twinned(page)

    def fits(way: Graph) -> bool:
        return drawer.fits_on(way, paper) if paper else drawer.fits(way)

    for roomy in (page, alike) if alike.nodes != page.nodes else (page,):
        if fits(roomy):
            return roomy
        tight = replace(roomy, tight=True)
        if not drawer.is_far_off(roomy, paper or drawer.papers[-1]) and fits(tight):
            return tight
    return None


def _smallest(page: Graph, drawer: Drawer) -> Graph:
    """The page with words if that fits and none touch, else with numbers and a table."""
    page = gathered(page)
    found = worded(page, drawer)
    if found is not None and drawer.is_clear(found):
        return found
    numbered = bundled(twinned(page))
    return numbered if found is None or drawer.fits(numbered) else found


def _only(graph: Graph, edges: Sequence[Edge]) -> Graph:
    """The chart with these arrows and the parties at their ends."""
    ends = {end for edge in edges for end in (edge.start, edge.end)}
    nodes = tuple(node for node in graph.nodes if node.id in ends)
    return replace(graph, edges=tuple(edges), nodes=nodes, pages=room(_WORDS))
