"""Lines that are set in too far, or not far enough."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from igreg.source.slips._slip import Slip, Window, one

_FIELD_AT = re.compile(r"[ ]*(?:-[ ]+)*(?=[^\s#-])")


def indents(window: Window) -> Iterator[Slip]:
    """A line that does not begin under those it belongs with. People set lines in by twos: odd ones are asked first."""
    near = [(number, line) for number, line in list(window.backwards())[:3] if line.strip() and line.lstrip()[0] != "#"]
    for number, line in sorted(near, key=lambda item: _depth(item[1]) % 2 == 0):
        now, text = _depth(line), line.lstrip(" ")
        for column in _columns(window, number):
            way = "too far in" if column < now else "not far enough in"
            message = f"this line begins {way}: in column {now + 1}, where column {column + 1} belongs"
            help = f"{'delete' if column < now else 'add'} {_blanks(abs(column - now))} before it"
            if column != now:
                yield one(number, now, message, help, " " * column + text, certain=False)


def dashes_lost(window: Window) -> Iterator[Slip]:
    """The fields of a list's first item without its dash: only where a dash comes further down is it missed."""
    for number, line in window.backwards():
        first, depth = number, _depth(line)
        while (
            first and (above := window.lines[first - 1]).strip() and _depth(above) >= depth and above.strip()[0] != "-"
        ):
            first -= 1
        head = window.lines[first - 1].rstrip() if first else ""
        if not line.strip().startswith("- ") or first == number or not head.endswith(":"):
            continue
        becomes = " " * depth + "- " + window.lines[first].lstrip()
        name = head.strip(" -:")
        found = one(first, depth, f"a dash is missing: the first item of `{name}` begins here", "type one", becomes)
        yield replace(found, edits=(*found.edits, *((at, "  " + window.lines[at]) for at in range(first + 1, number))))


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _columns(window: Window, own: int) -> list[int]:
    """The columns in which fields and list items of the lines around one begin, the nearest first."""
    found: list[int] = []
    for number, line in window.backwards():
        match = _FIELD_AT.match(line)
        if number == own or not match:
            continue
        for column in (match.end(), _depth(line)):
            if column not in found:
                found.append(column)
    return found


def _blanks(count: int) -> str:
    return "one space" if count == 1 else f"{count} spaces"
