"""A calendar that igreg wrote before: its events, so that those of what is done since can be called off."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.language.characters import plain

_OURS = "PRODID:-//igreg//due//EN"
_FOR = "X-IGREG-FOR:"
_FIRST, _LAST = 1900, 9000
"""Between these years igreg works, so that it wrote no event of another."""
_UID = re.compile(r"UID:([0-9a-f]{32}@igreg)")
_START = re.compile(r"DTSTART(?:;VALUE=DATE|;TZID=([A-Za-z0-9_+/-]{1,64}))?:(\d{8})(?:T(\d{6})(Z?))?")


@dataclass(frozen=True, slots=True)
class EarlierEvent:
    """One event of it."""

    uid: str
    start: dt.date
    """Its day, or its moment."""
    summary: str
    """As it stands in the file, escaped."""

    @property
    def day(self) -> dt.date:
        """The day on which it begins, by its own clock."""
        return self.start.date() if isinstance(self.start, dt.datetime) else self.start


def earlier_events(name: str, data: bytes, whose: str) -> tuple[EarlierEvent, ...]:
    """The events of a calendar file that were not called off; what is no event of igreg's is passed over.

    `whose` is the word by which a calendar of this register is known. Raises IgregError where the file is no calendar
    that `igreg due` wrote, or one of another register: all in it would be called off.
    """
    lines = re.sub("\r?\n[ \t]", "", data.decode("utf-8", "replace")).splitlines()
    if _OURS not in lines:
        raise IgregError(f"{name} is no calendar that igreg due wrote", "name a file of `igreg due --format ics`")
    if any(line.startswith(_FOR) and line.removeprefix(_FOR) != whose for line in lines):
        raise IgregError(
            f"{name} is a calendar of another register, or of an organisation that was renamed since",
            "name an earlier file of this register; without an `ods_code` its calendars hang on its name",
        )
    return tuple(_events(lines))


def _events(lines: list[str]) -> Iterator[EarlierEvent]:
    uid, start, summary, depth, is_off = "", None, "", 0, False
    for line in lines:
        if line == "BEGIN:VEVENT":
            uid, start, summary, depth, is_off = "", None, "", 1, False
        elif depth and line.startswith("BEGIN:"):
            depth += 1
        elif depth and line.startswith("END:"):
            depth -= 1
            if not depth and uid and start is not None and not is_off:
                yield EarlierEvent(uid, start, plain(summary))
        elif depth == 1 and (found := _UID.fullmatch(line)):
            uid = found[1]
        elif depth == 1 and line.startswith("DTSTART"):
            start = _start(line)
        elif depth == 1 and line.startswith("SUMMARY:"):
            summary = line.removeprefix("SUMMARY:")
        elif depth == 1 and line == "STATUS:CANCELLED":
            is_off = True


def _start(line: str) -> dt.date | None:
    """The day or the moment of an event; nothing where it is written in no way of igreg's."""
    found = _START.fullmatch(line)
    if found is None:
        return None
    zone, day, hour, universal = found.groups()
    if not _FIRST <= int(day[:4]) <= _LAST:
        return None
    try:
        if hour is None:
            return dt.datetime.strptime(day, "%Y%m%d").date()  # noqa: DTZ007
        moment = dt.datetime.strptime(day + hour, "%Y%m%d%H%M%S")  # noqa: DTZ007
        return moment.replace(tzinfo=dt.UTC if universal or zone is None else ZoneInfo(zone))
    except (ValueError, KeyError, OSError):
        return None
