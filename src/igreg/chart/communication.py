"""The communication flow chart: who tells whom what, when and how; incidents apart from what is routine."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.chart.about import OfSomebody
from igreg.chart.aliases import Aliases
from igreg.chart.graph import Edge, EdgeKind, Graph, Message, Node, NodeKind
from igreg.chart.holders import holder_lines
from igreg.chart.lines import Line
from igreg.chart.structure import https
from igreg.chart.tree import units_below
from igreg.chart.view import AUDIENCE_TITLES, View
from igreg.errors import unknown
from igreg.model.kinds.bodies import Body
from igreg.model.kinds.flows import Flow
from igreg.model.kinds.groups import Group
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import StaffMember
from igreg.model.kinds.units import Unit

INCIDENT_TRIGGERS = frozenset({"incident", "near-miss"})
OUTSIDE = frozenset({"service-users", "carers", "public"})
_BODY_WORDS = {"national-body": "national body", "other": "outside body"}


def communication(view: View) -> Graph:
    """Every flow as arrows between parties, or those that the view asks for."""
    flows = chosen_flows(view)
    flows = [f for f in flows if is_incident(f)] + [f for f in flows if not is_incident(f)]
    aliases = Aliases.of(view, (party for flow in flows for party in (flow.from_ or "", *told(view, flow))))
    edges = tuple(edge for flow in flows for edge in flow_edges(view, flow, aliases))
    return Graph(
        chart="communication",
        name="communication",
        title=_title(view),
        subtitle=view.subtitle,
        source=view.source,
        area_order=view.area_order,
        nodes=party_nodes(view, edges, aliases),
        edges=edges,
        remarks=tuple(_remarks(view, flows)),
    )


def chosen_flows(view: View) -> list[Flow]:
    """The flows of the area and of the unit that are asked for; each needs both ends."""
    flows = [f for f in view.tenure.there.flows if f.from_ and f.to]
    if view.area is not None:
        if view.area not in view.register.areas:
            raise unknown("--area", "area", view.area, view.register.areas)
        flows = [f for f in flows if view.area in f.about]
    if view.unit is not None:
        units = units_below(view, view.unit)
        flows = [f for f in flows if any(_in_units(view, party, units) for party in (f.from_ or "", *told(view, f)))]
    return flows


def told(view: View, flow: Flow) -> list[str]:
    """Whom a flow tells on the day."""
    return view.tenure.there.told(flow)


def is_incident(flow: Flow) -> bool:
    """Whether a flow tells of an incident or of a near miss."""
    return flow.trigger in INCIDENT_TRIGGERS


def flow_edges(view: View, flow: Flow, aliases: Aliases) -> Iterator[Edge]:
    """One arrow for each party that is told (ruling A108)."""
    kind: EdgeKind = "incident" if is_incident(flow) else "routine"
    start, message = flow.from_ or "", message_of(flow)
    about = tuple(view.register.areas.get(area, area) for area in dict.fromkeys(flow.about))
    for target in dict.fromkeys(told(view, flow)):
        yield Edge(aliases.alias(start), aliases.alias(target), kind, message, both=flow.two_way, about=about)


def message_of(flow: Flow) -> Message:
    """What a flow tells, when and how."""
    within, every = (str(span) if span is not None else "" for span in (flow.within, flow.every))
    return Message(flow.title or flow.id or "", within, every, tuple(flow.by), bool(flow.out_of_hours))


def party_nodes(view: View, edges: tuple[Edge, ...], aliases: Aliases) -> tuple[Node, ...]:
    """A node for every party of the arrows: staff and leads first, those outside last."""
    parties = dict.fromkeys(party for edge in edges for party in (edge.start, edge.end))
    nodes = [party_node(view, party, aliases) for party in parties]
    order = {"audience": 0, "staff": 1, "role": 1, "group": 2, "unit": 2, "unknown": 3, "body": 4}
    return tuple(sorted(nodes, key=lambda node: (node.edge, order.get(node.kind, 3))))


def party_node(view: View, party: str, aliases: Aliases) -> Node:
    """The node of one party."""
    record = view.register.by_id.get(party)
    title, kind, over = view.title(party), _kind(record), ""
    if aliases.hides(party):
        return Node(party, "staff", "A member of staff", about=OfSomebody())
    lines: tuple[Line, ...] = ()
    if party in AUDIENCE_TITLES:
        kind, over = "audience", "Inside" if party == "all-staff" else "Outside"
    elif isinstance(record, Role):
        lines = holder_lines(view, record)
    elif isinstance(record, Body):
        over = _BODY_WORDS.get(record.category or "other", record.category or "").capitalize()
    elif isinstance(record, Group):
        over = "Group"
    elif isinstance(record, Unit):
        over = (record.category or "unit").capitalize()
    elif record is None or kind == "unknown":
        over = "Not in the register"
    outside = kind == "body" or party in OUTSIDE
    areas = tuple(view.area_title(a) for a in dict.fromkeys(record.areas)) if isinstance(record, Role) else ()
    return Node(
        party,
        kind,
        title,
        lines,
        areas=areas,
        over=over,
        link=https(record.contact) if isinstance(record, Body) else None,
        edge=outside,
        leads=view.units_led.get(party, ""),
    )


def _kind(record: object) -> NodeKind:
    kinds: tuple[tuple[type, NodeKind], ...] = (
        (Role, "role"),
        (Group, "group"),
        (Unit, "unit"),
        (StaffMember, "staff"),
        (Body, "body"),
    )
    return next((kind for model, kind in kinds if isinstance(record, model)), "unknown")


def _in_units(view: View, party: str, units: set[str]) -> bool:
    record = view.register.by_id.get(party)
    return party in units or (isinstance(record, Role | StaffMember) and record.unit in units)


def _title(view: View) -> str:
    parts = [view.area_title(view.area)] if view.area is not None else []
    parts += [view.title(view.unit)] if view.unit is not None else []
    return "Communication of information governance" + (f": {', '.join(parts)}" if parts else "")


def _remarks(view: View, flows: list[Flow]) -> Iterator[str]:
    incidents = sum(1 for flow in flows if is_incident(flow))
    routine = len(flows) - incidents
    yield f"{incidents} {'flow' if incidents == 1 else 'flows'} for incidents, {routine} routine"
    if not view.names:
        yield "Names of people are left out"
