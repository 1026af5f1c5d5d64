"""Breach clocks: the hours in which the regulator must be notified, until it is settled whether to and done.

A near miss has a clock where it was a breach all the same, or where it was decided to report it (rulings B42, A95);
an incident without personal data has none.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.analysis.incidents import first_notification, has_clock
from igreg.dataclass import dataclass
from igreg.deadlines._deadline import Deadline, dates
from igreg.language.english import counted, day_or_minute
from igreg.model.kinds.incidents import Incident
from igreg.register.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachClock(Deadline[Incident]):
    """A clock that runs; its day is the local day on which the hours end."""

    aware: dt.date
    """A moment, or a day, which counts from its first minute (ruling B23)."""
    passed: int
    """Whole minutes since the organisation knew: the hours are over a minute later (ruling A02)."""
    waits: str
    """What it waits for."""


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[BreachClock]:
    register, limit = as_of.register, as_of.number("breach-notice")
    clock = register.clock
    for incident in register.of(Incident):
        aware, waits = incident.aware, _waits(register, incident)
        if aware is None or waits is None:
            continue
        passed = clock.minutes_between(aware, as_of.now)
        end = clock.after_hours(aware, limit)
        why = f"{waits}; aware {_since(aware)}, {counted(limit, 'hour')} end {end:%Y-%m-%d %H:%M}"
        left = clock.hours_left(aware, limit, as_of.now)
        yield BreachClock(
            incident,
            end.date(),
            why,
            hours=left,
            at=end,
            aware=aware,
            passed=passed,
            waits=waits,
            rests_on=("limits.breach-notice",),
        )


def _waits(register: Register, incident: Incident) -> str | None:
    """What an incident waits for; nothing where no clock runs."""
    decision = incident.decision
    if not has_clock(incident):
        return None
    if decision is None:
        return "no decision yet whether to report"
    if decision.report and first_notification(register, incident) is None:
        return "to be reported, and not notified yet"
    return None


def _since(aware: dt.date) -> str:
    only_a_day = "" if isinstance(aware, dt.datetime) else " (a day only: from its first minute)"
    return f"{day_or_minute(aware)}{only_a_day}"
