"""The data flow map: which data go from whom to whom, and how; what is special, leaves the UK or is not agreed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igreg.analysis.cover import uncovered
from igreg.analysis.data_flows import flows_on, is_personal
from igreg.chart.aliases import Aliases
from igreg.chart.communication import party_node
from igreg.chart.graph import Edge, EdgeKind, Graph, Mark, Message, Node
from igreg.chart.tree import units_below
from igreg.chart.view import View
from igreg.language.english import counted
from igreg.model.kinds.assets import Asset
from igreg.model.kinds.data_flows import DataFlow
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import StaffMember


def data_flows(view: View) -> Graph:
    """Every data flow of the day as arrows between senders, assets and receivers, or those of the unit asked for."""
    view = replace(view, data=True)
    flows = _chosen(view)
    bare = {(id(flow), flow.to[index]) for flow, index in uncovered(view.register, view.day)}
    aliases = Aliases.of(view, (party for flow in flows for party in (flow.from_ or "", *flow.to)))
    edges = tuple(edge for flow in flows for edge in _edges(view, flow, aliases, bare))
    return Graph(
        chart="data-flows",
        name="data-flows",
        title="Data flows" + (f": {view.title(view.unit)}" if view.unit is not None else ""),
        subtitle=view.subtitle,
        source=view.source,
        area_order=view.area_order,
        nodes=_nodes(view, edges, aliases),
        edges=edges,
        remarks=tuple(_remarks(view, flows, edges)),
    )


def _chosen(view: View) -> list[DataFlow]:
    """The data flows of the day and of the unit that is asked for; each needs both ends. Special ones come first."""
    flows = [flow for flow in flows_on(view.register, view.day) if flow.from_ and flow.to]
    if view.unit is not None:
        units = units_below(view, view.unit)
        flows = [flow for flow in flows if any(_in_units(view, one, units) for one in (flow.from_ or "", *flow.to))]
    order: dict[EdgeKind, int] = {"special": 0, "personal": 1, "data": 2}
    return sorted(flows, key=lambda flow: order[_kind(flow)])


def _in_units(view: View, party: str, units: set[str]) -> bool:
    record = view.register.by_id.get(party)
    return party in units or (isinstance(record, Role | StaffMember | Asset) and record.unit in units)


def _kind(flow: DataFlow) -> EdgeKind:
    return "special" if flow.special_category else "personal" if is_personal(flow) else "data"


def _edges(view: View, flow: DataFlow, aliases: Aliases, bare: set[tuple[int, str]]) -> Iterator[Edge]:
    """One arrow for each party or asset that the data go to."""
    start = flow.from_ or ""
    every = str(flow.every) if flow.every is not None else ""
    message = Message(flow.what or flow.called, "", every, tuple(flow.by), on_request=bool(flow.on_request))
    for target in dict.fromkeys(flow.to):
        marks: list[Mark] = ["no-agreement"] if (id(flow), target) in bare else []
        marks += ["outside-uk"] if flow.outside_uk else []
        yield Edge(aliases.alias(start), aliases.alias(target), _kind(flow), message, marks=tuple(marks))


def _nodes(view: View, edges: tuple[Edge, ...], aliases: Aliases) -> tuple[Node, ...]:
    """A node for every party and asset of the arrows: those inside first, those outside last."""
    parties = dict.fromkeys(party for edge in edges for party in (edge.start, edge.end))
    nodes = [_node(view, party, aliases) for party in parties]
    order = {"audience": 0, "asset": 1, "staff": 2, "role": 2, "group": 3, "unit": 3, "unknown": 4, "body": 5}
    return tuple(sorted(nodes, key=lambda node: (node.edge, order.get(node.kind, 4))))


def _node(view: View, party: str, aliases: Aliases) -> Node:
    asset = view.register.get(Asset, party)
    if asset is None:
        return replace(party_node(view, party, aliases), areas=())
    return Node(party, "asset", asset.called, over="Information asset", unit=asset.unit or "")


def _remarks(view: View, flows: list[DataFlow], edges: tuple[Edge, ...]) -> Iterator[str]:
    special = sum(1 for flow in flows if flow.special_category)
    personal = sum(1 for flow in flows if is_personal(flow))
    yield f"{counted(len(flows), 'data flow')}, {personal} of personal data, {special} of them of a special category"
    abroad = sum(1 for flow in flows if flow.outside_uk)
    open_ = sum(1 for edge in edges if "no-agreement" in edge.marks)
    if abroad:
        yield f"{abroad} out of the UK"
    if open_:
        yield f"{counted(open_, 'arrow')} to a body with no agreement or contract in force"
    if not view.names:
        yield "Names of people are left out"
