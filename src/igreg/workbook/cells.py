"""A value of the register as a cell, and a cell that was changed as a value: what was not touched stays as written."""

from __future__ import annotations

import datetime as dt
import functools
import json
import math
import re
from collections.abc import Callable, Collection
from typing import Any

from igreg.changes.answers import Answers
from igreg.errors import IgregError
from igreg.model.leaf import Leaf
from igreg.sheets.book import CellError, Value

LONGEST = 32_767
"""So many characters a cell holds."""
CUT = " [cut]"
LOST = "\ufffd"
"""What stands for a character that no workbook can hold."""
BETWEEN = "; "
_DAY = re.compile(r"(19|2\d)\d\d-\d\d-\d\d")
_MOMENT = re.compile(r"(19|2\d)\d\d-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FIRST_DAY = dt.date(1900, 3, 1)
"""Before it, programs count days unlike one another."""
_MOST_DIGITS = 10**15
Cell = str | int | float | dt.date | None


class CellRefused(Exception):
    """A cell whose value cannot be taken, and what to do; `secret` where its value is not to be repeated."""

    def __init__(self, message: str, help: str, *, secret: bool = False) -> None:
        super().__init__(message)
        self.message, self.help, self.secret = message, help, secret


def shown(leaf: Leaf, value: Any) -> Cell:
    """A value as it stands in its cell; what does not fit its field is a text."""
    match value:
        case None:
            return None
        case bool():
            return "yes" if value else "no"
        case int() | float() if math.isfinite(value) and abs(value) < _MOST_DIGITS:
            return value
        case str():
            return _time(leaf, value) or text(value)
        case list() if all(isinstance(one, str | int | float) for one in value):
            return text(BETWEEN.join(str(shown(leaf, one)) for one in value)) if value else None
        case list() | dict():
            return text(json.dumps(value, ensure_ascii=False, default=str)) if value else None
        case _:
            return text(str(value))


def _time(leaf: Leaf, value: str) -> dt.date | None:
    """A day or moment as one, where the field holds one and it is written as one."""
    if leaf.many or leaf.sort not in ("day", "moment", "day or moment"):
        return None
    return _day_or_moment(value)


@functools.lru_cache(maxsize=100_000)
def _day_or_moment(value: str) -> dt.date | None:
    found: dt.date | None = None
    try:
        if _DAY.fullmatch(value):
            found = dt.date.fromisoformat(value)
        elif _MOMENT.fullmatch(value):
            moment = dt.datetime.fromisoformat(value)
            # A workbook cannot tell midnight from a day without a time.
            found = moment if moment.time() != dt.time() else None
    except ValueError:
        return None
    if found is None or (found.date() if isinstance(found, dt.datetime) else found) < _FIRST_DAY:
        return None
    return found


def text(value: str) -> str:
    """A text as a cell can hold it: the line end at its end is not shown, and what is too long is cut and says so."""
    if len(value) <= LONGEST and value.isprintable():
        return value
    held = _NOT_XML.sub(LOST, value.rstrip("\n").replace("\r\n", "\n"))
    return held if len(held) <= LONGEST else held[: LONGEST - len(CUT)] + CUT


def plain(value: Value) -> str:
    """What a cell says, in words that do not hang on which program wrote it: a day and its text are one."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case dt.datetime():
            near = value + dt.timedelta(microseconds=500_000)
            if near.time() < dt.time(0, 0, 1):
                return str(near.date())
            return f"{near:%Y-%m-%dT%H:%M}" + (f":{near.second:02}" if near.second else "")
        case int():
            return str(value)
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < _MOST_DIGITS else repr(float(f"{value:.15g}"))
        case CellError():
            return value.sign
        case str():
            held = value.replace("\r\n", "\n").replace("\r", "\n")
            if "_x" in held:
                held = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), held).replace("\r\n", "\n")
            return held.rstrip("\n") if held.strip() else ""
        case _:
            return str(value)


def untouched(leaf: Leaf, before: Any, cell: Value) -> bool:
    """Whether a cell says what went out."""
    return plain(shown(leaf, before)) == plain(cell)


def taken(leaf: Leaf, before: Any, cell: Value, answers: Answers, coming: Collection[str]) -> Any:
    """The value of a cell that was changed, as it is to be written; nothing where it was emptied. Raises CellRefused.

    `coming` are the ids of records that the same workbook brings.
    """
    if isinstance(cell, CellError):
        raise CellRefused(f"the cell shows {cell.sign}, which is no value", "put in the value itself")
    said = plain(cell)
    if not said:
        return None
    _refuse_lost(before, said)
    if leaf.many:
        return _several(leaf, before, said, answers, coming)
    if isinstance(before, list | dict) and before:
        raise CellRefused("what stands there is no single value, so the cell cannot change it", "change it in its file")
    return _one(leaf, before, cell, said, answers, coming)


def _refuse_lost(before: Any, said: str) -> None:
    if LOST in said:
        raise CellRefused("the text holds a character that a workbook cannot hold", "change it in its file")
    if isinstance(before, str) and len(before) > LONGEST:
        raise CellRefused(
            "the text is longer than a cell holds, so that only its beginning went out", "change it in its file"
        )


def _several(leaf: Leaf, before: Any, said: str, answers: Answers, coming: Collection[str]) -> Any:
    own = before if isinstance(before, list) else [before] if before not in (None, "") else []
    if any(not isinstance(one, str | int | float) or re.search("[;\n]", str(one)) for one in own):
        raise CellRefused(
            "an item of the list holds `;` or several lines, so the cell cannot be taken apart", "change it in its file"
        )
    parts = [one.strip() for one in re.split("[;\n]", said)]
    known = {str(shown(leaf, one)): one for one in own}
    out: list[Any] = []
    for one in parts:
        if one:
            found = known[one] if one in known else _one(leaf, None, one, one, answers, coming)
            out += [item for item in (found if isinstance(found, list) else [found]) if item not in out]
    if out:
        _read_or_refuse(lambda: answers.refuse(leaf, out, items=False))
    return out or None


def _one(leaf: Leaf, before: Any, cell: Value, said: str, answers: Answers, coming: Collection[str]) -> Any:
    """One value out of its cell."""
    if leaf.sort in ("reference", "area") and said.strip() in coming:
        return said.strip()
    if leaf.sort in ("day", "day or moment", "moment") and isinstance(cell, int) and 20_000 <= cell <= 60_000:
        said = str(dt.date(1899, 12, 30) + dt.timedelta(cell))
    if leaf.sort == "text":
        _refuse_private(leaf, said, answers)
        ending = before[len(before.rstrip("\n")) :] if isinstance(before, str) else ""
        return said + ending
    return _read_or_refuse(lambda: answers.read(leaf, said, whole=not leaf.many))


def _refuse_private(leaf: Leaf, said: str, answers: Answers) -> None:
    """Raise CellRefused where a text cannot stand in its field, or holds a number that identifies a person."""
    _read_or_refuse(lambda: answers.read(leaf, said, whole=not leaf.many))


def _read_or_refuse(read: Callable[[], Any]) -> Any:
    """What is read, or CellRefused in the words of its refusal."""
    try:
        return read()
    except IgregError as error:
        raise CellRefused(error.sentence, error.hint, secret="no number of a person" in error.hint) from None
