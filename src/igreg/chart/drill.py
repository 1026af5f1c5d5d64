"""The way of a breach report from staff to the DPO, the SIRO and the regulator, timed against the hours to notify.

UK GDPR Article 33 gives 72 hours from the moment the organisation knows; the organisation may set fewer. Ways are those
of ruling A86: incident flows only, a flow without `within` counts as no time, groups pass on to their people,
two-way flows run both ways. They begin where the rule breach-path-too-slow has them begin (ruling B26).
"""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.breach_routes import BreachRoutes, Routes, all_ways, each_step, hours_until, key, slowest
from igreg.analysis.flows import Step
from igreg.analysis.standing_in import hangs_on_one
from igreg.chart.aliases import Aliases
from igreg.chart.communication import message_of, party_nodes
from igreg.chart.graph import Edge, Graph, Mark, Message, Node, Table
from igreg.chart.lines import NotReached
from igreg.chart.view import View
from igreg.errors import IgregError
from igreg.facts.own import your_own
from igreg.language.english import counted, listed
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import StaffMember


def drill(view: View) -> Graph:
    """The drill as a chart: the steps as arrows, and tables with the totals and the weak points."""
    away = frozenset(view.without)
    for person in sorted(away):
        _known(view, person)
    one = BreachRoutes(view.tenure, away)
    routes = one.routes()
    steps = each_step(routes)
    longest = max(steps, key=lambda step: step.hours, default=None)
    weakest = max(steps, key=lambda step: (_weakness(view, step)[0], step.hours), default=None)
    aliases = Aliases.of(view, (party for step in steps for party in (step.start, step.end)))
    by_then = hours_until(routes)
    edges = tuple(_edge(view, step, by_then[key(step)], longest, weakest, aliases) for step in steps)
    missing = [target for target in one.targets if not any(target in found for found in routes.values())]
    nodes = [*party_nodes(view, edges, aliases), *(_missed(view, target) for target in missing)]
    return Graph(
        chart="drill",
        name="drill-incident",
        title="Drill: how a breach is reported" + _absent(view, away),
        subtitle=view.subtitle,
        source=view.source,
        area_order=view.area_order,
        nodes=tuple({node.id: node for node in nodes}.values()),
        edges=edges,
        tables=tuple(_tables(view, one, routes, longest, weakest)),
        remarks=tuple(_remarks(view, one, routes)),
    )


def _limit(view: View) -> float:
    """Hours from knowing of a breach to telling the regulator."""
    return view.figures.number("breach-notice")


def _known(view: View, person: str) -> None:
    if view.register.get(StaffMember, person) is None:
        hint = view.register.lookup.hint(person, ("staff",))
        raise IgregError(f"--without: there is no member of staff {person!r}", hint)


def _absent(view: View, away: frozenset[str]) -> str:
    if not away:
        return ""
    return f", with {listed(sorted(view.name(person) for person in away))} away"


def _missed(view: View, target: str) -> Node:
    """A node for somebody who must be told and is not reached."""
    return Node(target, "role", view.title(target), (NotReached(),))


def _edge(view: View, step: Step, by_then: float, longest: Step | None, weakest: Step | None, aliases: Aliases) -> Edge:
    marks: list[Mark] = ["longest"] if step is longest and step.hours else []
    marks += ["weakest"] if step is weakest and _weakness(view, step)[1] else []
    return Edge(
        aliases.alias(step.start),
        aliases.alias(step.end),
        "incident",
        message_of(step.flow) if step.flow is not None else Message("The group passes it on"),
        by_then=by_then,
        no_limit=step.flow is not None and step.flow.within is None,
        marks=tuple(marks),
        heavy=step is longest or step is weakest,
    )


def _weakness(view: View, step: Step) -> tuple[int, list[str]]:
    """How weak a step is, and why."""
    found: list[tuple[int, str]] = []
    role = view.register.get(Role, step.end)
    if role is not None:
        if not view.tenure.is_held(role):
            found.append((4, "nobody holds the role that is told"))
        elif hangs_on_one(view.tenure, role):
            found.append((2, "one person alone, without a deputy"))
    if step.flow is not None:
        if not step.flow.out_of_hours:
            found.append((1, "not out of hours"))
        if step.flow.within is None:
            found.append((2, "no time limit"))
        if len(step.flow.by) < 2:
            found.append((1, "one means only" if step.flow.by else "no means written down"))
    return sum(weight for weight, _ in found), [why for _, why in found]


def _tables(
    view: View, one: BreachRoutes, routes: Routes, longest: Step | None, weakest: Step | None
) -> Iterator[Table]:
    limit = _limit(view)
    nights = one.routes(out_of_hours=True)
    rows = [
        (
            view.title(target),
            _total(view, routes, target),
            _left(routes, target, limit),
            _total(view, nights, target),
        )
        for target in one.targets
    ]
    yield Table(
        "How long until each is told", ("Who", "Total", f"Against {_hours(limit)}", "Out of hours"), tuple(rows)
    )
    by_then = hours_until(routes)
    yield Table(
        "Every step",
        ("From", "To", "What", "How", "May take", "By then", "Weak because"),
        tuple(
            (
                view.title(step.start),
                view.title(step.end),
                step.flow.title or step.flow.id or "" if step.flow is not None else "The group passes it on",
                _how(step),
                _hours(step.hours) + (" (longest)" if step is longest and step.hours else ""),
                _hours(by_then[key(step)]),
                ", ".join(_weakness(view, step)[1]) + (" (weakest)" if step is weakest else ""),
            )
            for step in each_step(routes)
        ),
        of_lines=True,
    )
    broken = list(_people(view, one, routes))
    if broken and view.names:
        yield Table("If one person is away", ("Who is away", "Then"), tuple(broken))
    if one.ends:
        told = ((view.title(id), listed(dict.fromkeys(map(view.title, tellers)))) for id, tellers in one.ends.items())
        yield Table("Who is told and passes nothing on", ("Who", "Told by"), tuple(told))


def _how(step: Step) -> str:
    if step.flow is None:
        return ""
    return ", ".join(step.flow.by) + ("; out of hours too" if step.flow.out_of_hours else "")


def _people(view: View, one: BreachRoutes, routes: Routes) -> Iterator[tuple[str, str]]:
    """The people whose absence alone makes a way longer or breaks it."""
    parties = dict.fromkeys(p for way in all_ways(routes) for step in way.steps for p in (step.start, step.end))
    people = dict.fromkeys(person for party in parties for person in view.tenure.people(party, deputies=True))
    for person in people:
        then = one.routes(without=[person])
        said = []
        for target in one.targets:
            now, other = slowest(routes, target), slowest(then, target)
            if now is not None and other is None:
                said.append(f"{view.title(target)} is not reached{_from_where(view, then, target)}")
            elif now is not None and other is not None and other[1].hours > now[1].hours:
                said.append(f"{view.title(target)} is told after {_hours(other[1].hours)}")
        if said:
            yield view.name(person), "; ".join(said)


def _remarks(view: View, one: BreachRoutes, routes: Routes) -> Iterator[str]:
    told = slowest(routes, view.register.organisation.breach_report_to)
    if told is not None:
        yield f"Regulator told within {_hours(told[1].hours)} of {_limit(view):g}"
    missing = [
        f"{view.title(target)}{_from_where(view, routes, target)}"
        for target in one.targets
        if slowest(routes, target) is None
    ]
    if missing:
        yield f"Not reached: {listed(missing)}"
    if not one.targets:
        yield "The register has no DPO, no SIRO and no regulator"
    if one.ends:
        yield f"Told, and passing nothing on: {listed(view.title(id) for id in one.ends)}"
    if yours := your_own(view.figures.facts, ("limits.breach-notice",)):
        yield f"{_limit(view):g} hours: {yours}"


def _from_where(view: View, routes: Routes, target: str) -> str:
    """From where a target is not reached, unless from nowhere."""
    stuck = [start for start, found in routes.items() if target not in found]
    return f" from {listed(map(view.title, stuck))}" if len(stuck) < len(routes) else ""


def _total(view: View, routes: Routes, target: str) -> str:
    """How long it takes at most, and from where where that differs."""
    found = slowest(routes, target)
    if found is None:
        return f"not reached{_from_where(view, routes, target)}"
    times = {ways[target].hours for ways in routes.values()}
    return _hours(found[1].hours) + (f" (from {view.title(found[0])})" if len(times) > 1 else "")


def _left(routes: Routes, target: str, limit: float) -> str:
    found = slowest(routes, target)
    if found is None:
        return "not reached"
    left = limit - found[1].hours
    return f"in time, {_hours(left)} to spare" if left >= 0 else f"too late by {_hours(-left)}"


def _hours(hours: float) -> str:
    return counted(hours, "hour")
