"""Lists of records with the same few plain fields, taken out of their text by one expression.

Training records are nine tenths of a large register, and nearly all are three words in a fixed order. To make a mapping
of each takes two thirds of the time in which such a register is read; this takes a third of that (decision 4). What is
written in any other way, be it a quote or another order, goes to the fast reader.
"""

from __future__ import annotations

import functools
import re
from typing import Any, Protocol

IDLE = r"(?: *+(?:#[^\n]*+)?+\n)*+"
END = r"(?: ++(?:#[^\n]*+)?+)?+(?:\n|\Z)"
"""Blanks and a comment behind a value; whoever asks has made sure that no tab and no other odd sign is there."""
WORD = r"([A-Za-z][A-Za-z0-9._-]*+)"
DAY = r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
ABOVE = re.compile(IDLE)

Row = tuple[str, str, str, str, str, str]
"""A bracket or nothing, three words as written, a fourth or nothing; where a record is written otherwise, its text."""
FIELDS = ("staff", "course", "completed", "expires")
"""The fields of a row, in their order; the last may be missing."""


class Load(Protocol):
    """Reads the text of some records in the usual way."""

    def __call__(self, piece: str, /) -> list[dict[str, object]]: ...


def rows(text: str, deep: int, load: Load) -> list[Any]:
    """The records of a part of a list, in order: a row for each that is written plainly, data for any other.

    The words are as written: whether one is a text (or `null`), the fast reader has to say. The text has no doubtful
    place, and its items are `deep` blanks from the margin.
    """
    above = ABOVE.match(text)
    start = above.end() if above else 0
    if not text.startswith(" " * deep + "- ", start):
        return load(text)
    found: list[Row] = _shape(deep).findall(text, start)
    others = [at for at, row in enumerate(found) if row[5]]
    if not others:
        return found
    if len(others) * 4 > len(found):
        return load(text)
    out: list[Any] = []
    done = 0
    for at in others:
        out += found[done:at]
        out += load(found[at][5])
        done = at + 1
    return out + found[done:]


@functools.cache
def _shape(deep: int) -> re.Pattern[str]:
    """One record: the plain way, in lines or in brackets; or else all its lines.

    Either ends where a line begins with the next dash, or with the text, so that nothing lies between two records.
    """
    dash = " " * deep + "- "
    next = rf"(?(1), ++|{END}{IDLE}{' ' * deep}  )"
    staff, course, completed, expires = FIELDS
    plain = (
        rf"{dash}(?:(\{{) *+)?+{staff}: ++{WORD}{next}{course}: ++{WORD}{next}{completed}: ++{DAY}"
        rf"(?:{next}{expires}: ++{DAY})?+(?(1) *+\}}){END}{IDLE}(?={dash}|\Z)"
    )
    return re.compile(rf"{plain}|({dash}[^\n]*+(?:\n(?!{dash})[^\n]*+)*+\n?+)")
