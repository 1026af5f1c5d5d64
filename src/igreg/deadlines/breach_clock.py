"""Breach clocks: the hours in which the regulator must be notified, until that is done or settled not to be.

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
    told: bool
    """Whether the regulator was told, so that it runs no more, and the decision alone is not written down."""


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[BreachClock]:
    return (clock for clock in clocks(as_of) if not clock.told)


def clocks(as_of: AsOf) -> Iterator[BreachClock]:
    """Every clock that runs, and those that a notice ended though no decision to give it is written down."""
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
            told=first_notification(register, incident) is not None,
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
