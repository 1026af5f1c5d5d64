"""Signs inside a value that stands in braces, where they mean something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from igreg.source.slips._slip import KEY, Slip, Window
from igreg.source.slips.values import COLON_INSIDE, to_quote

_IN_BRACES = re.compile(rf"([{{,][ ]*{KEY}:[ ]+)([^\"'{{}}\[\],\s][^{{}}\[\],\"']*?)(?=[ ]*[,}}])")
_FIELDS = frozenset(
    re.findall(
        r"[a-z_]+",
        """
        id name title owner areas status category unit level function functions holders staff course completed
        expires email started left manager job_title from until to by at on as every last next cycle outcome path url
        version approver date group present apologies what due done lead planned closed target reason rule record
        summary notes tags type number document review personal_data special_category supplier location likelihood
        impact aware occurred about within trigger audience published formats lesson assigned_by approved_by
        approved_on reports_to accountable_to
        """,
    )
)
"""Fields that stand in braces often: before one of these a comma is missing, and the text before it needs no quotes."""


def _all(window: Window) -> str:
    return "\n".join(window.lines)


def colons_in_braces(window: Window) -> Iterator[Slip]:
    """A text in braces with a colon in it, whose word before it is no field that stands in this file."""
    for number, line in window.from_the_beginning():
        for part in _IN_BRACES.finditer(line):
            inside = re.search(r"(\S+):[ ]", part[2])
            if (
                inside
                and inside[1] not in _FIELDS
                and len(re.findall(rf"{re.escape(inside[1])}:[ ]", _all(window))) == 1
            ):
                yield replace(to_quote(number, line, part.start(2), part[2], COLON_INSIDE), certain=False)
