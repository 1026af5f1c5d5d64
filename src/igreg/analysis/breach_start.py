"""Where a report of a breach begins, and who has no way on (ruling B26)."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Mapping, Sequence

from igreg.analysis.audience import Audiences
from igreg.analysis.flows import Step
from igreg.analysis.tenure import Tenure
from igreg.model.kinds.flows import Flow
from igreg.model.values import AUDIENCES

ALL_STAFF = "all-staff"


def beginnings(audiences: Audiences, steps: Mapping[str, Sequence[Step]]) -> tuple[str, ...]:
    """The parties at which a report begins, each of which must have a way on.

    All staff, unless units that are all staff report in their stead. Units, roles and people that tell of incidents and
    are told by nobody. Units whose people nobody lets report: neither the unit nor one above nor all staff tells of
    incidents. Who is told by somebody only passes on; and who tells outsiders alone, such as the commissioner, acts on
    what is known.
    """
    register = audiences.tenure.register
    kinds = register.kind_of
    telling = dict.fromkeys(flow.from_ or "" for flow in _incident_flows(audiences.tenure) if _reports(audiences, flow))
    units = [id for id in steps if kinds.get(id) == "units"]
    instead = ALL_STAFF not in steps and audiences.are_all_staff(units)
    told = _told(audiences.tenure)
    begin = [id for id in telling if kinds.get(id) in ("units", "roles", "staff") and id not in told]
    silent = _silent(audiences, units) if units and ALL_STAFF not in steps else []
    first = [] if instead or (silent and audiences.are_all_staff([*units, *silent])) else [ALL_STAFF]
    return tuple(dict.fromkeys(id for id in (*first, *(units if instead else ()), *begin, *silent) if id))


def parties_of(tenure: Tenure, start: str) -> tuple[str, ...]:
    """As whom somebody begins: themselves, and a person as the roles they hold too."""
    return (start, *(role.id for role in tenure.roles_of(start) if role.id))


def hours_to(steps: Mapping[str, Sequence[Step]], ends: Iterable[str]) -> Mapping[str, float]:
    """The hours of the quickest way to any of some parties, from everybody who has one."""
    back: dict[str, list[Step]] = {}
    for found in steps.values():
        for step in found:
            back.setdefault(step.end, []).append(step)
    best: dict[str, float] = {}
    queue = [(0.0, end) for end in ends]
    heapq.heapify(queue)
    while queue:
        hours, here = heapq.heappop(queue)
        if here not in best:
            best[here] = hours
            for step in back.get(here, ()):
                if step.start not in best:
                    heapq.heappush(queue, (hours + step.hours, step.start))
    return best


def dead_ends(
    tenure: Tenure, steps: Mapping[str, Sequence[Step]], addressees: Collection[str]
) -> Mapping[str, list[str]]:
    """Who is told of incidents and has no way on to anybody who must be told, and who tells them.

    Not where the same flow tells somebody who must be told, or is by one: then nothing is lost. Outside bodies, the
    public and units that are warned pass nothing on to us.
    """
    kinds = tenure.register.kind_of
    reach = hours_to(steps, addressees)
    out: dict[str, list[str]] = {}
    for flow in _incident_flows(tenure):
        if not flow.from_ or not set(addressees).isdisjoint((flow.from_, *flow.to)):
            continue
        for party in dict.fromkeys(flow.to):
            if kinds.get(party) in ("roles", "staff", "groups") and reach.keys().isdisjoint(parties_of(tenure, party)):
                out.setdefault(party, []).append(flow.from_)
    return out


def _incident_flows(tenure: Tenure) -> Iterable[Flow]:
    return (flow for flow in tenure.there.flows if flow.trigger == "incident")


def _reports(audiences: Audiences, flow: Flow) -> bool:
    """Whether a flow reports to somebody inside; what comes from a unit is a report, wherever it goes."""
    kinds = audiences.tenure.register.kind_of
    outside = AUDIENCES - {ALL_STAFF}
    return kinds.get(flow.from_ or "") == "units" or any(
        kinds.get(party) != "bodies" and party not in outside for party in flow.to
    )


def _told(tenure: Tenure) -> set[str]:
    """Everybody to whom an incident flow leads: for a group those who sit in it, for a role those who are it.

    An answer that comes back to a unit is no report to it: its people are who reports.
    """
    out: set[str] = set()
    for flow in _incident_flows(tenure):
        out.update(party for party in flow.to if party != flow.from_)
        if flow.two_way and flow.from_ and flow.to and tenure.register.kind_of.get(flow.from_) != "units":
            out.add(flow.from_)
    for group in tenure.there.groups:
        if group.id in out:
            out.update(id for id in (*group.chairs, group.secretary, *group.members) if id)
    named = {id for id in out if tenure.register.kind_of.get(id) == "staff"}
    out.update(role.id for person in named for role in tenure.roles_of(person) if role.id)
    holders = {person for id in out if tenure.register.kind_of.get(id) == "roles" for person in tenure.people(id)}
    return out | holders


def _silent(audiences: Audiences, telling: Iterable[str]) -> list[str]:
    """The units of which neither they nor one above tells of incidents; where one only holds others, these."""
    covered = {below for unit in telling for below in audiences.below(unit)}
    units = audiences.tenure.there.units
    parents = {unit.parent for unit in units}
    return [
        unit.id
        for unit in units
        if unit.id and unit.id not in covered and (unit.id not in parents or audiences.by_unit.get(unit.id))
    ]
