"""Ids and names that a spreadsheet spoilt: what was lost leaves no trace, so what may be wrong is refused."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable

from igreg.sheets.book import Value

_POWER = re.compile(r"\d+(?:[.,]\d+)?E\+?\d+", re.ASCII | re.IGNORECASE)
_MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)"
_DAY = rf"\d{{1,2}}/\d{{1,2}}/(?:\d\d|\d{{4}})|\d{{4}}-\d\d-\d\d|\d{{1,2}}-{_MONTH}(?:-\d\d|-\d{{4}})?|{_MONTH}-\d\d"
_MADE_OUT_OF_ONE = re.compile(rf"\d+[.,]\d+|{_DAY}", re.ASCII | re.IGNORECASE)
"""A fraction, or a day as spreadsheets show it."""
_HELP = "format the column as text in the program it comes from, export again, and do not save the file in Excel"
Fault = tuple[str, str]
"""The message and the help."""


def no_id(value: Value) -> Fault | None:
    """Why a cell of a column of ids, keys or codes holds none, seen by itself; nothing where it may hold one."""
    if isinstance(value, bool | dt.date | dt.time | dt.timedelta):
        return "a date or a yes stands where an id belongs: Excel may have made it out of one", _HELP
    if isinstance(value, float):
        return f"the number {value} is no id: Excel may have cut it, or made it out of one", _HELP
    if isinstance(value, str) and _POWER.fullmatch(value.strip()):
        return f"{value.strip()!r} is what Excel makes of a long number: the last digits are lost", _HELP
    return None


def no_key(value: Value) -> Fault | None:
    """Why a cell of a column of keys of another system holds none: no system counts its people in fractions or days."""
    fault = no_id(value)
    if fault is None and isinstance(value, str) and _MADE_OUT_OF_ONE.fullmatch(value.strip()):
        return f"{value.strip()!r} is no number of a person: Excel may have made it out of one", _HELP
    return fault


def no_name(value: Value) -> Fault | None:
    """Why a cell of ids or names holds none: it begins as a formula does, or with a sign that nobody sees."""
    if isinstance(value, str) and value and (value[0] in "=@" or value[0] < " "):
        return f"{value!r} begins as a formula does, and is no id and no name", "type what is meant, without that sign"
    return None


class LostZeros:
    """The cells of a column of ids, keys or codes whose zeros at the beginning may have been lost.

    These are numbers beside texts that begin with a zero or are longer, and numbers that would be an id of the
    register but for zeros. Where the file has texts alone, one of digits is a number if it is shorter than all that
    begin with a zero.
    """

    def __init__(self, column: Iterable[Value], known: Collection[str] = ()) -> None:
        texts = [value.strip() for value in column if isinstance(value, str) and value.strip().isdigit()]
        padded = [len(one) for one in texts if one.startswith("0")]
        self._longest = max(map(len, texts), default=0)
        self._texts, self._zeros, self._shortest = bool(texts), bool(padded), min(padded, default=0)
        self._known = known
        self._bare = {one.lstrip("0"): one for one in known if one.startswith("0") and one.isdigit()}

    def fault(self, value: Value) -> Fault | None:
        """What is wrong with a cell of the column."""
        if not isinstance(value, int) or isinstance(value, bool):
            return self._of_text(value.strip()) if isinstance(value, str) else None
        if str(value) in self._bare:
            return f"{value} may be {self._bare[str(value)]} of the register, with its zeros lost", _HELP
        if self._texts and (self._zeros or self._longest > len(str(value))):
            return f"{value} is a number, and others of its column are texts: zeros may be lost", _HELP
        return None

    def _of_text(self, text: str) -> Fault | None:
        if text in self._bare and text not in self._known:
            return f"{text} may be {self._bare[text]} of the register, with its zeros lost", _HELP
        if text.isdigit() and not text.startswith("0") and len(text) < self._shortest:
            return f"{text} is shorter than the others of its column, which begin with 0: zeros may be lost", _HELP
        return None
