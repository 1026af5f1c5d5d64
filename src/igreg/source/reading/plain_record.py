"""Where the fields of a record stand that is written plainly, so that no library has to read it for that."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from igreg.findings import KeyPath, Place

_KEY = "[a-z_][a-z0-9_]*"
_PLAIN = r"[A-Za-z0-9](?:(?:[ -\"$-9;-~]|:(?=[!-~]))*(?:[!\"$-9;-~]|:(?=[!-~])))?"
"""A text without quotes, on one line: no colon ends it, and no `#` stands in it."""
_QUOTED = r"'(?:[ -&(-~]|'')*'|\"[ !#-\[\]-~]*\""
_SHORT = rf"(?:[A-Za-z0-9](?:[A-Za-z0-9 ._/+-]*[A-Za-z0-9._/+-])?|{_QUOTED})"
"""A value in brackets."""
_VALUE = rf"{_PLAIN}|{_QUOTED}|[\[{{][ -\"$-~]*[\]}}]"
"""What stands in brackets is looked at once more, in short."""
_LINE = re.compile(rf"( *)(- )?(?:({_KEY}):(?: +({_VALUE}))?|({_VALUE})) *(?: #[ -~]*)?")
_WORD = re.compile(rf"({_KEY}): |{_SHORT}")
_PAIRS = r"\{(?:kv(?:, *kv)*)?\}"
_BRACKETS = re.compile(rf"{_PAIRS}|\[(?:(?:v|{_PAIRS})(?:, *(?:v|{_PAIRS}))*)?\]")
"""Brackets whose keys and values are one letter each: pairs, or a list of values and of pairs."""
_IN_BRACES = re.compile(rf"\{{k(?:v|{_BRACKETS.pattern})(?:, *k(?:v|{_BRACKETS.pattern}))*\}}")
_NOTHING = re.compile(r" *(?:#[ -~]*)?")


class _Field(NamedTuple):
    """A field's line, the column of its key and of its value, from 1, and what is written as its value."""

    line: int
    key: int
    value: int
    written: str | None


class PlainRecord(NamedTuple):
    """A record as its lines stand: nothing in it is nested deeper than a list of parts."""

    fields: Mapping[str, _Field]
    line: int
    whole: _Field | None = None
    """Itself, where it stands in braces."""

    def place(self, path: KeyPath, on_key: bool) -> Place | None:
        """The place of a path in the record, or of the record where it is not there; nothing where it lies deeper."""
        first = next(iter(self.fields))
        name = str(path[0]) if path and path[0] in self.fields else None
        field = self.fields[name or first]
        line = self.line + field.line + 1
        if name is None and self.whole is not None and self.whole.written is not None:
            return Place(line, self.whole.value, self.whole.value + len(self.whole.written))
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
        if text and text[0] == "{" and not fields and dash and not alone:
            rest = piece.split("\n")[number + 1 :]
            whole = _Field(number, 0, match.start(5) + 1, text)
            return _in_braces(whole, line) if all(map(_NOTHING.fullmatch, rest)) else None
        if not _is_short(value or text):
            return None
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


def _letters(brackets: str) -> str:
    """What stands in brackets, with one letter for each key and each value."""
    return _WORD.sub(lambda word: "k" if word[1] else "v", brackets)


def _is_short(value: str | None) -> bool:
    """Whether a value, if it stands in brackets, is a list or pairs and nothing deeper."""
    return not value or value[0] not in "[{" or _BRACKETS.fullmatch(_letters(value)) is not None


def _in_braces(whole: _Field, line: int) -> PlainRecord | None:
    """A record that stands in braces on one line, such as `- {id: gp, name: The surgery}`."""
    text = whole.written or ""
    if not _IN_BRACES.fullmatch(_letters(text)):
        return None
    keys = []
    deep = at = 0
    for word in _WORD.finditer(text):
        between = text[at : word.start()]
        deep += sum(map(between.count, "[{")) - sum(map(between.count, "]}"))
        at = word.end()
        if word[1] and deep == 1:
            keys.append(word)
    ends = [*(key.start() for key in keys[1:]), len(text) - 1]
    fields: dict[str, _Field] = {}
    for key, end in zip(keys, ends, strict=True):
        written = text[key.end() : end].rstrip(", ")
        fields.setdefault(key[1], _Field(whole.line, whole.value + key.start(), whole.value + key.end(), written))
    return PlainRecord(fields, line, whole)
