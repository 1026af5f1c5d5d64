"""The organisation's clock: moments and days in its time zone, and how much time lies between two moments."""

from __future__ import annotations

import datetime as dt
import functools
from zoneinfo import ZoneInfo

from igreg.dataclass import dataclass

HOME = "Europe/London"
"""The zone where the name that an organisation gives is unknown."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Answers in one time zone; moments without an offset are in it (ruling A05, `fold=0`)."""

    zone: dt.tzinfo

    def instant(self, at: dt.date) -> dt.datetime:
        """A moment in universal time; of a day its first minute, so that no clock begins too late (ruling B23)."""
        return _instant(at if isinstance(at, dt.datetime) else dt.datetime.combine(at, dt.time()), self.zone)

    def local(self, at: dt.date) -> dt.datetime:
        """A moment by this clock."""
        return self.instant(at).astimezone(self.zone)

    def day_of(self, at: dt.date) -> dt.date:
        """The local day on which a moment falls."""
        return self.local(at).date() if isinstance(at, dt.datetime) else at

    def is_before(self, at: dt.date, other: dt.date) -> bool:
        """Whether one moment or day lies wholly before another: a day stands for all of it (ruling B23)."""
        if isinstance(at, dt.datetime) and isinstance(other, dt.datetime):
            return self.instant(at) < self.instant(other)
        return self.day_of(at) < self.day_of(other)

    def hours_between(self, start: dt.date, end: dt.date) -> float:
        """Elapsed hours from one moment to another; weekends and the change of clocks included."""
        return (self.instant(end) - self.instant(start)).total_seconds() / 3600

    def minutes_between(self, start: dt.date, end: dt.date) -> int:
        """Elapsed minutes from one moment's minute to another's: a span is over a minute later (ruling A02)."""
        first, last = (self.instant(moment).replace(second=0, microsecond=0) for moment in (start, end))
        return round((last - first).total_seconds() / 60)

    def after_hours(self, start: dt.date, hours: float) -> dt.datetime:
        """The moment, by this clock, at which so many hours have passed since another; at most the last there is."""
        try:
            return self.local(self.instant(start) + dt.timedelta(hours=hours))
        except OverflowError:
            return dt.datetime.max.replace(tzinfo=self.zone)

    def hours_left(self, start: dt.date, hours: float, now: dt.datetime) -> int:
        """Whole hours left of those that began at a moment, rounded down; negative when past (ruling A95)."""
        return int((hours * 60 - self.minutes_between(start, now)) // 60)


@functools.lru_cache(maxsize=16384)
def _instant(moment: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    """A moment in universal time; remembered, since several rules ask for the same moments."""
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=zone)
    return aware.astimezone(dt.UTC)


def clock_in(name: str) -> Clock:
    """The clock of a time zone by its name, of Europe/London where no zone is called that."""
    try:
        return Clock(ZoneInfo(name))
    except (KeyError, ValueError, OSError):
        return Clock(ZoneInfo(HOME))
