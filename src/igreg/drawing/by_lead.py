"""Pages of a communication chart by who tells: each lead with what they send, whoever leads no area by what they are.

A page is named after those whose flows it holds, so that its file and its place in a page of HTML say it too. What one
lead sends is split by what it is about, and then by subject, where it does not fit on one page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from igreg.chart.graph import Edge, Graph, Message, Node
from igreg.language.english import listed
from igreg.language.slug import slug

MOST_TOGETHER = 3
"""So many leads share a page at most: the names of more would make no title."""
Sort = Literal["lead", "other"]


class Section(NamedTuple):
    """The arrows of one lead, or of those of one sort who lead no area."""

    name: str
    """The end of its file's name: the lead's id, or a word that no id can be."""
    words: str
    """Whose flows they are."""
    sort: Sort
    edges: tuple[Edge, ...]
    about: str = ""
    """What the flows are about, where they are a part of what their sender tells."""


Fits = Callable[[Sequence[Edge]], bool]
"""Whether some arrows fit on one page."""


def paged(graph: Graph, edges: Sequence[Edge], fits: Fits) -> Iterator[Section]:
    """The arrows page by page, leads in the order of their areas first; neighbours share a page where they fit."""
    waiting: list[Section] = []
    for section in sections(graph, edges):
        together = [*waiting, section]
        if waiting and _may_share(together) and fits(_edges(together)):
            waiting = together
            continue
        if waiting:
            yield joined(waiting)
            waiting = []
        if fits(section.edges):
            waiting = [section]
        else:
            yield from _split(section, fits)
    if waiting:
        yield joined(waiting)


def sections(graph: Graph, edges: Sequence[Edge]) -> list[Section]:
    """The arrows by lead, then those of whoever leads no area."""
    nodes = {node.id: node for node in graph.nodes}
    leads: dict[str, list[Edge]] = {}
    others: dict[tuple[str, str], list[Edge]] = {key: [] for key in _OTHERS.values()}
    for edge in edges:
        node = nodes[edge.start]
        (leads.setdefault(edge.start, []) if node.areas else others[_other(node)]).append(edge)
    order = {area: place for place, area in enumerate(graph.area_order)}
    places = {id: min((order.get(area, len(order)) for area in nodes[id].areas), default=len(order)) for id in leads}
    out = [
        Section(id, f"the {nodes[id].title}", "lead", tuple(leads[id])) for id in sorted(leads, key=places.__getitem__)
    ]
    out += [Section(name, words, "other", tuple(found)) for (name, words), found in others.items() if found]
    return out


_OTHERS = {
    "roles": ("_roles", "roles that lead no area"),
    "groups": ("_groups", "groups and units"),
    "staff": ("_staff", "staff"),
    "outside": ("_outside", "outside the organisation"),
}
_SORTS: Mapping[str, str] = {"role": "roles", "group": "groups", "unit": "groups", "body": "outside"}


def _other(node: Node) -> tuple[str, str]:
    """Under which name the flows of somebody who leads no area stand."""
    return _OTHERS["outside" if node.edge else _SORTS.get(node.kind, "staff")]


def joined(found: Sequence[Section]) -> Section:
    """Sections that share a page as one, named after all and filed under the first."""
    first = found[0]
    return first._replace(words=listed(section.words for section in found), edges=_edges(found))


def _may_share(found: Sequence[Section]) -> bool:
    return len({section.sort for section in found}) == 1 and (found[0].sort == "other" or len(found) <= MOST_TOGETHER)


def _split(section: Section, fits: Fits) -> Iterator[Section]:
    """What one lead sends, by what it is about; what is about one thing and still does not fit, by subject."""
    by_area: dict[str, list[Edge]] = {}
    for edge in section.edges:
        by_area.setdefault(edge.about[0] if edge.about else "", []).append(edge)
    for about, edges in by_area.items():
        named = f"about {about}" if about else "about no area" if len(by_area) > 1 else ""
        part = section._replace(edges=tuple(edges), about=named)
        if len(by_area) > 1:
            part = part._replace(name=f"{section.name}~{slug(about) or 'other'}")
        if fits(part.edges):
            yield part
        else:
            yield from _by_subject(part, fits)


def _by_subject(section: Section, fits: Fits) -> Iterator[Section]:
    """The fewest pages of flows by title that each fit, where all do not; what is one flow stays on one page."""
    flows: dict[tuple[str, Message | None], list[Edge]] = {}
    for edge in sorted(section.edges, key=lambda edge: edge.message.what.casefold() if edge.message else ""):
        flows.setdefault((edge.start, edge.message), []).append(edge)
    some = list(flows.values())
    count = min(2, len(some))
    while True:
        size = -(-len(some) // count)
        pages = [some[i : i + size] for i in range(0, len(some), size)]
        if size == 1 or all(fits(_flat(page)) for page in pages):
            break
        count += 1 + count // 8
    for page in pages:
        edges = _flat(page)
        first, last = (edge.message.what if edge.message else "" for edge in (edges[0], edges[-1]))
        span = f"“{first}”" if first == last else f"“{first}” to “{last}”"
        about = f"{section.about}: {span}" if section.about else span
        yield section._replace(name=f"{section.name}~{slug(first) or 'other'}", edges=edges, about=about)


def _flat(flows: Iterable[Sequence[Edge]]) -> tuple[Edge, ...]:
    return tuple(edge for flow in flows for edge in flow)


def _edges(found: Iterable[Section]) -> tuple[Edge, ...]:
    return _flat(section.edges for section in found)
