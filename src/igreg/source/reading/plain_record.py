"""Where the fields of a record stand that is written plainly, so that no library has to read it for that."""

from __future__ import annotations

import re
from typing import NamedTuple

from igreg.findings import KeyPath, Place

_KEY = "[a-z_][a-z0-9_]*"
_PLAIN = r"[A-Za-z0-9](?:(?:[ -\"$-9;-~]|:(?=[!-~]))*(?:[!\"$-9;-~]|:(?=[!-~])))?"
"""A text without quotes, on one line: no colon ends it, and no `#` stands in it."""
_QUOTED = r"'[ -&(-~]*'|\"[ !#-\[\]-~]*\""
_SHORT = rf"(?:[A-Za-z0-9](?:[A-Za-z0-9 ._/+-]*[A-Za-z0-9._/+-])?|{_QUOTED})"
"""A value in brackets."""
_VALUE = (
    rf"{_PLAIN}|{_QUOTED}|\[(?:{_SHORT}(?:, *{_SHORT})*)?\]"
    rf"|\{{(?:{_KEY}: {_SHORT}(?:, *{_KEY}: {_SHORT})*)?\}}"
)
_LINE = re.compile(rf"( *)(- )?(?:({_KEY}):(?: +({_VALUE}))?|({_VALUE})) *(?: #[ -~]*)?")
_NOTHING = re.compile(r" *(?:#[ -~]*)?")


class _Field(NamedTuple):
    """A field's line, the column of its key and of its value, from 1, and what is written as its value."""

    line: int
    key: int
    value: int
    written: str | None


class PlainRecord(NamedTuple):
    """A record as its lines stand: nothing in it is nested deeper than a list of parts."""

    fields: dict[str, _Field]
    line: int

    def place(self, path: KeyPath, on_key: bool) -> Place | None:
        """The place of a path in the record, or of the record where it is not there; nothing where it lies deeper."""
        first = next(iter(self.fields))
        name = str(path[0]) if path and path[0] in self.fields else None
        field = self.fields[name or first]
        line = self.line + field.line + 1
        if name is None or (on_key and len(path) == 1):
            return Place(line, field.key, field.key + len(name or first))
        if field.written is None or (len(path) > 1 and field.written[0] in "[{"):
            return None
        return Place(line, field.value, field.value + len(field.written))


def plain_record(piece: str, line: int, alone: bool = False) -> PlainRecord | None:
    """The piece of a text that is one item of a list, or a record `alone`; it begins on this line, counted from 0.

    Nothing where anything in it might mean more than it seems to: quotes, brackets, texts over several lines, parts of
    parts. Whoever asks has it read by the library then.
    """
    fields: dict[str, _Field] = {}
    deep = 0
    below: tuple[int, bool, bool] | None = None
    bare = False
    for number, written in enumerate(piece.split("\n")):
        if _NOTHING.fullmatch(written):
            continue
        match = _LINE.fullmatch(written)
        if match is None:
            return None
        blanks, dash, key, value, text = match.groups()
        at = len(blanks)
        if key and ((dash is None) is alone if not fields else dash is None and at == deep):
            deep = deep if fields else match.start(3)
            fields.setdefault(key, _Field(number, match.start(3) + 1, match.start(4) + 1, value))
            below, bare = None, value is None
            continue
        shape = (at, dash is not None, key is not None)
        goes_on = below is not None and below[1:] == (True, True) and shape == (below[0] + 2, False, True)
        if not bare or at < deep + (dash is None) or (key and value is None) or (text and dash is None):
            return None
        if below is not None and shape != below and not goes_on:
            return None
        below = below or shape
    return PlainRecord(fields, line) if fields else None
