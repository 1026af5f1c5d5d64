"""How many hours there are for a role, or left to a person, between two days: by working days, less absences."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import field
from functools import cached_property

from igreg.analysis.as_of import AsOf
from igreg.analysis.capacity import hours_of, hours_taken
from igreg.analysis.tenure import Tenure
from igreg.analysis.working_days import WorkingDays
from igreg.dataclass import dataclass
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import StaffMember
from igreg.once import once_for_each

_DAY = dt.timedelta(days=1)
_DAYS_A_WEEK = 5
Period = tuple[dt.date, dt.date]
"""The first and the last day."""


@dataclass(frozen=True)
class HoursGiven:
    """Hours by period. Whoever is in `without` is not there, and `extra` are hours a week more for a role."""

    as_of: AsOf
    periods: tuple[Period, ...]
    without: Collection[str] = ()
    extra: Mapping[str, float] = field(default_factory=dict)

    @cached_property
    def calendar(self) -> WorkingDays:
        """The working days of the organisation's nation."""
        return WorkingDays(self.as_of.facts, (self.as_of.standing.nation,))

    def of_role(self, role: Role) -> list[float | None]:
        """The hours of those who hold a role: the holders', else the role's (rulings A53, B27).

        Nothing where somebody is there and nobody wrote how many hours they have for it.
        """
        people = {holder.staff for holder in role.holders if holder.staff}
        ends = (*((one.from_, one.until) for one in role.holders), (role.start, role.end))
        found = self._by_period((*ends, *self._absences(people)), lambda day: self._rate_of(role, day))
        extra = self.extra.get(role.id or "")
        if extra is None:
            return found
        more = self._by_period([(role.start, role.end)], lambda day: extra if self._is_there(role, day) else 0)
        return [(hours or 0) + (added or 0) for hours, added in zip(found, more, strict=True)]

    def fixed(self, role: Role) -> list[float]:
        """The hours that a role takes for what falls due on no day, on the days on which there is such a post."""
        hours = role.fixed_hours_per_week or 0
        found = self._by_period([(role.start, role.end)], lambda day: hours if self._is_there(role, day) else 0)
        return [one or 0 for one in found]

    def of_person(self, id: str) -> list[float | None]:
        """The hours that somebody works and that their roles leave; nothing where nobody wrote how many they work."""
        person = self.as_of.register.get(StaffMember, id)
        if person is None:
            return [None] * len(self.periods)
        held = (holder for role in self.as_of.register.of(Role) for holder in role.holders if holder.staff == id)
        ends = [(one.from_, one.until) for one in held]

        def rate(day: dt.date) -> float | None:
            if not self._is_here(id, day):
                return 0
            if person.hours_per_week is None:
                return None
            return max(person.hours_per_week - hours_taken(self._tenure(day), id), 0)

        return self._by_period((*ends, *self._absences({id})), rate)

    def is_vacant(self, role: Role, day: dt.date) -> bool:
        """Whether a post is there on a day and nobody holds it."""
        return self._is_there(role, day) and not self._tenure(day).is_held(role)

    def _rate_of(self, role: Role, day: dt.date) -> float | None:
        """Hours a week on a day."""
        tenure = self._tenure(day)
        held = [one for one in tenure.filling(role) if self._is_here(one.holder.staff, day)]
        if any(one.holder.hours_per_week is None and role.hours_per_week is None for one in held):
            return None
        return sum(hours_of(tenure, one) for one in held)

    def _is_here(self, id: str | None, day: dt.date) -> bool:
        person = self.as_of.register.get(StaffMember, id)
        gone = id in self.without or (person is not None and person.long_absence)
        return not gone and self._tenure(day).is_here(id)

    @staticmethod
    def _is_there(role: Role, day: dt.date) -> bool:
        return (role.start is None or role.start <= day) and (role.end is None or day <= role.end)

    @once_for_each
    def _tenure(self, day: dt.date) -> Tenure:
        return Tenure(self.as_of.register, day)

    def _absences(self, people: Iterable[str]) -> Iterator[tuple[dt.date | None, dt.date | None]]:
        """The days from and until which people are there, or are not."""
        for id in sorted(people):
            person = self.as_of.register.get(StaffMember, id)
            if person is not None:
                yield person.started, person.left
                yield from ((one.from_, one.until) for one in person.absences)

    def _by_period(
        self, ends: Iterable[tuple[dt.date | None, dt.date | None]], rate: Callable[[dt.date], float | None]
    ) -> list[float | None]:
        """The hours of each period; the rate, in hours a week, changes only where one of some spans begins or ends."""
        begins = {day for span in ends for day in (span[0], _next(span[1])) if day}
        out: list[float | None] = []
        for first, last in self.periods:
            cuts = [first, *sorted(day for day in begins if first < day <= last), last + _DAY]
            hours: float | None = 0.0
            for start, end in itertools.pairwise(cuts):
                a_week = rate(start)
                days = self.calendar.left(start - _DAY, end - _DAY)
                hours = None if hours is None or a_week is None else hours + a_week / _DAYS_A_WEEK * days
            out.append(hours)
        return out


def _next(day: dt.date | None) -> dt.date | None:
    return day + _DAY if day is not None and day < dt.date.max else None
