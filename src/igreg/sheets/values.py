"""What a library or a text gives for a cell -> a value of ours."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

from igreg.sheets.book import CellError, Value

ERRORS = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!"}
    | {"Err:502", "Err:504", "Err:508", "Err:509", "Err:510", "Err:511", "Err:522", "Err:523", "Err:524"}
)
"""What spreadsheet programs show where a formula came to nothing."""
WHY = "a formula that came to an error"
_AS_TEXT = re.compile(r'="((?:[^"]|"")*)"')
_WHOLE = 10**15
_FIRST_YEAR = 1900
_MOST_KNOWN = 1 << 17
_SPECIAL = frozenset({"", "#", "E", "="})


def values_of(row: Iterable[Any], known: dict[Any, Value]) -> list[Value]:
    """The values of a row; texts and whole numbers are looked at here, since they are nearly all of them.

    Texts and days are those that are `known` already: a long table says the same again and again.
    """
    out: list[Value] = []
    if len(known) > _MOST_KNOWN:
        known.clear()
    for one in row:
        kind = type(one)
        if kind is str and one[:1] not in _SPECIAL:
            out.append(known.setdefault(one, one))
        elif one == "":
            out.append(None)
        elif kind is float and one.is_integer() and -_WHOLE < one < _WHOLE:
            out.append(int(one))
        else:
            value = value_of(one)
            out.append(known.setdefault(value, value) if type(value) is dt.date else value)
    return out


def value_of(value: Any) -> Value:
    """A value of the library as one of ours: whole numbers are whole, and an empty text is nothing."""
    kind = type(value)
    if kind is str:
        return text_of(value)
    if kind is float:
        return int(value) if value.is_integer() and -_WHOLE < value < _WHOLE else float(value)
    if kind is dt.datetime or kind is dt.date:
        return _day_or_moment(value)
    found: Value = value
    return found


def _day_or_moment(value: dt.date) -> Value:
    """A day, or a moment that is no midnight; what lies before the first day of a spreadsheet is none."""
    if value.year < _FIRST_YEAR:
        return CellError(str(value), "no day, since spreadsheets begin with 1900")
    if isinstance(value, dt.datetime) and not (value.hour or value.minute or value.second or value.microsecond):
        return value.date()
    return value


def text_of(text: str) -> Value:
    """A text as a value: nothing where it is empty; `="00123"` is what Excel is to take as it stands (ruling X30)."""
    if not text:
        return None
    first = text[0]
    if first == "#" or first == "E":
        return CellError(text, WHY) if text in ERRORS else text
    if first == "=":
        found = _AS_TEXT.fullmatch(text)
        return (found[1].replace('""', '"') or None) if found else text
    return text
