"""Columns whose cells look like numbers or days that identify a person, under a head that nobody knows."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Sequence

from igreg.register.private_numbers import private_numbers
from igreg.sheets.book import Value

_INSURANCE = re.compile(r"[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]?", re.IGNORECASE)
_SORT_CODE = re.compile(r"\d{2}-\d{2}-\d{2}")
_DAY = re.compile(r"(\d{1,2})[/. -](\d{1,2}|[A-Za-z]{3,9})[/. -](\d{4})(?:[ T]00:00(?::00)?)?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T]00:00(?::00)?)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ANYWHERE = re.compile(
    r"(?<![0-9A-Za-z])[A-Za-z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-Da-d](?![0-9A-Za-z])", re.ASCII
)
"""The form of a National Insurance number, also with letters that are never given out, as in examples."""
GROWN_UP = 15
"""A day more than so many years ago may be one of birth."""


def looks_private(cells: Sequence[Value], today: dt.date, *, may_be_days: bool = False) -> str | None:
    """What more than half of the cells of a column look like for which it is never read; empty ones do not count.

    Where they `may_be_days`, since somebody gave the column a meaning, days such as 01-02-26 are no sort codes.
    """
    filled: Counter[Value] = Counter(one for one in cells if one is not None and one != "")  # each is looked at once
    if not filled:
        return None
    if _are_most(filled, _insurance):
        return "National Insurance number"
    if _are_most(filled, _sort_code) and not (may_be_days and all(map(_short_day, filled))):
        return "bank details"
    born = _years_before(today, GROWN_UP)
    if _are_most(filled, lambda one: (day := _day(one)) is not None and day < born):
        return "date of birth or age"
    return None


def _are_most(filled: Counter[Value], is_so: Callable[[Value], bool]) -> bool:
    """Whether something is so of more than half of the cells."""
    return 2 * sum(often for one, often in filled.items() if is_so(one)) > filled.total()


def private_number(value: Value) -> str | None:
    """What number of a person a cell holds, be it among other words; nothing where it holds none."""
    if not isinstance(value, str | int) or isinstance(value, bool):
        return None
    text = str(value)
    if len(text) < _SHORTEST:
        return None
    found = next(private_numbers(text, 1), None)
    if found is not None:
        return found.what
    return "a National Insurance number" if _ANYWHERE.search(text) else None


_SHORTEST = 9
"""No number of a person has fewer characters."""


def _insurance(value: Value) -> bool:
    return isinstance(value, str) and _INSURANCE.fullmatch(value.strip()) is not None


def _sort_code(value: Value) -> bool:
    return isinstance(value, str) and _SORT_CODE.fullmatch(value.strip()) is not None


def _short_day(value: Value) -> bool:
    found = _SORT_CODE.fullmatch(value.strip()) if isinstance(value, str) else None
    return found is not None and 1 <= int(value[:2]) <= 31 and 1 <= int(value[3:5]) <= 12  # type: ignore[index]


def _day(value: Value) -> dt.date | None:
    """The day that a cell is, whichever of day and month comes first; nothing where it is none."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if not isinstance(value, str):
        return None
    if (iso := _ISO.fullmatch(value.strip())) is not None:
        return _made(int(iso[1]), int(iso[2]), int(iso[3]))
    found = _DAY.fullmatch(value.strip())
    if found is None:
        return None
    if found[2].isalpha():
        month = found[2][:3].casefold()
        return _made(int(found[3]), _MONTHS.index(month) + 1, int(found[1])) if month in _MONTHS else None
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    return _made(year, second, first) or _made(year, first, second)


def _made(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _years_before(day: dt.date, years: int) -> dt.date:
    return _made(day.year - years, day.month, day.day) or dt.date(day.year - years, 2, 28)
