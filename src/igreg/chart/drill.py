"""The way of a breach report from staff to the DPO, the SIRO and the regulator, timed against the hours to notify.

UK GDPR Article 33 gives 72 hours from the moment the organisation knows; the organisation may set fewer. Ways are those
of ruling A86: incident flows only, a flow without `within` counts as no time, groups pass on to their people,
two-way flows run both ways.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from igreg.analysis.breach_path import must_be_told
from igreg.analysis.flows import Step, Way, incident_steps, quickest_ways
from igreg.chart.aliases import Aliases
from igreg.chart.arrow_words import arrow_words
from igreg.chart.communication import message_of, party_nodes, verb
from igreg.chart.graph import Edge, Graph, Line, Mark, Message, Node, Table
from igreg.chart.view import View
from igreg.errors import unknown
from igreg.language.english import counted, listed
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import StaffMember

START = "all-staff"


@dataclass(frozen=True)
class Drill:
    """The quickest ways to everybody who must be told, by day, out of hours and with somebody away."""

    view: View
    without: frozenset[str] = frozenset()

    @property
    def limit(self) -> float:
        """Hours from knowing of a breach to telling the regulator."""
        return self.view.figures.number("breach-notice")

    def targets(self) -> tuple[str, ...]:
        """Who must be told: as the rule breach-path-too-slow asks."""
        return must_be_told(self.view.tenure)

    def ways(self, *, out_of_hours: bool = False, without: Iterable[str] = ()) -> dict[str, Way]:
        """The quickest way to each target that is reached."""
        gone = self.without | set(without)
        steps = incident_steps(self.view.register, self.view.day, out_of_hours=out_of_hours, without=frozenset(gone))
        found = quickest_ways(steps, START)
        return {target: found[target] for target in self.targets() if target in found}


def drill(view: View) -> Graph:
    """The drill as a chart: the steps as arrows, and tables with the totals and the weak points."""
    away = frozenset(view.without)
    for person in sorted(away):
        _known(view, person)
    one = Drill(view, away)
    ways = one.ways()
    steps = _steps(ways)
    longest = max(steps, key=lambda step: step.hours, default=None)
    weakest = max(steps, key=lambda step: (_weakness(view, step)[0], step.hours), default=None)
    aliases = Aliases.of(view, (party for step in steps for party in (step.start, step.end)))
    edges = tuple(_edge(view, step, ways, longest, weakest, aliases) for step in steps)
    missing = [target for target in one.targets() if target not in ways]
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
        tables=tuple(_tables(one, ways, longest, weakest)),
        remarks=tuple(_remarks(view, one, ways)),
    )


def _steps(ways: dict[str, Way]) -> list[Step]:
    """Every step of some ways, once."""
    found: dict[tuple[str, str, int], Step] = {}
    for way in ways.values():
        for step in way.steps:
            found.setdefault((step.start, step.end, id(step.flow)), step)
    return list(found.values())


def _known(view: View, person: str) -> None:
    if view.register.get(StaffMember, person) is None:
        people = [s.id for s in view.register.of(StaffMember) if s.id]
        raise unknown("--without", "member of staff", person, people, "check the id")


def _absent(view: View, away: frozenset[str]) -> str:
    if not away:
        return ""
    return f", with {listed(sorted(view.name(person) for person in away))} away"


def _missed(view: View, target: str) -> Node:
    """A node for somebody who must be told and is not reached."""
    line = Line("vacant", "Not reached from staff by incident flows")
    return Node(target, "role", view.title(target), (line,), told=f"{view.title(target)}: {line.text}.")


def _edge(
    view: View, step: Step, ways: dict[str, Way], longest: Step | None, weakest: Step | None, aliases: Aliases
) -> Edge:
    marks: list[Mark] = ["longest"] if step is longest and step.hours else []
    marks += ["weakest"] if step is weakest and _weakness(view, step)[1] else []
    edge = Edge(
        aliases.alias(step.start),
        aliases.alias(step.end),
        "incident",
        message_of(step.flow) if step.flow is not None else Message("The group passes it on"),
        by_then=_until(step, ways),
        no_limit=step.flow is not None and step.flow.within is None,
        marks=tuple(marks),
        heavy=step is longest or step is weakest,
    )
    does = f"{view.title(step.start)} {verb(step.start, False)} {view.title(step.end)}"
    return replace(edge, told=f"{does}: {', '.join(arrow_words(edge))}")


def _until(step: Step, ways: dict[str, Way]) -> float:
    """The hours that have passed at most when this step is done."""
    way = next(way for way in ways.values() if step in way.steps)
    return sum(one.hours for one in way.steps[: way.steps.index(step) + 1])


def _weakness(view: View, step: Step) -> tuple[int, list[str]]:
    """How weak a step is, and why."""
    found: list[tuple[int, str]] = []
    role = view.register.get(Role, step.end)
    if role is not None:
        if not view.tenure.is_held(role):
            found.append((4, "nobody holds the role that is told"))
        elif len(view.tenure.people(step.end, deputies=True)) == 1:
            found.append((2, "one person alone, without a deputy"))
    if step.flow is not None:
        if not step.flow.out_of_hours:
            found.append((1, "not out of hours"))
        if step.flow.within is None:
            found.append((2, "no time limit"))
        if len(step.flow.by) < 2:
            found.append((1, "one means only" if step.flow.by else "no means written down"))
    return sum(weight for weight, _ in found), [why for _, why in found]


def _tables(one: Drill, ways: dict[str, Way], longest: Step | None, weakest: Step | None) -> Iterator[Table]:
    view = one.view
    nights = one.ways(out_of_hours=True)
    rows = [
        (view.title(target), _total(ways.get(target)), _left(ways.get(target), one.limit), _total(nights.get(target)))
        for target in one.targets()
    ]
    yield Table(
        "How long until each is told", ("Who", "Total", f"Against {_hours(one.limit)}", "Out of hours"), tuple(rows)
    )
    steps = _steps(ways)
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
                _hours(_until(step, ways)),
                ", ".join(_weakness(view, step)[1]) + (" (weakest)" if step is weakest else ""),
            )
            for step in steps
        ),
        of_lines=True,
    )
    broken = list(_people(one, ways))
    if broken and view.names:
        yield Table("If one person is away", ("Who is away", "Then"), tuple(broken))


def _how(step: Step) -> str:
    if step.flow is None:
        return ""
    return ", ".join(step.flow.by) + ("; out of hours too" if step.flow.out_of_hours else "")


def _people(one: Drill, ways: dict[str, Way]) -> Iterator[tuple[str, str]]:
    """The people whose absence alone makes a way longer or breaks it."""
    parties = dict.fromkeys(p for way in ways.values() for step in way.steps for p in (step.start, step.end))
    people = dict.fromkeys(person for party in parties for person in one.view.tenure.people(party, deputies=True))
    for person in people:
        then = one.ways(without=[person])
        said = []
        for target, way in ways.items():
            other = then.get(target)
            if other is None:
                said.append(f"{one.view.title(target)} is not reached")
            elif other.hours > way.hours:
                said.append(f"{one.view.title(target)} is told after {_hours(other.hours)}")
        if said:
            yield one.view.name(person), "; ".join(said)


def _remarks(view: View, one: Drill, ways: dict[str, Way]) -> Iterator[str]:
    told = view.register.organisation.breach_report_to
    if told in ways:
        yield f"Regulator told within {_hours(ways[told].hours)} of {one.limit:g}"
    missing = [view.title(target) for target in one.targets() if target not in ways]
    if missing:
        yield f"Not reached: {listed(missing)}"
    if not one.targets():
        yield "The register has no DPO, no SIRO and no regulator"


def _total(way: Way | None) -> str:
    return _hours(way.hours) if way is not None else "not reached"


def _left(way: Way | None, limit: float) -> str:
    if way is None:
        return "not reached"
    left = limit - way.hours
    return f"in time, {_hours(left)} to spare" if left >= 0 else f"too late by {_hours(-left)}"


def _hours(hours: float) -> str:
    return counted(hours, "hour")
