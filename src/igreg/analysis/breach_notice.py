"""How long it took to tell the regulator of a breach, from the moment it was known, and whether that was in time."""

from __future__ import annotations

from igreg.analysis.incidents import first_notification
from igreg.dataclass import dataclass
from igreg.model.kinds.incidents import Incident, Notification
from igreg.register.register import Register


@dataclass(frozen=True, slots=True)
class Notice:
    """The first notice to whom breaches are reported."""

    index: int
    """Which of the incident's notifications it is."""
    notification: Notification
    minutes: int
    """Whole minutes since the organisation knew; of a day alone counted from its first (ruling B23)."""
    in_time: bool
    """Whether they are within the hours that there are (ruling A02)."""


def notice_of(register: Register, incident: Incident, hours: float) -> Notice | None:
    """The notice of an incident, within so many hours or not; nothing where none was given, or not known when."""
    found = first_notification(register, incident)
    if found is None or incident.aware is None:
        return None
    index, notification = found
    if notification.at is None:
        return None
    took = register.clock.minutes_between(incident.aware, notification.at)
    return Notice(index, notification, took, took <= hours * 60)
