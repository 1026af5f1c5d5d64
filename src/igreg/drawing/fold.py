"""Smaller drawings of a large structure chart: leaves listed in one box, an overview, and a page for each unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from igreg.chart.about import OtherPage
from igreg.chart.graph import Edge, Graph, Node
from igreg.chart.lines import Line, Said
from igreg.drawing.branches import Branches
from igreg.language.english import counted
from igreg.wording.boxes import CHANGES, headed, said

OTHERS = "_others"
"""The page of roles without a unit and of groups; no unit can have this id."""

CONTENTS = "_pages"
"""The page that lists all others, where they are many."""


def compact(graph: Graph) -> Graph:
    """The same chart with leaves listed in one box below whom they answer to; leads and what has other lines stay."""
    tree = Branches(graph)
    busy = {end for edge in graph.edges if edge.kind != "accountable" for end in (edge.start, edge.end)}
    leaves = {
        node.id
        for node in graph.nodes
        if node.kind == "role" and not tree.lower.get(node.id) and not node.areas and node.id not in busy
    }
    return _folded(graph, tree, set(tree.nodes) - leaves, lambda ids: tuple(leaf_line(tree.nodes[id]) for id in ids))


def overview(graph: Graph, units: Mapping[str, str], pages: Mapping[str, str], thrift: int = 0) -> Graph:
    """Who leads each area, their lines to the top and the information governance group; all else only counted.

    `units` are titles of units by id, `pages` the titles of the other pages by name. With `thrift` of 1 only lines of
    accountability are drawn, with 2 only the lead of each area who is nearest to the top, with 3 no line between.
    """
    tree = Branches(graph)
    leads = [node.id for node in graph.nodes if node.areas]
    if thrift > 1:
        near = sorted(leads, key=tree.steps.__getitem__)
        leads = [next(id for id in near if a in tree.nodes[id].areas) for a in graph.area_order if _led(tree, leads, a)]
    own = [node.id for node in graph.nodes if node.is_ig_group]
    roots = [node.id for node in graph.nodes if node.id not in tree.upper and tree.lower.get(node.id)]
    ends = [*leads, *own[:1], *roots[:1]]
    keep = (set(ends) if thrift > 2 else tree.with_lines(ends)) or set(list(tree.nodes)[:1])
    if thrift:
        graph = replace(graph, edges=tuple(edge for edge in graph.edges if edge.kind == "accountable"))

    def counted(ids: Sequence[str]) -> tuple[Line, ...]:
        found = [tree.nodes[id] for id in ids]
        vacant = sum(1 for node in found if node.vacant)
        lines = [Said("vacant", f"{vacant} vacant")] if vacant else []
        lines += [Said("list", f"{count} {word}") for word, count in _changes(found)]
        by_unit: dict[str, int] = {}
        for node in found:
            by_unit[node.unit] = by_unit.get(node.unit, 0) + 1
        named = [f"{units[unit]}: {count}" for unit, count in by_unit.items() if unit in units]
        few = 2 if thrift else 4
        return (*lines, *(Said("note", text) for text in named[:few]), *_more(len(named) - few, "unit"))

    folded = _folded(_shortened(graph, set(tree.nodes)), tree, keep, counted, plus="+")
    total = f"{len(graph.nodes) - len(keep)} more on pages of their own"
    return replace(folded, part="overview", remarks=(*graph.remarks, total), pages=pages)


def _led(tree: Branches, leads: Sequence[str], area: str) -> bool:
    return any(area in tree.nodes[id].areas for id in leads)


def _shortened(graph: Graph, ids: set[str]) -> Graph:
    """The chart with these nodes in few words."""
    nodes = (replace(n, lines=n.short) if n.short and n.id in ids else n for n in graph.nodes)
    return replace(graph, nodes=tuple(nodes))


def unit_page(
    tree: Branches, unit: str, title: str, part: Sequence[str], number: int = 0, *, steps: int | None = None
) -> Graph:
    """The page of some posts of a unit: those that others answer to as boxes, leaves in a list, and their line up.

    With `steps` no more than so many are drawn of those above the posts of this page.
    """
    here = set(part)
    heads = _heads(tree, here)
    lines = set(_above(tree, here, steps))
    keep = (here | lines) - (here - heads)
    small = _shortened(tree.part(keep | here), keep - here)
    folded = _folded(small, Branches(small), keep, lambda ids: tuple(leaf_line(tree.nodes[id]) for id in ids))
    vacant = sum(1 for id in here if tree.nodes[id].vacant)
    return replace(
        folded,
        name=page_name(unit, number),
        own=tuple(part),
        part=title + (f", part {number}" if number else ""),
        areas=(),
        remarks=(f"{counted(len(here), 'role or group', 'roles and groups')}, {vacant or 'none'} vacant",),
        pages={"structure": "overview"},
    )


def has_more_boxes(tree: Branches, part: Sequence[str], most: int, steps: int | None = None) -> bool:
    """Whether the page of some posts would have more boxes than so many, seen before it is made."""
    here = set(part)
    room = most - len(_heads(tree, here))
    return room < 0 or sum(1 for _ in islice(_above(tree, here, steps), room + 1)) > room


def _heads(tree: Branches, here: set[str]) -> set[str]:
    """Those of some posts that have a box of their own on a page: leads, groups, and those that others answer to."""
    return {
        id
        for id in here
        if tree.nodes[id].areas or tree.nodes[id].kind == "group" or any(low in here for low in tree.lower.get(id, ()))
    }


def _above(tree: Branches, here: set[str], steps: int | None) -> Iterator[str]:
    """Those above some posts and not among them, each once; with `steps` the nearest so many of each post alone.

    Whoever stands below another of the posts has the same above the two of them, and is not asked.
    """
    if steps is None:
        return tree.above(here)
    ends = (id for id in here if tree.upper.get(id) not in here)
    return iter({upper for id in ends for upper in islice((u for u in tree.line(id) if u not in here), steps)})


def linked(main: Graph, others: Sequence[Graph]) -> Graph:
    """The overview with a link from each role and group to the page that it stands on, where it has no other link."""
    page_of = {id: page.name for page in others for id in page.own}
    nodes = (
        node if node.link or node.id not in page_of else replace(node, link=OtherPage(page_of[node.id]))
        for node in main.nodes
    )
    return replace(main, nodes=tuple(nodes))


def contents(graph: Graph, pages: Mapping[str, str], most: int = 300) -> list[Graph]:
    """Pages that only list the other pages, by name and title; no more than `most` links on each."""
    names = list(pages)
    out = []
    for number, start in enumerate(range(0, len(names), most), 1):
        some = names[start : start + most]
        part = f"pages {start + 1} to {start + len(some)}" if len(names) > most else f"all {len(names)} pages"
        page = replace(graph, name=page_name(CONTENTS, number), part=part, nodes=(), edges=())
        links = {"structure": "overview"} | {name: pages[name] for name in some}
        out.append(replace(page, areas=(), remarks=(), pages=links))
    return out


def page_name(unit: str, number: int = 0) -> str:
    """The name of a unit's page; parts after the first have a number that no unit's id can bring about."""
    return f"structure-{unit}" + (f"~{number}" if number > 1 else "")


def posts_by_unit(graph: Graph) -> dict[str, list[str]]:
    """The posts of each unit, in reading order; those without a unit, and groups, under a name of their own."""
    out: dict[str, list[str]] = {}
    for node in graph.nodes:
        out.setdefault(node.unit or OTHERS, []).append(node.id)
    return out


def _changes(nodes: Iterable[Node]) -> Iterator[tuple[str, int]]:
    """How many of some boxes are new, gone or changed, where two states are compared."""
    counts = Counter(node.change for node in nodes if node.change)
    return ((CHANGES[change], count) for change, count in counts.items())


def leaf_line(node: Node) -> Line:
    """A role as one line of a list; its kind is that of its gravest mark."""
    kinds = {line.kind for line in node.lines}
    held = "; ".join(said(line) for line in node.lines if line.kind != "note")
    text = f"{headed(node)}: {held}" if held else headed(node)
    if kinds & {"vacant", "risk"}:
        return Said("vacant" if "vacant" in kinds else "risk", text)
    return Said("absent" if kinds & {"absent", "acting"} else "list", text)


def _folded(
    graph: Graph,
    tree: Branches,
    keep: set[str],
    tell: Callable[[Sequence[str]], tuple[Line, ...]],
    plus: str = "",
) -> Graph:
    """The chart with all that is not kept in one box below the nearest that is; a single one stays as it is."""
    below: dict[str, list[str]] = {}
    left = [node.id for node in graph.nodes if node.id not in keep]
    nearest = tree.nearest(left, keep)
    for id in left:
        below.setdefault(nearest[id], []).append(id)
    shown = keep | {ids[0] for ids in below.values() if len(ids) == 1}
    nodes: list[Node] = []
    edges: list[Edge] = [e for e in graph.edges if e.start in shown and e.end in shown]
    for node in graph.nodes:
        if node.id in shown:
            nodes.append(node)
        ids = below.get(node.id, []) if node.id in keep else []
        if len(ids) > 1:
            nodes.append(_box(node.id, node.title, tell(ids), tree, ids, plus))
            edges.append(Edge(node.id, f"below-{node.id}", "accountable", told=f"{len(ids)} below {node.title}"))
    loose = below.get("", [])
    if len(loose) > 1:
        nodes.append(_box("", "nobody", tell(loose), tree, loose, plus))
    return replace(graph, nodes=tuple(nodes), edges=tuple(edges))


def _box(id: str, title: str, lines: tuple[Line, ...], tree: Branches, ids: Sequence[str], plus: str) -> Node:
    groups = sum(1 for one in ids if tree.nodes[one].kind == "group")
    counts = ((len(ids) - groups, "role"), (groups, "group"))
    what = ", ".join(counted(n, word) for n, word in counts if n)
    told = f"{what} below {title}: " + "; ".join(tree.nodes[one].title for one in ids)
    return Node(f"below-{id}", "fold", plus + what, lines, told=told)


def _more(count: int, word: str) -> tuple[Line, ...]:
    return (Said("note", f"and {counted(count, f'more {word}')}"),) if count > 0 else ()
