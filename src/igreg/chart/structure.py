"""The structure chart: who answers to whom, who holds what, who leads which area, and where the gaps are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igreg.chart.graph import Address, AreaRow, Edge, EdgeKind, Graph, Line, Node
from igreg.chart.group_lines import group_lines, short_lines, told_group
from igreg.chart.holders import held_by, holder_lines
from igreg.chart.members import MEMBERS, elected_top, members_node
from igreg.chart.tree import Post, Tree
from igreg.chart.view import View
from igreg.language.english import counted, listed, some_of
from igreg.model.kinds.groups import Group
from igreg.model.kinds.roles import Role
from igreg.model.kinds.units import Unit

OTHER_LINES: tuple[tuple[str, EdgeKind, str], ...] = (
    ("reports_to", "reports", "reports to"),
    ("advises", "advises", "advises"),
    ("supports", "supports", "supports"),
)
"""Fields that are lines beside accountability, their kind and what they are called."""
MOST_NAMED = 20
"""So many of the other roles of one person are named where a role is told: each role of thousands told all others."""


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
        yield Edge(MEMBERS, top.id, "accountable", told=f"{top.called} is elected by the members and answers to them")


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
            told=told_group(view, post),
            is_ig_group=bool(post.ig_group),
        )
    return Node(
        id=id,
        kind="role",
        title=post.title or post.id or "Without a title",
        lines=(*holder_lines(view, post), *_unit_line(view, post), *_orphan(post, tree)),
        areas=tuple(view.area_title(area) for area in dict.fromkeys(post.areas)),
        told=_told_role(view, post),
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
        yield Line("note", view.title(role.unit or ""))


def _orphan(post: Post, tree: Tree) -> Iterator[Line]:
    """A word where the line upwards is missing."""
    if not tree.view.is_there(post.accountable_to):
        yield Line(
            "risk", f"Accountable to {tree.view.title(post.accountable_to or '')}, which is not there on this day"
        )
    elif post.accountable_to and post.accountable_to not in tree.all_posts:
        whom = repr(post.accountable_to) if tree.view.names else "somebody"
        yield Line("risk", f"Accountable to {whom}, which is not a role or group in the register")
    elif not post.accountable_to and tree.top and post.id != tree.top:
        yield Line("note", "No line to the top")


def _edges(view: View, tree: Tree) -> Iterator[Edge]:
    for id in tree.order:
        upper = tree.above(id)
        if upper is not None and upper in tree.posts:
            told = f"{_called(tree, id)} is accountable to {_called(tree, upper)}"
            yield Edge(upper, id, "accountable", told=told)
    for id in tree.order:
        for field, kind, word in OTHER_LINES:
            for target in dict.fromkeys(getattr(tree.posts[id], field, ())):
                if target in tree.posts and target != id:
                    told = f"{_called(tree, id)} {word} {_called(tree, target)}"
                    yield Edge(id, target, kind, told=told)


def _called(tree: Tree, id: str) -> str:
    return tree.posts[id].title or tree.posts[id].id or "Without a title"


def area_rows(view: View, tree: Tree) -> tuple[AreaRow, ...]:
    """Who answers for each area: one row for each named lead, or one that says nobody is; of a unit, its leads only."""
    rows: list[AreaRow] = []
    for area in view.register.areas:
        if view.area is not None and area != view.area:
            continue
        leads = [r for r in view.tenure.leads[area] if view.unit is None or r.id in tree.posts]
        rows += [
            AreaRow(
                view.area_title(area), r.title or r.id or "", held_by(view, r), not view.tenure.is_held(r), r.id or ""
            )
            for r in leads
        ]
        if not leads and view.unit is None:
            rows.append(AreaRow(view.area_title(area), "No role is named as lead", "Nobody", True))
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


def _told_role(view: View, role: Role) -> str:
    parts = [f"{role.title or role.id}. {held_by(view, role)}."]
    if role.areas:
        parts.append(f"Named lead for {listed(view.area_title(a) for a in dict.fromkeys(role.areas))}.")
    if role.accountable_to and view.is_there(role.accountable_to):
        parts.append(f"Accountable to {view.title(role.accountable_to)}.")
    for field, _, word in OTHER_LINES:
        targets = [target for target in getattr(role, field) if view.is_there(target)]
        if targets:
            parts.append(f"{word.capitalize()} {listed(view.title(t) for t in targets)}.")
    if role.unit and view.is_there(role.unit):
        parts.append(f"Unit: {view.title(role.unit)}.")
    for held in view.tenure.holders(role):
        roles = view.roles_held(held.holder.staff or "")
        others = [r.title or r.id or "" for r in roles[: MOST_NAMED + 2] if r.id != role.id]
        if others:
            who = view.name(held.holder.staff) if view.names else "Whoever holds it"
            parts.append(f"{who} also holds {some_of(others, MOST_NAMED, len(roles) - 1)}.")
    return " ".join(parts)
