"""Which days are working days, and which day lies so many of them ahead: by the bank holidays of some nations."""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from igreg.dataclass import dataclass
from igreg.facts.holidays import Holidays, by_rule
from igreg.facts.in_force import Facts
from igreg.model.values import Nation
from igreg.once import once_for_each

_DAY = dt.timedelta(days=1)
_ALL: tuple[Nation, ...] = ("england", "wales", "scotland", "northern-ireland")
INFORMATION: dict[Nation, tuple[Nation, ...]] = {
    "england": _ALL,
    "wales": _ALL,
    "northern-ireland": _ALL,
    "scotland": ("scotland",),
}
"""Whose bank holidays count for freedom of information: a day that is one in any part of the United Kingdom is no
working day (Freedom of Information Act 2000, section 10(6)), but in Scotland its own alone are (Freedom of Information
(Scotland) Act 2002, section 73); ruling B01."""


@dataclass(frozen=True)
class WorkingDays:
    """A calendar: weekends are free, and whatever is a bank holiday in one of the nations."""

    facts: Facts
    nations: tuple[Nation, ...]

    def is_working(self, day: dt.date) -> bool:
        """Whether a day is a working day."""
        return day.weekday() < 5 and day not in self._holidays(day.year)

    def on_or_after(self, day: dt.date) -> dt.date:
        """The day itself where it is a working day, else the next that is."""
        while not self.is_working(day):
            if day == dt.date.max:
                return day
            day += _DAY
        return day

    def after(self, day: dt.date, count: int) -> dt.date:
        """The working day that is so many of them after a day; the day itself is never counted."""
        for year in range(day.year, dt.MAXYEAR + 1) if count else ():
            days = self._working(year)
            ahead = count - 1 + bisect.bisect_right(days, day)
            if ahead < len(days):
                return days[ahead]
            count, day = ahead - len(days) + 1, dt.date(year, 12, 31)
        return dt.date.max if count else day

    def left(self, today: dt.date, until: dt.date) -> int:
        """How many working days there are after today up to a day, that day included; negative when it is past."""
        first, last = sorted((today, until))
        weeks, rest = divmod((last - first).days, 7)
        count = weeks * 5 + sum(1 for n in range(rest) if (last.weekday() - n) % 7 < 5)
        for year in range(first.year, last.year + 1):
            count -= sum(1 for day in self._holidays(year) if first < day <= last)
        return count if until >= today else -count

    def is_listed(self, day: dt.date) -> bool:
        """Whether the facts list the bank holidays of its year: else proclamations are not known (ruling B78)."""
        return all((nation, day.year) in self._listed for nation in self.nations)

    @cached_property
    def _listed(self) -> Mapping[tuple[Nation, int], frozenset[dt.date]]:
        found: dict[tuple[Nation, int], frozenset[dt.date]] = {}
        for row in self.facts.table(Holidays).values():
            days = frozenset((*row.days, *(one.day for one in row.proclaimed)))
            for nation in row.nation:
                found[nation, row.year] = found.get((nation, row.year), frozenset()) | days
        return found

    @once_for_each
    def _holidays(self, year: int) -> frozenset[dt.date]:
        """The weekdays of a year that are a bank holiday in any of the nations."""
        return frozenset(day for days in self._each(year) for day in days if day.weekday() < 5)

    @once_for_each
    def _working(self, year: int) -> Sequence[dt.date]:
        """The working days of a year, in order."""
        first, last = dt.date(year, 1, 1).toordinal(), dt.date(year, 12, 31).toordinal()
        days = map(dt.date.fromordinal, range(first, last + 1))
        return [day for day in days if self.is_working(day)]

    def _each(self, year: int) -> Iterable[frozenset[dt.date]]:
        for nation in self.nations:
            listed = self._listed.get((nation, year))
            yield by_rule(nation, year) if listed is None else listed
