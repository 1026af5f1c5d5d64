"""Signs inside a value that stands in braces, where they mean something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from igreg.source.slips._slip import FIELDS, KEY, Slip, Window
from igreg.source.slips.values import COLON_INSIDE, to_quote

_IN_BRACES = re.compile(rf"([{{,][ ]*{KEY}:[ ]+)([^\"'{{}}\[\],\s][^{{}}\[\],\"']*?)(?=[ ]*[,}}])")


def _all(window: Window) -> str:
    return "\n".join(window.lines)


def colons_in_braces(window: Window) -> Iterator[Slip]:
    """A text in braces with a colon in it, whose word before it is no field that stands in this file."""
    for number, line in window.from_the_beginning():
        for part in _IN_BRACES.finditer(line):
            inside = re.search(r"(\S+):[ ]", part[2])
            if (
                inside
                and inside[1] not in FIELDS
                and len(re.findall(rf"{re.escape(inside[1])}:[ ]", _all(window))) == 1
            ):
                yield to_quote(number, line, part.start(2), part[2], COLON_INSIDE, certain=False)
