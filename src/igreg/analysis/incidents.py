"""What several rules and the due list ask of incidents."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.model.kinds.incidents import Incident, Notification
from igreg.model.span import Span
from igreg.register.register import Register


def current(register: Register) -> Iterator[Incident]:
    """Every incident that has not been withdrawn: nothing looks at the others (ruling A75)."""
    return (incident for incident in register.of(Incident) if incident.status != "withdrawn")


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
