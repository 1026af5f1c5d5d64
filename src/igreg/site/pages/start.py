"""Where everything begins: whom to tell when something has gone wrong, and where to go from there."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.breach_routes import BreachRoutes, each_step
from igreg.analysis.breach_start import ALL_STAFF
from igreg.analysis.flows import Step
from igreg.language.english import counted, listed
from igreg.model.kinds.flows import Flow
from igreg.model.kinds.roles import Role
from igreg.site.page import Card, Inline, Line, Points, Section, Words, line
from igreg.site.seen import Seen
from igreg.site.top import TopPage

WRONG = "Something has gone wrong?"
_FIRST = ("dpo", "caldicott-guardian", "siro", "ig-lead", "registered-manager", "confidentiality-lead", "security-lead")
"""Whom the public is told of first."""
_MOST_CONTACTS = 4
_YOU = {"units": "If you work in ", "groups": "If you sit in ", "bodies": "If you work for "}
"""How those are spoken to who tell somebody else than all staff do, by the kind of what they are."""


def sections(seen: Seen) -> tuple[Section, ...]:
    """Whom to tell; the ways to all pages are put below."""
    return (Section("", (_public(seen) if seen.audience == "public" else _staff(seen),)),)


def _public(seen: Seen) -> Card:
    """Whom the public can reach."""
    contacts = tuple(_contact(seen, role) for role in _reachable(seen)[:_MOST_CONTACTS])
    if contacts:
        first = Words(
            line(
                "Tell one of these people at once if information about you was lost, is wrong or reached somebody else."
            )
        )
        return Card(WRONG, (first, Points(contacts), _regulator()))
    site = seen.said(seen.register.organisation.website)
    how = f" Ask through our web site: {site}." if site else " Ask anybody who works with us."
    return Card(WRONG, (Words(line(f"No way to reach a named lead is published here yet.{how}")), _regulator()))


def _regulator() -> Words:
    return Words(line("You can also complain to the Information Commissioner’s Office (ico.org.uk)."))


def _contact(seen: Seen, role: Role) -> Line:
    who = ", ".join(seen.holders(role))
    named = seen.named(role.id) or seen.title(role)
    return line(f"{who}, " if who else "", named, ": ", *seen.contact(role))


def _reachable(seen: Seen) -> list[Role]:
    """The roles that the public can reach, those first that answer for information."""
    found = [one for one in seen.asked.as_of.tenure.there.roles if one.public_contact]

    def rank(role: Role) -> int:
        return min((_FIRST.index(one) for one in role.all_functions if one in _FIRST), default=len(_FIRST))

    return sorted(found, key=rank)


def _staff(seen: Seen) -> Card:
    """Whom staff tell, how and how quickly, and how the report goes on."""
    routes = BreachRoutes(seen.asked.as_of.tenure)
    steps = [one for one in each_step(routes.routes()) if one.flow is not None]
    first = [one for one in steps if one.start in routes.starts]
    then = [one for one in steps if one not in first]
    if not first:
        contacts = tuple(_contact(seen, role) for role in _reachable(seen)[:_MOST_CONTACTS])
        missing = Words(line("No way of reporting is written down yet. Tell your manager, or a lead, at once."))
        return Card(WRONG, (missing, Points(contacts)) if contacts else (missing,))
    words = Words(line("Tell somebody at once, whether you are sure or not. It does not matter whose fault it was."))
    blocks: list[Words | Points] = [words, Points(tuple(_step(seen, one, first=True) for one in first))]
    others = tuple(_others(seen, {id(one.flow) for one in first}))
    if others:
        blocks += [Words(line("You can also use one of these ways:")), Points(others)]
    if then:
        blocks += [
            Words(line("What happens then:")),
            Points(tuple(_step(seen, one, first=False) for one in then), numbered=True),
        ]
    return Card(WRONG, tuple(blocks))


def _others(seen: Seen, told: set[int]) -> Iterator[Line]:
    """The other ways that are open to all staff, each by what it is for."""
    for flow in seen.asked.as_of.tenure.there.flows:
        parties = seen.names(flow.to)
        if flow.trigger == "incident" and flow.from_ == ALL_STAFF and id(flow) not in told and parties:
            how = _how(seen, flow, str(flow.within) if flow.within is not None else "")
            yield line(f"{seen.title(flow)}: ", *parties, how)


def _step(seen: Seen, step: Step, *, first: bool) -> Line:
    """One step: whom you tell, or who tells whom; with names where they are seen, how, and how quickly."""
    flow = step.flow
    assert flow is not None
    how = _how(seen, flow, counted(step.hours, "hour") if flow.within is not None else "")
    if first and step.start == ALL_STAFF:
        begin: Line = ("Tell ",)
    elif first:
        begin = (
            _YOU.get(seen.register.kind_of.get(step.start, ""), "If you are "),
            _party(seen, step.start),
            ": tell ",
        )
    else:
        begin = (_party(seen, step.start), " tells ")
    role = seen.register.get(Role, step.end)
    if role is not None and not (role.title or "").casefold().startswith("the "):
        begin = (*begin, "the ")  # a post is told by its name: the Head of Information Governance
    names = ", ".join(seen.holders(role)) if role is not None and first else ""
    contact = seen.contact(role) if role is not None and first else ()
    reach = (": ", *contact) if contact else ()
    return line(*begin, _party(seen, step.end), f", {names}" if names else "", how, *reach)


def _how(seen: Seen, flow: Flow, within: str) -> str:
    """How a flow goes and how quickly, in brackets."""
    by = listed(map(seen.said, flow.by), "or") if flow.by else ""
    said = (by, f"within {within}" if within else "", "also out of hours" if flow.out_of_hours else "")
    return f" ({', '.join(filter(None, said))})" if any(said) else ""


def _party(seen: Seen, id: str) -> Inline:
    return seen.named(id) or "the regulator"


PAGES = (TopPage(0, "index.html", "Start", "Whom to tell of an incident, a breach, a loss or a near miss.", sections),)
