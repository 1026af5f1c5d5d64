"""How many incidents came to light in a time: breaches, near misses, what was reported and when, what was learnt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from igreg.analysis.breach_notice import notice_of
from igreg.analysis.incidents import came_to_nothing, current, has_clock, is_breach
from igreg.dataclass import dataclass
from igreg.model.kinds.incidents import Incident
from igreg.register.register import Register


@dataclass(frozen=True, slots=True)
class IncidentCounts:
    """Some incidents in figures."""

    incidents: int = 0
    near_misses: int = 0
    breaches: int = 0
    """Breaches of personal data."""
    reported: int = 0
    """The regulator was told, and it is known when."""
    in_time: int = 0
    """Of these within the hours that there are."""
    to_report: int = 0
    """It was decided to report, and nothing says that the regulator was told."""
    undecided: int = 0
    """A breach of which nobody has decided yet whether to report it."""
    closed: int = 0
    lessons: int = 0
    """How many of them have a lesson written down."""

    @property
    def late(self) -> int:
        """How many were reported after the hours were over."""
        return self.reported - self.in_time


def aware_in(register: Register, first: dt.date, last: dt.date) -> list[Incident]:
    """The incidents that the organisation came to know of from one day to another, by its own clock, in that order.

    Those withdrawn are left out (ruling A75), and those of which nobody knows when: see `without_a_day`.
    """
    found = [(register.clock.instant(one.aware), one) for one in current(register) if one.aware is not None]
    found = [pair for pair in found if first <= register.clock.day_of(pair[1].aware or last) <= last]
    return [one for _, one in sorted(found, key=lambda pair: (pair[0], pair[1].id or ""))]


def without_a_day(register: Register) -> list[Incident]:
    """The incidents of which it is not written down when the organisation knew: they are in no count of a time."""
    return [one for one in current(register) if one.aware is None]


def known_since(register: Register) -> dt.date | None:
    """The first day on which an incident came to light that is recorded; of what was before it nothing is known."""
    return min((register.clock.day_of(one.aware) for one in current(register) if one.aware is not None), default=None)


def is_known_of(register: Register, last: dt.date) -> bool:
    """Whether incidents of a time that ends on a day can be counted: one came to light by then.

    Where none is recorded by then the count is not nought: somebody may only have begun to write them down later, or
    not at all (decision 199).
    """
    first = known_since(register)
    return first is not None and first <= last


def incident_counts(register: Register, incidents: Sequence[Incident], hours: float) -> IncidentCounts:
    """Some incidents in figures, reports held against so many hours."""
    notices = [notice for one in incidents if (notice := notice_of(register, one, hours))]
    decided = [one for one in incidents if has_clock(one) and one.decision is not None]
    return IncidentCounts(
        incidents=len(incidents),
        near_misses=_count(map(came_to_nothing, incidents)),
        breaches=_count(map(is_breach, incidents)),
        reported=len(notices),
        in_time=_count(notice.in_time for notice in notices),
        to_report=_count(bool(one.decision and one.decision.report) and _untold(register, one) for one in decided),
        undecided=_count(has_clock(one) and one.decision is None for one in incidents),
        closed=_count(one.status == "closed" for one in incidents),
        lessons=_count(bool(one.lessons) for one in incidents),
    )


def _untold(register: Register, incident: Incident) -> bool:
    return not any(one.to == register.organisation.breach_report_to for one in incident.notifications)


def _count(found: Iterable[bool]) -> int:
    return sum(1 for one in found if one)
