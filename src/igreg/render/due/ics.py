"""The list as a calendar (RFC 5545): all-day events with stable ids, so that a second export updates the first."""

from __future__ import annotations

import datetime as dt
import hashlib

from igreg.due.item import DueList, Row
from igreg.render.due.phrases import about, detail, not_complete, when, who
from igreg.render.escape.terminal import plain

ALARM, CLOCK_ALARM = "-P7D", "-P1D"
"""When a calendar reminds of an item: seven days before, and of a clock that has three days in all, one day before."""


def due_ics(due_list: DueList, organisation: str, *, code: str = "", people: bool) -> str:
    """A calendar with an event for each item; overdue ones stand on their own day.

    Ids are made from the organisation's code, or its name without one, so that two registers fit into one calendar.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//igreg//due//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines.append(f"X-WR-CALNAME:{_text(f'IG due: {organisation}')}")
    if due_list.incomplete:
        lines.append(f"X-WR-CALDESC:{_text(not_complete(due_list))}")
    seen: dict[str, int] = {}
    for row in due_list.rows:
        lines += _event(row, due_list, seen, people, code or organisation)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(row: Row, due_list: DueList, seen: dict[str, int], people: bool, organisation: str) -> list[str]:
    item = row.item
    key = "\x1f".join([organisation, item.what, item.kind, item.record or "", item.subject or ""])
    seen[key] = seen.get(key, 0) + 1
    uid = hashlib.sha256(f"{key}\x1f{seen[key]}".encode()).hexdigest()[:32]
    summary = plain(f"{item.what}: {about(row, due_list)}")
    told = [
        detail(row, due_list, people=people),
        who(row, due_list),
        f"{when(row)}, as on {due_list.today}",
        f"{row.file}:{row.line}",
    ]
    return [
        "BEGIN:VEVENT",
        f"UID:{uid}@igreg",
        f"DTSTAMP:{due_list.today:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{item.due:%Y%m%d}",
        f"DTEND;VALUE=DATE:{min(item.due, dt.date.max - dt.timedelta(1)) + dt.timedelta(1):%Y%m%d}",
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
