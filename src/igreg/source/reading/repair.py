"""A text that is no YAML, its slips of the pen put right one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from igreg.source.reading.refusal import even, refusal, stops, where_it_stops
from igreg.source.slips._slip import Slip
from igreg.source.slips.find import find_slip

_MOST_SLIPS = 20
_END = re.compile(r"\r\n?|\n")


class Repaired(NamedTuple):
    """A text that the parser reads to its end, and what was put right in it."""

    text: str
    slips: tuple[Slip, ...]


def repaired(text: str, *, certain: bool) -> Repaired | None:
    """The text with its slips put right, the end of each line as it was; nothing where that does not make it YAML.

    With `certain` only those slips count with which but one thing can have been meant.
    """
    ends = [*_END.findall(text), ""]
    lines = even(text)
    slips: list[Slip] = []
    for _ in range(_MOST_SLIPS):
        error = refusal(lines)
        if error is None:
            return Repaired("".join(map(str.__add__, lines.split("\n"), ends)), tuple(slips)) if slips else None
        line, column, began, _told = where_it_stops(error, lines)
        slip = find_slip(lines, began, (line, column), stops)
        if slip is None or (certain and not slip.certain):
            return None
        slips.append(slip)
        rows = slip.put_right(lines.split("\n"))
        ends = [end for row, own in zip(rows, ends, strict=True) for end in _ends(row, own)]
        lines = "\n".join(rows)
    return None


def _ends(row: str, own: str) -> Iterable[str]:
    """The ends of what was one line: where a slip made several of it, each has the end of the one."""
    return [*[own or "\n"] * row.count("\n"), own]
