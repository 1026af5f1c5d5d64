"""A text that is no YAML, its slips of the pen put right one after the other."""

from __future__ import annotations

from typing import NamedTuple

from igreg.source.reading.refusal import even, refusal, stops, where_it_stops
from igreg.source.slips._slip import Slip
from igreg.source.slips.find import find_slip

_MOST_SLIPS = 20


class Repaired(NamedTuple):
    """A text that the parser reads to its end, and what was put right in it."""

    text: str
    slips: tuple[Slip, ...]


def repaired(text: str, *, certain: bool) -> Repaired | None:
    """The text with its slips put right, its line ends as they were; nothing where that does not make it YAML.

    With `certain` only those slips count with which but one thing can have been meant.
    """
    ends = "\r\n" if "\r\n" in text else "\n"
    lines = even(text)
    slips: list[Slip] = []
    for _ in range(_MOST_SLIPS):
        error = refusal(lines)
        if error is None:
            return Repaired(lines.replace("\n", ends), tuple(slips)) if slips else None
        line, column, began, _told = where_it_stops(error, lines)
        slip = find_slip(lines, began, (line, column), stops)
        if slip is None or (certain and not slip.certain):
            return None
        slips.append(slip)
        lines = "\n".join(slip.put_right(lines.split("\n")))
    return None
