"""The communication graph: who is reached from whom by incident flows, how fast and by which way."""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Mapping, Sequence

from igreg.analysis.tenure import Tenure
from igreg.dataclass import dataclass
from igreg.model.kinds.flows import Flow
from igreg.model.values import AUDIENCES
from igreg.register.register import Register


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a way: a flow, or a group that passes on to its own people (then `flow` is None)."""

    start: str
    end: str
    hours: float
    flow: Flow | None


@dataclass(frozen=True, slots=True)
class Way:
    """The quickest way to somebody: its steps, and the hours it may take in all."""

    steps: tuple[Step, ...]
    hours: float


def incident_steps(
    register: Register,
    today: dt.date,
    *,
    out_of_hours: bool = False,
    without: frozenset[str] = frozenset(),
) -> Mapping[str, Sequence[Step]]:
    """Every step that an incident report can take, by where it starts (ruling A86).

    A flow without `within` counts as no time; months are counted from today (ruling A117); a two-way flow runs both
    ways; a group passes on at once to its chair, secretary and members; a person who is named stands for the roles
    they hold, but a role does not stand for the other roles of its holder. Flows, posts, groups and units that are not
    there today are no way. With `out_of_hours` only flows that work at
    night and at weekends count. Roles that only people in `without` hold, and those people themselves, pass nothing on.
    """
    out: dict[str, list[Step]] = {}
    tenure = Tenure(register, today)
    gone = _gone(tenure, without)

    def parties(id: str | None) -> list[str]:
        if not id or id in gone:
            return []
        return [id, *(role.id for role in tenure.roles_of(id) if role.id and role.id not in gone)]

    def add(start: str | None, end: str | None, hours: float, flow: Flow | None) -> None:
        for one in parties(start):
            for other in parties(end):
                out.setdefault(one, []).append(Step(one, other, hours, flow))

    for flow in tenure.there.flows:
        if flow.trigger != "incident" or (out_of_hours and not flow.out_of_hours):
            continue
        hours = flow.within.hours_from(today) if flow.within is not None else 0.0
        for target in tenure.there.told(flow):
            add(flow.from_, target, hours, flow)
            if flow.two_way:
                add(target, flow.from_, hours, flow)
    for group in tenure.there.groups:
        for member in (*group.chairs, group.secretary, *group.members):
            add(group.id, member, 0.0, None)
    return out


def quickest_ways(steps: Mapping[str, Sequence[Step]], start: str = "all-staff", *more: str) -> Mapping[str, Way]:
    """The quickest way from somebody, or from any of several, to everybody who can be reached."""
    best: dict[str, Way] = dict.fromkeys((start, *more), Way((), 0.0))
    done: set[str] = set()
    queue: list[tuple[float, int, str]] = [(0.0, 0, one) for one in best]
    heapq.heapify(queue)
    while queue:
        hours, length, here = heapq.heappop(queue)
        if here in done:
            continue
        done.add(here)
        for step in steps.get(here, ()):
            total = hours + step.hours
            known = best.get(step.end)
            if known is None or (total, length + 1) < (known.hours, len(known.steps)):
                best[step.end] = Way((*best[here].steps, step), total)
                heapq.heappush(queue, (total, length + 1, step.end))
    return best


def _gone(tenure: Tenure, without: frozenset[str]) -> set[str]:
    """Who passes nothing on: what is not there; of people who are away, they and the roles nobody else deputises."""
    out = {*tenure.there.gone, *without} - AUDIENCES
    if not without:
        return out
    for role_id, kind in tenure.register.kind_of.items():
        if kind == "roles":
            people = set(tenure.people(role_id, deputies=True))
            if people and people <= without:
                out.add(role_id)
    return out
