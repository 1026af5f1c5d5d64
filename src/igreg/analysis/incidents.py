"""What several rules and the due list ask of incidents."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.model.kinds.incident import Incident, Notification
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
