"""The list as a calendar (RFC 5545): events with stable ids, so that a second export updates the first.

What has an hour is an event at that hour, all else is an event of a whole day. What an earlier calendar had and is
done now is called off.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence

from igreg.due.earlier_calendar import EarlierEvent
from igreg.due.item import DueList, Row
from igreg.render.due.phrases import about, detail, not_complete, when, who
from igreg.render.due.time_zone import name_of, time_zones
from igreg.render.escape.terminal import plain

ALARM, CLOCK_ALARM = "-P7D", "-P1D"
"""When a calendar reminds of an item: seven days before, and of a clock that has three days in all, one day before."""
_COUNTED_FROM = dt.date(2020, 1, 1)
"""The number of an event's version grows with the days since."""


def due_ics(
    due_list: DueList, organisation: str, *, code: str = "", people: bool, done: Sequence[EarlierEvent] = ()
) -> str:
    """A calendar with an event for each item; overdue ones stand on their own day. `done` are called off.

    Ids are made from the organisation's code, or its name without one, so that two registers fit into one calendar.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//igreg//due//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines.append(f"X-WR-CALNAME:{_text(f'IG due: {organisation}')}")
    lines.append(f"X-IGREG-FOR:{whose(code or organisation)}")
    if due_list.incomplete:
        lines.append(f"X-WR-CALDESC:{_text(not_complete(due_list))}")
    moments = [one for one in (*(row.item.at for row in due_list.rows), *(event.start for event in done)) if one]
    lines += time_zones([one for one in moments if isinstance(one, dt.datetime)])
    for uid, row in with_ids(due_list.rows, code or organisation):
        lines += _event(uid, row, due_list, people)
    for event in done:
        lines += _called_off(event, due_list)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def whose(key: str) -> str:
    """A word by which a calendar of a register is known; the key is what its ids are made of."""
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def called_off(
    events: Sequence[EarlierEvent], shown: DueList, everything: DueList, key: str
) -> tuple[list[EarlierEvent], int]:
    """The events of an earlier calendar that are to be called off, and how many are left alone.

    What is shown now is only moved; what is due on the same day still, and not shown, is left alone.
    """
    now = {uid for uid, _ in with_ids(shown.rows, key)}
    due = {(uid, row.item.due) for uid, row in with_ids(everything.rows, key)}
    others = [event for event in events if event.uid not in now]
    done = [event for event in others if (event.uid, event.day) not in due]
    return done, len(others) - len(done)


def with_ids(rows: Sequence[Row], key: str) -> Iterator[tuple[str, Row]]:
    """Rows, each with the id of its event; the key is the organisation's code, or its name without one."""
    seen: dict[str, int] = {}
    for row in rows:
        item = row.item
        one = "\x1f".join([key, item.what, item.kind, item.record or "", item.subject or ""])
        seen[one] = seen.get(one, 0) + 1
        digest = hashlib.sha256("\x1f".join([one, str(seen[one])]).encode()).hexdigest()
        yield f"{digest[:32]}@igreg", row


def _event(uid: str, row: Row, due_list: DueList, people: bool) -> list[str]:
    item = row.item
    summary = plain(f"{item.what}: {about(row, due_list)}")
    told = [
        detail(row, due_list, people=people),
        who(row, due_list),
        f"{when(row)}, as on {due_list.today}",
        f"{row.file}:{row.line}",
    ]
    return [
        "BEGIN:VEVENT",
        *_stamped(uid, due_list),
        *_starts(item.at or item.due),
        f"SUMMARY:{_text(summary)}",
        f"DESCRIPTION:{_text(chr(10).join(part for part in told if part))}",
        f"CATEGORIES:{_text(item.kind)}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_text(summary)}",
        f"TRIGGER:{ALARM if item.hours is None else CLOCK_ALARM}",
        "END:VALARM",
        "END:VEVENT",
    ]


def _called_off(event: EarlierEvent, due_list: DueList) -> list[str]:
    stands = [
        *_stamped(event.uid, due_list, is_off=True),
        *_starts(event.start),
        f"SUMMARY:{event.summary}",
        "STATUS:CANCELLED",
    ]
    return ["BEGIN:VEVENT", *stands, "TRANSP:TRANSPARENT", "END:VEVENT"]


def _stamped(uid: str, due_list: DueList, *, is_off: bool = False) -> list[str]:
    """Which event it is, and which version: that of a later day is newer, and of one day that which calls it off."""
    number = max((due_list.today - _COUNTED_FROM).days, 0) * 2 + is_off
    return [f"UID:{uid}", f"DTSTAMP:{due_list.today:%Y%m%d}T000000Z", f"SEQUENCE:{number}"]


def _starts(start: dt.date) -> list[str]:
    """When an event begins and ends: a moment in its zone for a quarter of an hour, or a whole day."""
    if isinstance(start, dt.datetime):
        zone = None if start.fold else name_of(start)  # by its name it would be the first of the two hours
        moment = f";TZID={zone}:{start:%Y%m%dT%H%M%S}" if zone else f":{start.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
        return [f"DTSTART{moment}", "DURATION:PT15M"]
    end = min(start, dt.date.max - dt.timedelta(1)) + dt.timedelta(1)
    return [f"DTSTART;VALUE=DATE:{start:%Y%m%d}", f"DTEND;VALUE=DATE:{end:%Y%m%d}"]


def _text(text: str) -> str:
    """A text value: special characters escaped, line breaks kept as \\n, control characters written out."""
    lines = [plain(line).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,") for line in text.split("\n")]
    return "\\n".join(lines)


def _folded(line: str) -> str:
    """A line of at most 75 bytes, the rest on lines that begin with a blank; never within a character."""
    out, size = [""], 0
    for character in line:
        length = len(character.encode())
        if size + length > 75:
            out.append(" ")
            size = 1
        out[-1] += character
        size += length
    return "\r\n".join(out)
