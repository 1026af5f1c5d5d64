"""Which pages a chart has: one if it can be read at A3, else an overview and one for each unit, or for each part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Literal

from igreg.chart.communication import communication
from igreg.chart.graph import Graph
from igreg.chart.structure import structure
from igreg.chart.view import View
from igreg.drawing.branches import Branches
from igreg.drawing.bundle import bundled, split, twinned, upright, worded
from igreg.drawing.drawer import MOST_BOXES, Drawer
from igreg.drawing.fold import OTHERS, compact, contents, has_more_boxes, linked, overview, posts_by_unit, unit_page
from igreg.drawing.links import titles
from igreg.drawing.paper import A3, Paper
from igreg.drawing.several import gathered
from igreg.language.english import some_of


def _drill(view: View) -> Graph:
    from igreg.chart.drill import drill

    return drill(view)


def _data_flows(view: View) -> Graph:
    from igreg.chart.data_flows import data_flows

    return data_flows(view)


def _delegation(view: View) -> Graph:
    from igreg.chart.delegation import delegation

    return delegation(view)


def _skills(view: View) -> Graph:
    from igreg.chart.skills import skills

    return skills(view)


CHARTS: Mapping[str, Callable[[View], Graph]] = {
    "structure": structure,
    "communication": communication,
    "drill-incident": _drill,
    "data-flows": _data_flows,
    "delegation": _delegation,
    "skills": _skills,
}
"""The charts there are; those that a site seldom has, and what they ask, are loaded when one is drawn."""
Direction = Literal["auto", "across", "down"]
"""From left to right, from the top down, or whichever of them has the larger words on the smallest sheet."""
DIRECTIONS: tuple[Direction, ...] = ("auto", "across", "down")
MOST_DOWN = 25
"""A structure chart of more boxes is drawn from left to right: a row of them is wider than any sheet."""
MOST_LINKS = 60
"""Of more pages there is a list on a page of its own, for their links would crowd out the overview."""
MOST_POSTS = 1_000
"""No sheet holds more posts: each is a line of 148 by 10 points at least, and A3 has 1.5 million square points at 8."""


def whole(name: str, view: View) -> Graph:
    """A chart with all that the view asks for; it says itself where a file could not be read in full."""
    graph, unread = CHARTS[name](view), view.register.unread
    said = f"Not complete: {some_of(unread)} could not be read in full"
    return replace(graph, remarks=(*graph.remarks, said)) if unread else graph


def pages(graph: Graph, view: View, drawer: Drawer, direction: Direction = "auto") -> list[Graph]:
    """The pages on which a chart is drawn, the main one first; every page fits if that can be brought about.

    A structure chart of few boxes runs in the direction that is asked for, or in the one in which it reads best.
    """
    if graph.chart == "drill":
        from igreg.drawing.numbered_drill import fitting

        return [fitting(graph, drawer)]
    if graph.chart == "data-flows":
        from igreg.drawing.data_flow_pages import data_flow_pages

        return data_flow_pages(graph, drawer)
    if graph.chart == "delegation":
        from igreg.drawing.delegation_pages import delegation_pages

        return delegation_pages(graph, drawer)
    if graph.chart == "skills":
        from igreg.drawing.skill_pages import skill_pages

        return skill_pages(graph, drawer)
    if graph.chart == "communication":
        return _communication(graph, drawer)
    for down in _ways(graph, direction):
        one = _on_one_page(graph, drawer, down)
        if one is not None:
            return [one]
    graph = replace(graph, down=False)
    units = {unit.id: unit.name or unit.id for unit in view.tenure.there.units if unit.id}
    others = list(_unit_pages(graph, view, units, drawer))
    names = titles(others)
    lists = contents(graph, names) if len(names) > MOST_LINKS else []
    links = titles(lists) or names
    for thrift in range(4):
        main = linked(overview(graph, units, links, thrift), others)
        found = next((way for way in (main, replace(main, tight=True, slim=True)) if drawer.fits(way)), None)
        if found is not None:
            return [found, *lists, *others]
    return [main, *lists, *others]


def _ways(graph: Graph, wanted: Direction) -> tuple[tuple[bool, ...], ...]:
    """Whether to draw from the top down: what may be chosen from, and if none of it can be read what comes next."""
    if wanted == "across" or len(graph.nodes) > MOST_DOWN:
        return ((False,),)
    return ((True,), (False,)) if wanted == "down" else ((False, True),)


def _on_one_page(graph: Graph, drawer: Drawer, down: Sequence[bool]) -> Graph | None:
    """The whole structure chart in the roomiest way that the smallest sheet can hold, if one page can hold it."""
    listed = compact(graph)
    ways = (graph, replace(graph, tight=True), listed, replace(listed, tight=True))
    for paper in drawer.papers:
        for way in (*ways, *(replace(way, slim=True) for way in ways if paper != A3)):
            turned = (replace(way, down=one) for one in down)
            found = [page for page in turned if _readable(page, drawer, paper)]
            if found:
                return max(found, key=lambda page: drawer.points(page, paper))
    return None


def _communication(graph: Graph, drawer: Drawer) -> list[Graph]:
    """Every arrow on one page if that fits, else incidents and what is routine apart.

    The words stand on the arrows where they touch nothing else, and elsewhere in a table, by numbers.
    """
    graph, every = gathered(graph), graph
    for paper in drawer.papers:
        one = worded(graph, drawer, paper)
        if one is not None and drawer.is_clear(one):
            return [one]
        if one is not None or paper != A3:
            numbered = (bundled(graph), bundled(twinned(graph)))
            ways = (*numbered, *(upright(way) for way in numbered if way.tables))
            found = next((way for way in ways if _readable(way, drawer, paper)), None)
            if found is not None:
                return [found]
            if one is not None and paper == drawer.papers[-1]:
                return [one]
    return split(every, drawer)


def _readable(page: Graph, drawer: Drawer, paper: Paper) -> bool:
    return drawer.fits(page) if paper == drawer.papers[-1] else drawer.fits_on(page, paper)


def _unit_pages(graph: Graph, view: View, units: Mapping[str, str], drawer: Drawer) -> Iterator[Graph]:
    """A page for each unit with all below it where that fits, else for the unit alone and for each one below."""
    posts = posts_by_unit(graph)
    inner: dict[str, list[str]] = {}
    for unit in view.tenure.there.units:
        if unit.id:
            parent = unit.parent if unit.parent in units and unit.parent != unit.id else ""
            inner.setdefault(parent or "", []).append(unit.id)
    tree = Branches(graph)
    seen: set[str] = set()
    ahead = inner.get("", [])[::-1]
    while ahead:
        one = ahead.pop()
        if one in seen:
            continue
        seen.add(one)
        ids = sorted(_posts_below(one, posts, inner), key=tree.places.__getitem__)
        titled = (one, units[one])
        page = _unit_page(tree, titled, ids, drawer) if ids else None
        if page is not None:
            yield page
            continue
        if posts.get(one):
            yield from _parts(tree, titled, posts[one], drawer)
        ahead += inner.get(one, [])[::-1]
    loose = [id for unit, ids in posts.items() if unit == OTHERS or unit not in units for id in ids]
    reached = _reached(inner)
    in_loops = [id for unit, ids in posts.items() if unit in units and unit not in reached for id in ids]
    if loose or in_loops:
        yield from _parts(tree, (OTHERS, "without a unit, and groups"), [*loose, *in_loops], drawer)


def _posts_below(unit: str, posts: Mapping[str, Sequence[str]], inner: Mapping[str, Sequence[str]]) -> set[str]:
    """The posts of a unit and of all units below it, or some of them that are too many for a page."""
    found: set[str] = set()
    seen = {unit}
    ahead = [unit]
    while ahead and len(found) <= MOST_POSTS:
        one = ahead.pop()
        found.update(posts.get(one, ()))
        fresh = [child for child in inner.get(one, ()) if child not in seen]
        seen.update(fresh)
        ahead += fresh
    return found


def _unit_page(
    tree: Branches,
    titled: tuple[str, str],
    part: Sequence[str],
    drawer: Drawer,
    number: int = 0,
    steps: int | None = None,
) -> Graph | None:
    """The page of some posts of a unit, if it can be read; one that cannot is seldom made to find that out."""
    if len(part) > MOST_POSTS or has_more_boxes(tree, part, MOST_BOXES, steps):
        return None
    page = unit_page(tree, *titled, part, number, steps=steps)
    return page if drawer.fits(page) else None


def _reached(inner: Mapping[str, list[str]]) -> set[str]:
    """The units that hang, by however many steps, on one without a parent; those in a loop of parents do not."""
    out: set[str] = set()
    left = list(inner.get("", ()))
    while left:
        unit = left.pop()
        if unit not in out:
            out.add(unit)
            left += inner.get(unit, [])
    return out


def _parts(tree: Branches, titled: tuple[str, str], ids: Sequence[str], drawer: Drawer) -> Iterator[Graph]:
    """One page, or as many as it takes for each to fit; of very long lines upwards only the ends are drawn."""
    count = 1
    while True:
        size = -(-len(ids) // count)
        slices = [ids[i : i + size] for i in range(0, len(ids), size)]
        numbered = [(part, number if count > 1 else 0) for number, part in enumerate(slices, 1)]
        for steps in (None, 2, 0):
            made = (_unit_page(tree, titled, part, drawer, number, steps) for part, number in numbered)
            found = list(takewhile(bool, made))
            if len(found) == len(numbered):
                yield from filter(None, found)
                return
        if size == 1:
            yield from (unit_page(tree, *titled, part, number, steps=0) for part, number in numbered)
            return
        count += 1 + count // 4
