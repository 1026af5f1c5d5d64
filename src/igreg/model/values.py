"""The value types of the register format (section 2): text, ids, days, moments, spans, numbers."""

from __future__ import annotations

import datetime as dt
import functools
import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, Strict, StringConstraints, WithJsonSchema

from igreg.model.span import Span, parse_span

ID_FORM = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"
RESERVED_IDS = frozenset({"all-staff", "service-users", "carers", "public", "organisation"})
"""Ids that no record may have: the four audiences and the organisation itself (ruling A22)."""

AUDIENCES = frozenset({"all-staff", "service-users", "carers", "public"})
AREAS = ("governance", "caldicott", "risk", "security", "data-protection", "confidentiality")
"""The six areas of the mission, each of which needs a named lead."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?")
_MONTH_AND_DAY = re.compile(r"[0-9]{2}-[0-9]{2}")
_ADDRESS = re.compile(r"[^\s@]@[^\s@]")
_ROUND_ADDRESS = re.compile(r"<mailto:|^<|\S@\S+[\s,/]+\S+@\S", re.IGNORECASE)
"""Brackets around an address where nobody's name stands before them, a link, or several addresses in one."""
_PLAIN_ADDRESS = re.compile(r"[A-Za-z0-9._%+'-]++@(?:[A-Za-z0-9-]++\.)++[A-Za-z0-9-]++")
"""An address as nearly all are written: in it nothing can be amiss that is looked for one by one in others."""
_DRIVE = re.compile(r"[A-Za-z]:")


class Unfit(ValueError):
    """A value of another form than its field has: says which form, and what sort of value, so that it can be read."""

    def __init__(self, form: str, sort: str) -> None:
        super().__init__(form)
        self.sort = sort


class NoSuchCount(ValueError):
    """Counts of a part that do not go together: says which, and what is right of them."""

    def __init__(self, sentence: str, help: str) -> None:
        super().__init__(sentence)
        self.help = help


def told(count: int) -> str:
    """A count in a sentence, however many digits it has."""
    return f"{count:,}" if count < 10**15 else "very many"


FIRST_YEAR, LAST_YEAR = 1900, 9000
"""The years of moments, and of the day that a command works at: what is counted from them stays a date."""


@functools.lru_cache(maxsize=65536)
def parse_day(text: str) -> dt.date:
    """Read a day in the form 2026-03-31; raises ValueError for any other form and for days that do not exist."""
    if _DAY.fullmatch(text) is None:
        raise Unfit("a day in the form 2026-03-31", "day")
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise Unfit("a day that exists, in the form 2026-03-31", "day") from None


@functools.lru_cache(maxsize=16384)
def parse_moment(text: str) -> dt.datetime:
    """Read a moment: with a `T` or a blank, with or without seconds, `Z` or an offset (ruling A07); else ValueError.

    A moment without an offset stays without one: it is in the organisation's time zone, which the register knows.
    """
    if _MOMENT.fullmatch(text) is None:
        raise Unfit("a moment in the form 2026-11-02T09:30 or 2026-11-02T09:30+00:00", "moment")
    try:
        found = dt.datetime.fromisoformat(text)
    except ValueError:
        raise ValueError("a moment that exists, in the form 2026-11-02T09:30") from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ValueError(f"a moment between the years {FIRST_YEAR} and {LAST_YEAR}")
    return found


def _day(value: Any) -> Any:
    return parse_day(value) if type(value) is str else _refuse("a day in the form 2026-03-31", "day")


def _moment(value: Any) -> Any:
    return parse_moment(value) if type(value) is str else _refuse("a moment in the form 2026-11-02T09:30", "moment")


def _day_or_moment(value: Any) -> Any:
    if type(value) is not str or "T" in value or _MOMENT.fullmatch(value):
        return _moment(value)
    try:
        return parse_day(value)
    except ValueError:
        raise Unfit("a moment in the form 2026-11-02T09:30, or a day in the form 2026-11-02", "day or moment") from None


def _span(value: Any) -> Any:
    if isinstance(value, Span):
        return value
    if type(value) is not str:
        _refuse("a number and a unit, such as 12 months", "span")
    try:
        return parse_span(value)
    except ValueError as error:
        raise Unfit(str(error), "span") from None


def _effort(value: Any) -> Any:
    found = _span(value)
    return found if found.unit in ("hour", "day") else _refuse("a time in hours or days, such as 2 hours or 1 day")


def _month_and_day(value: Any) -> Any:
    wanted = "a month and a day that every year has, in the form 04-01"
    if type(value) is not str or _MONTH_AND_DAY.fullmatch(value) is None:
        _refuse(wanted)
    try:
        dt.date.fromisoformat(f"2001-{value}")
    except ValueError:
        _refuse(wanted)
    return value


def is_repository_path(text: str) -> bool:
    """Whether a text is the path of a file that may be in the repository, and leads nowhere else."""
    try:
        _path(text)
    except ValueError:
        return False
    return True


def _path(value: Any) -> Any:
    if type(value) is not str:
        return value
    if _DRIVE.match(value) or value.startswith("\\\\"):
        raise ValueError("a path of the repository, with /, but of one computer: put the file into the repository")
    parts = value.replace("\\", "/").split("/")
    depth = 0
    for part in parts:
        depth += -1 if part == ".." else 0 if part in ("", ".") else 1
        if depth < 0:
            raise ValueError("a path inside the repository")
    if parts[0] == "" or depth == 0:
        raise Unfit("a path that starts at the repository root", "path")
    return value


def parse_email(value: str) -> str:
    """Read an address of e-mail; raises ValueError for what is none."""
    if _PLAIN_ADDRESS.fullmatch(value) is not None:
        return value
    if (
        _ADDRESS.search(value) is None
        or _ROUND_ADDRESS.search(value)
        or value.casefold().startswith("mailto:")
        or value.rstrip("> ").endswith(".")
        or value.count("@") > 1
        or ("<" not in value and " " in value.strip())
        or re.search(r"[;,\s]", value.rpartition("@")[2].rstrip("> "))
    ):
        raise Unfit("an e-mail address such as zoe@example.org", "email")
    return value


def _free(value: str) -> str:
    if value in RESERVED_IDS:
        raise ValueError("free to be an id: igreg gives the word a meaning of its own")
    return value


def _refuse(wanted: str, sort: str = "") -> Any:
    raise Unfit(wanted, sort)


def empty() -> list[Any]:
    """A new list. (pydantic asks every factory for its parameters, and `list` is slow to answer.)"""
    return []


Nation = Literal["england", "wales", "scotland", "northern-ireland"]
"""The nations of the United Kingdom; what binds in one may not bind in another."""
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, StringConstraints(pattern=ID_FORM), AfterValidator(_free)]
Day = Annotated[dt.date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Moment = Annotated[
    dt.datetime,
    BeforeValidator(_moment),
    WithJsonSchema({"type": "string", "pattern": rf"^{_MOMENT.pattern}$"}),
]
DayOrMoment = Annotated[
    dt.datetime | dt.date,
    BeforeValidator(_day_or_moment),
    WithJsonSchema({"type": "string", "pattern": rf"^({_MOMENT.pattern}|{_DAY.pattern})$"}),
]
"""A moment, or a day where nobody knows the hour: what that stands for is the clock's to say (`register/clock.py`)."""
Length = Annotated[
    Span,
    BeforeValidator(_span),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]+ (hour|day|week|month|year)s?$"}),
]
Effort = Annotated[
    Span,
    BeforeValidator(_effort),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]+ (hour|day)s?$"}),
]
"""How long work takes, in hours or days (ruling B76): a week or a month says nothing of the hours in it."""
MonthAndDay = Annotated[
    str,
    BeforeValidator(_month_and_day),
    WithJsonSchema({"type": "string", "pattern": f"^{_MONTH_AND_DAY.pattern}$"}),
]
"""A day of every year, such as 04-01 for 1 April."""
Email = Annotated[Text, AfterValidator(parse_email)]
RepositoryPath = Annotated[Text, BeforeValidator(_path)]
Flag = Annotated[bool, Strict()]
_MOST = 1_000_000_000
"""No count in a register is larger, and Python writes out no number of thousands of digits."""
Count = Annotated[int, Strict(), Field(ge=0, le=_MOST)]
AtLeastOne = Annotated[int, Strict(), Field(ge=1, le=_MOST)]
OneToFive = Annotated[int, Strict(), Field(ge=1, le=5)]
OneToThree = Annotated[int, Strict(), Field(ge=1, le=3)]
OneOrTwo = Annotated[int, Strict(), Field(ge=1, le=2)]
OneToFour = Annotated[int, Strict(), Field(ge=1, le=4)]
Percentage = Annotated[float, Strict(), Field(ge=0, le=100, allow_inf_nan=False)]
Amount = Annotated[float, Strict(), Field(ge=0, allow_inf_nan=False)]
Hours = Annotated[float, Strict(), Field(ge=0, le=168, allow_inf_nan=False)]
