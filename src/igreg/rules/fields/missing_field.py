"""A required field is absent or empty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from igreg.findings import Fault, Place, Severity
from igreg.rules._rule import Context, rule
from igreg.source.places import locate

_REMARK = re.compile(r"(?P<head>[ ]*(?:-[ ]+)*)(?P<key>[a-z_]+):[ ]+(?P<text>#\s*\S.*)$")
_ITEM = re.compile(r"(?P<deep>[ ]*)-[ ]+(?P<key>[a-z_]+):(?P<rest>.*)$")
_HINT = re.compile(r":[ ]+#|\n[ ]*-[ ]")
_SHOWN = 60


@rule("IG102", Severity.ERROR, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    for file, found in groupby(ctx.reading("missing-field"), key=lambda one: one.origin.file):
        faults, text = list(found), ctx.register.sources.texts.get(file, "")
        yield from _by_their_lines(text, faults) if _HINT.search(text) else faults


def _by_their_lines(text: str, faults: Sequence[Fault]) -> Iterator[Fault]:
    """The faults of a file, those with another cause in their line told by it."""
    lines = text.split("\n")
    wanted = [(one.origin.path(one.path), one.on_key) for one in faults]
    places = locate(text, wanted)
    for fault, want in zip(faults, wanted, strict=True):
        at = places[want].line
        here, below = (line.rstrip("\r") for line in (*lines[at - 1 : at + 1], "", "")[:2])
        yield _remark(fault, here) or _dash(fault, at, here, below) or fault


def _remark(fault: Fault, line: str) -> Fault | None:
    """A field whose value begins with a number sign, so that it is a remark: `title: #3 Bedrooms`."""
    found = _REMARK.match(line)
    if found is None or found["key"] != str(fault.path[-1:][0] if fault.path else ""):
        return None
    value, right = found["text"].rstrip(), "put it in quotes"
    if len(value) <= _SHOWN and '"' not in value:
        right = f'{right}: {found["key"]}: "{value}"'
    message = f"the field `{found['key']}` is empty: from the # on, the line is a remark"
    return replace(fault, message=message, help=f"if that is its value, {right}")


def _dash(fault: Fault, at: int, line: str, below: str) -> Fault | None:
    """A record of which each line has a dash, so that each is a record of its own."""
    first, second = _ITEM.match(line), _ITEM.match(below)
    if first is None or second is None or first["deep"] != second["deep"]:
        return None
    if first["key"] != "id" or second["key"] == "id":
        return None
    column = len(second["deep"]) + 1
    help = f"take it out and set the line in as far: {second['key']}:{second['rest'][:_SHOWN]}"
    message = f"a dash before `{second['key']}` begins another record: only the first line of each has one"
    return replace(fault, path=(), message=message, help=help, place=Place(at + 1, column, column + 1))
