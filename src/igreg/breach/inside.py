"""Whom to ring inside: the four who must know, who of them is there, and how they are reached out of hours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from igreg.analysis.accountability import next_in_line
from igreg.analysis.as_of import AsOf
from igreg.analysis.flows import Step, incident_steps, quickest_ways
from igreg.analysis.standing_in import stand_ins
from igreg.breach.desk import Contact, Person
from igreg.language.english import listed
from igreg.model.kinds.incidents import Incident
from igreg.model.kinds.roles import Role

FUNCTIONS: Mapping[str, str] = {
    "ig-lead": "information governance lead",
    "dpo": "data protection officer",
    "siro": "senior information risk owner",
    "caldicott-guardian": "Caldicott Guardian",
}
"""Who must know of a breach, in the order in which they are rung, as a sentence calls them (ruling E65)."""

_LEADS = "leads the investigation"


def inside(as_of: AsOf, incident: Incident) -> tuple[Contact, ...]:
    """Every post with one of the functions, once, and each function that no post has."""
    steps = incident_steps(as_of.register, as_of.today, out_of_hours=True)
    reached = _last_steps(steps)
    told = _told(as_of, incident)
    out = []
    for function, called in FUNCTIONS.items():
        posts = as_of.tenure.roles_with.get(function, ())
        # A post with several of the functions is rung once, where its first one stands.
        for role in posts:
            if function == _functions(role)[0]:
                words = listed(FUNCTIONS[one] for one in _functions(role))
                out.append(_contact(as_of, role, words, reached, told))
        if not posts:
            out.append(Contact(called, "", (), (), None, None))
    out += _lead(as_of, incident, reached, told)
    return tuple(out)


def _functions(role: Role) -> list[str]:
    """Those of the four that a post has, in their order."""
    return [function for function in FUNCTIONS if function in role.all_functions]


def _lead(
    as_of: AsOf, incident: Incident, reached: Mapping[str, Step], told: Mapping[str, dt.datetime]
) -> Iterator[Contact]:
    """Whoever leads the investigation, where that is none of the four."""
    role = as_of.register.get(Role, incident.lead)
    if role is not None and FUNCTIONS.keys().isdisjoint(role.all_functions):
        yield _contact(as_of, role, _LEADS, reached, told)
    elif incident.lead is not None and role is None:
        name = as_of.register.title(incident.lead)
        yield Contact(_LEADS, name, (Person(name),), (), None, None, told.get(incident.lead))


def _contact(
    as_of: AsOf, role: Role, called: str, reached: Mapping[str, Step], told: Mapping[str, dt.datetime]
) -> Contact:
    tenure, title = as_of.tenure, as_of.register.title
    holders = list(dict.fromkeys(one.holder.staff or "" for one in tenure.holders(role)))
    there = [staff for staff in holders if tenure.is_here(staff)]
    absences = [absence for staff in holders if (absence := tenure.absence(staff)) is not None]
    acting = {one.holder.staff for one in tenure.holders(role) if one.holder.as_ == "acting"}
    people = [Person(title(staff), "acting" if staff in acting else "") for staff in there]
    covers = [cover for absence in absences if (cover := tenure.cover(absence)) is not None and cover not in there]
    instead = dict.fromkeys([*covers, *stand_ins(tenure, role)], "stands in")
    for one in tenure.deputies(role):
        if one.holder.staff and tenure.is_here(one.holder.staff) and one.holder.staff not in holders:
            instead.setdefault(one.holder.staff, "deputy")
    people += [Person(title(staff), words) for staff, words in instead.items()]
    parties = [role.id or "", *holders, *instead]
    step = next((reached[party] for party in parties if party in reached), None)
    above = next_in_line(tenure, role.id) if role.id and not people else None
    return Contact(
        function=called,
        role=role.called,
        ring=tuple(people),
        away=tuple(_gone(as_of, staff) for staff in holders if staff not in there),
        contact=role.public_contact,
        flow=_flow(as_of, step) if step is not None else None,
        told=min((told[party] for party in parties if party in told), default=None),
        above=_above(as_of, above),
    )


def _gone(as_of: AsOf, staff: str) -> str:
    return f"{as_of.register.title(staff)} {as_of.tenure.not_employed(staff) or 'is away'}"


def _above(as_of: AsOf, role: str | None) -> str | None:
    if role is None:
        return None
    names = listed(map(as_of.tenure.called, as_of.tenure.members(role)))
    return f"{as_of.register.title(role)}: {names}" if names else as_of.register.title(role)


def _last_steps(steps: Mapping[str, Sequence[Step]]) -> Mapping[str, Step]:
    """The step by which each party is reached: of the quickest way from all staff, else of any flow that ends there."""
    found: dict[str, Step] = {}
    for step in (step for steps_from in steps.values() for step in steps_from):
        if step.flow is not None:
            found.setdefault(step.end, step)
    ways = quickest_ways(steps)
    return found | {end: way.steps[-1] for end, way in ways.items() if way.steps and way.steps[-1].flow is not None}


def _flow(as_of: AsOf, step: Step) -> str:
    flow = step.flow
    if flow is None:
        return ""
    means = f", by {listed(flow.by, 'or')}" if flow.by else ""
    within = f", within {flow.within}" if flow.within is not None else ""
    return f"{flow.called} ({flow.id}), from {as_of.register.title(step.start)}{means}{within}"


def _told(as_of: AsOf, incident: Incident) -> Mapping[str, dt.datetime]:
    """Who inside was told already, and when first."""
    out: dict[str, dt.datetime] = {}
    for to, at in _notified(incident):
        local = as_of.register.clock.local(at)
        out[to] = min(out.get(to, local), local)
    return out


def _notified(incident: Incident) -> Iterator[tuple[str, dt.datetime]]:
    return ((one.to, one.at) for one in incident.notifications if one.to and one.at is not None)
