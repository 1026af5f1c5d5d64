"""The structure chart: who answers to whom, who holds what, who leads which area, and where the gaps are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igreg.chart.about import MOST_NAMED, About, Address, AlsoHolds, Beside, OfPost
from igreg.chart.graph import MEMBERS, AreaRow, Edge, Graph, Node
from igreg.chart.group_lines import group_lines, short_lines
from igreg.chart.holders import holder_lines
from igreg.chart.lines import InUnit, Line, LineEnds
from igreg.chart.members import elected_top, members_node
from igreg.chart.tree import Post, Tree
from igreg.chart.view import View
from igreg.language.english import counted
from igreg.model.kinds.groups import Group
from igreg.model.kinds.roles import Role
from igreg.model.kinds.units import Unit

OTHER_LINES: tuple[tuple[str, Beside], ...] = (
    ("reports_to", "reports"),
    ("advises", "advises"),
    ("supports", "supports"),
)
"""Fields that are lines beside accountability, and the kind of each."""


def structure(view: View) -> Graph:
    """The whole structure chart, or the part of it that the view asks for."""
    view = replace(view, elections=True)
    tree = Tree(view)
    top = elected_top(view)
    above = top if top is not None and top.id in tree.posts else None
    nodes = tuple(post_node(view, id, tree) for id in tree.order)
    return Graph(
        chart="structure",
        name="structure",
        title=structure_title(view),
        subtitle=view.subtitle,
        source=view.source,
        area_order=view.area_order,
        nodes=(members_node(view, above), *nodes) if above is not None else nodes,
        edges=(*_elected(above), *_edges(view, tree)),
        areas=area_rows(view, tree),
        remarks=tuple(_remarks(view, tree)),
    )


def _elected(top: Group | None) -> Iterator[Edge]:
    """The line from the members to the group at the top that they elect."""
    if top is not None and top.id:
        yield Edge(MEMBERS, top.id, "accountable")


def structure_title(view: View) -> str:
    """What the chart is called, with the part it shows."""
    parts = []
    if view.area is not None:
        parts.append(view.area_title(view.area))
    if view.unit is not None:
        parts.append(view.title(view.unit))
    return "Information governance structure" + (f": {', '.join(parts)}" if parts else "")


def post_node(view: View, id: str, tree: Tree) -> Node:
    """The node of a role or a group."""
    post = tree.posts[id]
    if isinstance(post, Group):
        return Node(
            id=id,
            kind="group",
            title=post.title or post.id or "Without a title",
            lines=(*group_lines(view, post), *_orphan(post, tree)),
            short=(*short_lines(view, post), *_orphan(post, tree)),
            over="Information governance group" if post.ig_group else "Group",
            about=_told(view, post),
            is_ig_group=bool(post.ig_group),
        )
    return Node(
        id=id,
        kind="role",
        title=post.title or post.id or "Without a title",
        lines=(*holder_lines(view, post), *_unit_line(view, post), *_orphan(post, tree)),
        areas=tuple(view.area_title(area) for area in dict.fromkeys(post.areas)),
        about=_told(view, post),
        unit=post.unit if post.unit and view.is_there(post.unit) else "",
        link=https(post.public_contact) or _paper(view, post),
    )


def _paper(view: View, role: Role) -> Address | None:
    """The address of the paper that appoints somebody; it may tell who, so it goes with the names."""
    papers = (https(h.holder.document.url) for h in view.tenure.appointments(role) if h.holder.document is not None)
    return next((paper for paper in papers if paper), None) if view.tells_private else None


def https(text: str | None) -> Address | None:
    """The text where it is an https: address and nothing else; other schemes are never drawn as links."""
    text = (text or "").strip()
    plain = text.isprintable() and not any(c in text for c in " \"'<>\\`{}|^")
    return Address(text) if text.lower().startswith("https://") and len(text) > 8 and plain else None


def _unit_line(view: View, role: Role) -> Iterator[Line]:
    """The unit, unless it is the whole organisation's or that of the role above."""
    upper = view.register.get(Role, role.accountable_to)
    unit = view.register.get(Unit, role.unit)
    if unit is None or not view.is_there(unit.id) or (upper is not None and upper.unit == role.unit):
        return
    if unit.parent or not view.has_one_root:
        yield InUnit(view.title(role.unit or ""))


def _orphan(post: Post, tree: Tree) -> Iterator[Line]:
    """A word where the line upwards is missing."""
    if not tree.view.is_there(post.accountable_to):
        yield LineEnds(tree.view.title(post.accountable_to or ""), "not there")
    elif post.accountable_to and post.accountable_to not in tree.all_posts:
        yield LineEnds(post.accountable_to if tree.view.names else None, "not known")
    elif not post.accountable_to and tree.top and post.id != tree.top:
        yield LineEnds()


def _edges(view: View, tree: Tree) -> Iterator[Edge]:
    for id in tree.order:
        upper = tree.above(id)
        if upper is not None and upper in tree.posts:
            yield Edge(upper, id, "accountable")
    for id in tree.order:
        for field, kind in OTHER_LINES:
            for target in dict.fromkeys(getattr(tree.posts[id], field, ())):
                if target in tree.posts and target != id:
                    yield Edge(id, target, kind)


def area_rows(view: View, tree: Tree) -> tuple[AreaRow, ...]:
    """Who answers for each area: one row for each named lead, or one that says nobody is; of a unit, its leads only."""
    rows: list[AreaRow] = []
    for area in view.register.areas:
        if view.area is not None and area != view.area:
            continue
        leads = [r for r in view.tenure.leads[area] if view.unit is None or r.id in tree.posts]
        rows += [
            AreaRow(
                view.area_title(area),
                r.title or r.id or "",
                holder_lines(view, r),
                not view.tenure.is_held(r),
                r.id or "",
            )
            for r in leads
        ]
        if not leads and view.unit is None:
            rows.append(AreaRow(view.area_title(area), None, (), True))
    return tuple(rows)


def _remarks(view: View, tree: Tree) -> Iterator[str]:
    roles = [post for post in tree.posts.values() if isinstance(post, Role)]
    groups = len(tree.posts) - len(roles)
    if view.unit is not None and not tree.posts:
        yield without_roles(view)
    vacant = sum(1 for role in roles if not view.tenure.is_held(role))
    yield f"{counted(len(roles), 'role')}, {counted(groups, 'group')}, {vacant or 'none'} vacant"
    if not view.names:
        yield "Names of people are left out"
    if view.depth is not None:
        yield f"Drawn to {counted(view.depth, 'step')} below the top"


def without_roles(view: View) -> str:
    """What is said where the unit that was asked for has no role to draw."""
    here = f"{view.title(view.unit or '')} or a unit below it"
    return f"No role of {here} leads {view.area_title(view.area)}" if view.area else f"No role is in {here}"


def _told(view: View, post: Post) -> About:
    """What is told of a role or a group beside what stands in its box."""
    beside = ((kind, [to for to in getattr(post, field, ()) if view.is_there(to)]) for field, kind in OTHER_LINES)
    role, above = post if isinstance(post, Role) else None, post.accountable_to
    return OfPost(
        accountable_to=view.title(above) if above and view.is_there(above) else "",
        beside=tuple((kind, tuple(map(view.title, targets))) for kind, targets in beside if targets),
        unit=view.title(role.unit) if role and role.unit and view.is_there(role.unit) else "",
        also=tuple(_also(view, role)) if role else (),
        meets_every=str(post.meets_every) if isinstance(post, Group) and post.meets_every else "",
    )


def _also(view: View, role: Role) -> Iterator[AlsoHolds]:
    """The other roles of each holder."""
    for held in view.tenure.holders(role):
        roles = view.roles_held(held.holder.staff or "")
        others = tuple(r.title or r.id or "" for r in roles[: MOST_NAMED + 2] if r.id != role.id)
        if others:
            yield AlsoHolds(view.name(held.holder.staff) if view.names else None, others, len(roles) - 1)
