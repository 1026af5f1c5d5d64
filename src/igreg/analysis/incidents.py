"""What rules, the due list and the breach desk ask of incidents: which is a breach, which has a clock, who was told."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.tenure import Tenure
from igreg.facts.figures import Figures
from igreg.model.kinds.incidents import Incident, Notification
from igreg.model.span import Span
from igreg.register.register import Register


def current(register: Register) -> Iterator[Incident]:
    """Every incident that has not been withdrawn: nothing looks at the others (ruling A75)."""
    return (incident for incident in register.of(Incident) if incident.status != "withdrawn")


def came_to_nothing(incident: Incident) -> bool:
    """Whether an incident is a near miss in which nothing was lost (ruling B42).

    It is none where confidentiality was lost or something had to be contained: a letter that came back was out of our
    hands.
    """
    return incident.near_miss and "confidentiality" not in incident.effects and incident.contained is None


def is_breach(incident: Incident) -> bool:
    """Whether it is a personal data breach (UK GDPR, Article 4(12)), so far as its record says (ruling B42)."""
    return incident.personal_data and incident.status != "withdrawn" and not came_to_nothing(incident)


def has_clock(incident: Incident) -> bool:
    """Whether the hours of UK GDPR, Article 33, run for it: a breach, or a near miss to be reported (ruling A95)."""
    if is_breach(incident):
        return True
    concerned = incident.personal_data and incident.status != "withdrawn"
    return concerned and incident.decision is not None and incident.decision.report is True


def breaches(register: Register) -> Iterator[Incident]:
    """Every incident that is a personal data breach."""
    return (incident for incident in register.of(Incident) if is_breach(incident))


def is_high_risk(incident: Incident, figures: Figures) -> bool:
    """Whether the risk to those concerned is high (UK GDPR, Article 34): as was judged, else as it is graded.

    What somebody answered overrules the grade both ways (ruling B44).
    """
    if incident.high_risk is not None and incident.high_risk.answer is not None:
        return incident.high_risk.answer
    likelihood, impact = figures.number("high-risk-likelihood"), figures.number("high-risk-impact")
    return (incident.likelihood or 0) >= likelihood and (incident.impact or 0) >= impact


def people_are_settled(incident: Incident) -> bool:
    """Whether those concerned were told, or the reason why not is written down."""
    told = incident.people_told
    return told is not None and (told.at is not None or told.not_told_reason is not None)


def concerning_people(register: Register) -> Iterator[Incident]:
    """Every incident with personal data that has not been withdrawn, near misses too."""
    return (incident for incident in current(register) if incident.personal_data)


def dpo_advised(tenure: Tenure, incident: Incident) -> bool:
    """Whether the DPO's advice stands in the record (ruling B43).

    A DPO decided, or a line of the timeline is by one, or by somebody who held or deputised that post on its day.
    """
    register, posts = tenure.register, tenure.roles_with.get("dpo", ())
    ids = {role.id for role in posts}
    if incident.decision is not None and incident.decision.by in ids:
        return True
    for entry in incident.timeline:
        if entry.by in ids:
            return True
        if entry.by is not None and entry.at is not None:
            then = Tenure(register, register.clock.day_of(entry.at))
            if any(entry.by in then.people(role.id, deputies=True) for role in posts):
                return True
    return False


def first_notification(register: Register, incident: Incident) -> tuple[int, Notification] | None:
    """The first notification to whom breaches are reported, and its index (rulings A76, A114)."""
    to = register.organisation.breach_report_to
    found = [(i, n) for i, n in enumerate(incident.notifications) if n.to == to]
    dated = [(register.clock.instant(n.at), i, n) for i, n in found if n.at is not None]
    if dated:
        _, index, notification = min(dated, key=lambda item: item[:2])
        return index, notification
    return found[0] if found else None


def repeats(register: Register, window: Span) -> Iterator[tuple[Incident, Incident]]:
    """Every incident of a type in a unit that follows within a span on another of that type there, and that other.

    Between the two there is no third of the kind: each is held against the last before it.
    """
    clock = register.clock
    dated = [(clock.instant(i.aware), i) for i in current(register) if i.aware is not None and i.breach_type and i.unit]
    last: dict[tuple[str, str], Incident] = {}
    for _, incident in sorted(dated, key=lambda pair: pair[0]):
        key = ((incident.breach_type or "").casefold(), incident.unit or "")
        earlier = last.get(key)
        last[key] = incident
        if earlier is None or earlier.aware is None or incident.aware is None:
            continue
        if window.after(clock.day_of(earlier.aware)) >= clock.day_of(incident.aware):
            yield incident, earlier
