"""Time zones of a calendar (RFC 5545, section 3.6.5): what clocks in a zone did around some moments."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import chain

_DAY = dt.timedelta(days=1)
_LAST = 9998
"""The last year of which all days can be asked in every zone."""


def name_of(moment: dt.datetime) -> str | None:
    """The name of the zone of a moment, such as `Europe/London`; nothing for a bare offset."""
    return getattr(moment.tzinfo, "key", None)


def time_zones(moments: Sequence[dt.datetime]) -> Iterator[str]:
    """The lines of a VTIMEZONE for each zone of some moments, with the years around them."""
    zones = {name: moment.tzinfo for moment in moments if (name := name_of(moment)) is not None}
    for name, zone in sorted(zones.items()):
        years = {moment.year + more for moment in moments if name_of(moment) == name for more in (-1, 0, 1)}
        yield from ("BEGIN:VTIMEZONE", f"TZID:{name}")
        years = {year for year in years if 1 < year <= _LAST}
        for year in sorted(years):
            if year - 1 not in years:
                begin = dt.datetime(year, 1, 1, tzinfo=dt.UTC).astimezone(zone)
                yield from _set(begin, begin)
            yield from chain.from_iterable(_changes(zone, year))
        yield "END:VTIMEZONE"


def _changes(zone: dt.tzinfo | None, year: int) -> Iterator[tuple[str, ...]]:
    """How the clocks are set otherwise on days of a year."""
    day = dt.datetime(year, 1, 1, tzinfo=dt.UTC)
    while day.year == year:
        before, after = day.astimezone(zone), (day + _DAY).astimezone(zone)
        if before.utcoffset() != after.utcoffset():
            yield _set(*_minute(day, zone))
        day += _DAY


def _minute(day: dt.datetime, zone: dt.tzinfo | None) -> tuple[dt.datetime, dt.datetime]:
    """The last minute before clocks are set otherwise within a day from a moment on, and the first after it."""
    low, high = 0, 24 * 60
    was = day.astimezone(zone).utcoffset()
    while high - low > 1:
        middle = (low + high) // 2
        same = (day + dt.timedelta(minutes=middle)).astimezone(zone).utcoffset() == was
        low, high = (middle, high) if same else (low, middle)
    return (day + dt.timedelta(minutes=low)).astimezone(zone), (day + dt.timedelta(minutes=high)).astimezone(zone)


def _set(before: dt.datetime, after: dt.datetime) -> tuple[str, ...]:
    """That clocks are set: when, by the clock as it was, and from which offset to which."""
    sort = "DAYLIGHT" if after.dst() else "STANDARD"
    moment = after.astimezone(dt.UTC) + (before.utcoffset() or dt.timedelta())
    return (
        f"BEGIN:{sort}",
        f"DTSTART:{moment:%Y%m%dT%H%M%S}",
        f"TZOFFSETFROM:{_offset(before)}",
        f"TZOFFSETTO:{_offset(after)}",
        f"TZNAME:{after.tzname()}",
        f"END:{sort}",
    )


def _offset(moment: dt.datetime) -> str:
    minutes = round((moment.utcoffset() or dt.timedelta()).total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}{abs(minutes) % 60:02}"
