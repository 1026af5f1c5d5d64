"""A communication chart of very many arrows: a picture of who tells whom at all, and a list of what on further pages.

Nobody follows three hundred arrows with the eye. So roles that lead no area stand in one box, then outside bodies and
groups of one sort too, and where that is not enough the leads of an area, or all of them; an arrow carries the numbers
of all that it stands for, and the list has a row for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from igreg.chart.graph import Edge, EdgeKind, Graph, Node, Table
from igreg.drawing.communication_rows import HEAD, Telling, row, tellings
from igreg.drawing.drawer import Drawer
from igreg.language.english import listed

ROWS = 64
"""How many rows a page of the list begins with."""
Leads = Literal["each", "by area", "together"]
"""Whether each lead of an area has a box of their own, or shares it with those of the same area, or with all."""
_SORTS = {"role": "roles", "staff": "people", "group": "groups", "unit": "units", "body": "outside bodies"}

_ALL = tuple(_SORTS)
_WAYS: tuple[tuple[Sequence[str], Leads], ...] = (
    (("role", "staff"), "each"),
    (_ALL, "each"),
    (_ALL, "by area"),
    (_ALL, "together"),
)
"""Which sorts share a box each, and what becomes of leads: the first way that can be read, else the last."""


def many(graph: Graph, edges: Sequence[Edge], drawer: Drawer) -> Iterator[tuple[str, str, Graph]]:
    """The picture, then the pages of the list: the end of each one's name, which of its numbers it holds, the page."""
    for kinds, leads in _WAYS:
        into = _boxes(graph.nodes, kinds, leads)
        place = {box: i for i, box in enumerate(dict.fromkeys(into.values()))}
        rows = sorted(
            tellings(edges), key=lambda one: (place[into[one.start]], sorted({place[into[end]] for end in one.ends}))
        )
        picture = _picture(graph, rows, into)
        if drawer.fits(picture):
            break
    yield "", "", picture
    titles = {node.id: node.title for node in graph.nodes}
    cells = [row(number, one, titles) for number, one in enumerate(rows, 1)]
    position, size = 0, ROWS
    while position < len(cells):
        some = tuple(cells[position : position + size])
        page = replace(graph, nodes=(), edges=(), tables=(Table("What is told", HEAD, some),))
        if size > 1 and not drawer.fits(page):
            size = max(size * 3 // 4, 1)
            continue
        first, last = some[0][0], some[-1][0]
        yield f"-_list~{first}", f"list: {first} to {last}" if first != last else f"list: {first}", page
        position += size


def _boxes(nodes: Iterable[Node], kinds: Sequence[str], leads: Leads) -> dict[str, str]:
    """The box of each party: its own, or for those of these kinds that lead no area one for all of their sort."""
    found: dict[str, list[str]] = {}
    for node in nodes:
        sort = node.id
        if node.areas and leads != "each":
            sort = f"lead-{node.areas[0] if leads == 'by area' else ''}"
        elif node.kind in kinds and not node.areas:
            sort = f"other-{node.kind}-{node.over}"
        found.setdefault(sort, []).append(node.id)
    return {id: (sort if len(ids) > 1 else id) for sort, ids in found.items() for id in ids}


def _picture(graph: Graph, rows: Sequence[Telling], into: Mapping[str, str]) -> Graph:
    """One arrow between two boxes for each kind of arrow, with the numbers of its rows."""
    inside: dict[str, list[Node]] = {}
    for node in graph.nodes:
        inside.setdefault(into[node.id], []).append(node)
    nodes = tuple(found[0] if found[0].id == box else _box(box, found) for box, found in inside.items())
    bundles: dict[tuple[str, str, EdgeKind, bool], list[int]] = {}
    for number, one in enumerate(rows, 1):
        for end in dict.fromkeys(into[end] for end in one.ends):
            bundles.setdefault((into[one.start], end, one.kind, one.both), []).append(number)
    titles = {node.id: node.title for node in nodes}
    edges = tuple(
        Edge(
            start,
            end,
            kind,
            numbers=tuple(numbers),
            both=both,
            told=f"{titles[start]} to {titles[end]}: {len(numbers)} in the list",
        )
        for (start, end, kind, both), numbers in bundles.items()
    )
    remark = f"{len(rows)} in the list on the next pages, by number"
    return replace(graph, nodes=nodes, edges=edges, remarks=(*graph.remarks, remark), tight=True)


def _box(id: str, found: Sequence[Node]) -> Node:
    first = found[0]
    if first.areas:
        of = f" of {first.areas[0]}" if len({node.areas[0] for node in found}) == 1 else ""
        words = f"{len(found)} leads{of}"
    else:
        words = f"{len(found)} outside bodies" if first.kind == "body" else f"{len(found)} other {_SORTS[first.kind]}"
    members = tuple(node.title for node in found)
    told = f"{words}: {listed(members)}."
    return Node(id, "fold", words, over=first.over, told=told, edge=first.edge, members=members)
