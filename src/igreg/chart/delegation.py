"""The chart of delegation: who has handed down what to whom, up to which sum, until when, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igreg.analysis.delegations import amiss, in_scheme
from igreg.analysis.elections import seat_ends
from igreg.analysis.undelegable import keepers, what_is_kept
from igreg.chart.about import Money
from igreg.chart.aliases import Aliases
from igreg.chart.communication import party_node
from igreg.chart.graph import MEMBERS, Edge, Graph, Mark, Message, Table
from igreg.chart.members import elected_top, election_tables, members_node
from igreg.chart.tree import units_below
from igreg.chart.view import View
from igreg.errors import unknown
from igreg.language.english import counted, listed
from igreg.model.kinds.delegations import Delegation
from igreg.model.kinds.groups import Group
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import StaffMember


def delegation(view: View) -> Graph:
    """Every delegation of the day as an arrow from who hands down to who takes on; those that left a gap too."""
    view = replace(view, delegations=True, elections=True)
    found = _chosen(view)
    aliases = Aliases.of(view, (party for one in found for party in (one.from_ or "", one.to or "")))
    marks = amiss(view.tenure, view.figures.facts, found)
    edges = tuple(_edge(view, one, aliases, marks[one.where]) for one in found)
    remarks = tuple(_remarks(view, edges))
    top = elected_top(view) if view.area is None and view.unit is None else None
    if top is not None:
        edges = (_elects(top, aliases), *edges)
    parties = dict.fromkeys(party for edge in edges for party in (edge.start, edge.end) if party != MEMBERS)
    nodes = tuple(party_node(view, party, aliases) for party in parties)
    return Graph(
        chart="delegation",
        name="delegation",
        title=_title(view),
        subtitle=view.subtitle,
        source=view.source,
        area_order=view.area_order,
        nodes=(members_node(view, top), *nodes) if top is not None else nodes,
        edges=edges,
        tables=(*_kept(view), *election_tables(view)),
        remarks=remarks,
    )


def _chosen(view: View) -> list[Delegation]:
    """The delegations in force on the day, and those that ended with none in their place; each needs both ends."""
    found = in_scheme(view.tenure)
    if view.area is not None:
        if view.area not in view.register.areas:
            raise unknown("--area", "area", view.area, view.register.areas)
        found = [one for one in found if view.area in one.areas]
    if view.unit is not None:
        units = units_below(view, view.unit)
        found = [one for one in found if any(_in_units(view, party or "", units) for party in (one.from_, one.to))]
    return found


def _in_units(view: View, party: str, units: set[str]) -> bool:
    record = view.register.by_id.get(party)
    return party in units or (isinstance(record, Role | StaffMember) and record.unit in units)


def _edge(view: View, one: Delegation, aliases: Aliases, marks: tuple[Mark, ...]) -> Edge:
    up_to = Money(one.limit, one.currency) if one.limit is not None else None
    message = Message(one.called, up_to=up_to, until=one.end)
    areas = tuple(view.register.areas.get(area, area) for area in dict.fromkeys(one.areas))
    start, end = one.from_ or "", one.to or ""
    return Edge(
        aliases.alias(start),
        aliases.alias(end),
        "delegated",
        message,
        about=areas,
        tasks=tuple(one.tasks),
        limits=one.limits or "",
        marks=marks,
    )


def _elects(top: Group, aliases: Aliases) -> Edge:
    """The line from the members to the group at the top, whose authority comes from their votes."""
    ends = min((day for seat in top.elected if (day := seat_ends(seat)) is not None), default=None)
    message = Message(f"elect {counted(len(top.elected), 'seat')}", until=ends)
    seats = tuple(seat.seat or "a seat" for seat in top.elected)
    return Edge(MEMBERS, aliases.alias(top.id or ""), "elects", message, tasks=seats)


def _kept(view: View) -> Iterator[Table]:
    """What those must keep whose accountability or independence stays where it is."""
    roles = keepers(view.tenure)
    if roles:
        what = listed(what_is_kept(view.figures.facts), "or")
        names = listed(role.title or role.id or "" for role in roles)
        yield Table("What may not be handed down", ("By whom", "What"), ((names, what),))


def _title(view: View) -> str:
    parts = [view.area_title(view.area)] if view.area is not None else []
    parts += [view.title(view.unit)] if view.unit is not None else []
    return "Delegation" + (f": {', '.join(parts)}" if parts else "")


def _remarks(view: View, edges: tuple[Edge, ...]) -> Iterator[str]:
    yield counted(len(edges), "delegation") if edges else "Nothing is handed down"
    marks: tuple[tuple[Mark, str], ...] = (
        ("kept", "that may not be handed down"),
        ("ring", "in a ring"),
        ("twice", "handed down twice"),
        ("ended", "that ended with none in its place"),
    )
    for mark, words in marks:
        count = sum(1 for edge in edges if mark in edge.marks)
        if count:
            yield f"{count} {words}"
    if not view.names:
        yield "Names of people are left out"
