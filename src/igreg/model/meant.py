"""What was meant by a day, a moment, a span or a yes that is written in another way than the format has it."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from igreg.model.span import Span


class Meant(NamedTuple):
    """The form that the format has for a value, and whether nothing else can have been meant."""

    text: str
    certain: bool = True


def meant(sort: str, value: object) -> Meant | None:
    """What was meant by a value where a `day`, `moment`, `span`, `flag` or `sum` belongs, where anybody can tell."""
    reads = _READS.get(sort)
    if reads is None or not isinstance(value, str | int | float) or isinstance(value, bool):
        return None
    if isinstance(value, int) and abs(value) > 10**12:
        return None  # a number of very many digits cannot even be written out
    text = " ".join(str(value).translate(_DASHES).split())
    return reads(text) if 0 < len(text) <= _LONGEST else None


_LONGEST = 60
_DASHES = dict.fromkeys([*range(0x2010, 0x2016), 0x2212], "-") | dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060], None)
"""Dashes that a word processor writes, and signs that nobody sees."""
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]? ", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2}) ?([-/. ]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ .-]*(?:of )?([a-z]+)[ .,-]*(\d{4}|\d{2})", re.ASCII)
_MONTH_FIRST = re.compile(r"([a-z]+)[ .-]*(\d{1,2})(?:st|nd|rd|th)?[ .,-]+(\d{4})", re.ASCII)


_ABOUT = re.compile(r"^(?:about|around|approx(?:imately|\.)?|circa|ca?\.?|~|on|since|from) ?(?=\d)")
"""What stands before a day that nobody is sure of."""


def _day(text: str) -> Meant | None:
    """A day: 31/03/2026, 31 March 2026, 2026-3-1. Of two numbers that may both be the month, neither is certain."""
    text = _WEEKDAY.sub("", text).lower()
    if (timed := re.fullmatch(r"(\d{4}-\d\d-\d\d)[t ].*", text, re.ASCII)) is not None:
        return Meant(timed[1], certain=False)  # the hour would be lost
    found = list(dict.fromkeys(_days(text)))
    if found:
        return Meant(found[0].isoformat(), len(found) == 1)
    doubtful = _ABOUT.sub("", text).rstrip("? ")
    if re.fullmatch(r"[\do]+[-/.][\do]+[-/.][\do]+", doubtful):
        doubtful = doubtful.replace("o", "0")
    found = list(_days(doubtful)) if doubtful != text else _in_words(text)
    return Meant(found[0].isoformat(), certain=False) if found else None


_WITHIN = re.compile(
    rf"(?<![\w/.-])(?:{_ISO.pattern}|{_NUMBERS.pattern}|{_DAY_FIRST.pattern})(?![\w/-])".replace(r"\2", r"\5")
)
_SERIALS = range(20_000, 70_000)
"""Days as a spreadsheet counts them: from 1954 to 2091."""
_SERIAL_BEGINS = dt.date(1899, 12, 30)


def _in_words(text: str) -> list[dt.date]:
    """The one day that stands among other words, or that a spreadsheet gave away as a number."""
    if text.isdigit() and int(text) in _SERIALS:
        return [_SERIAL_BEGINS + dt.timedelta(days=int(text))]
    found = [one[0] for one in _WITHIN.finditer(text)]
    return list(_days(found[0])) if len(found) == 1 and found[0] != text else []


def _days(text: str) -> Iterator[dt.date]:
    """The days that a text may mean, the likeliest first."""
    if (iso := _ISO.fullmatch(text)) and (not text.isdigit() or len(text) == 8):
        year, month, day = map(int, iso.groups())
        yield from _existing(year, month, day)
        if month > 12:
            yield from _existing(year, day, month)
    elif numbers := _NUMBERS.fullmatch(text):
        year = _year(numbers[4])
        yield from _existing(year, int(numbers[3]), int(numbers[1]))
        if numbers[2] in "/-":  # with dots the day always comes first
            yield from _existing(year, int(numbers[1]), int(numbers[3]))
    elif (words := _DAY_FIRST.fullmatch(text)) and words[2] in _MONTHS:
        yield from _existing(_year(words[3]), _MONTHS[words[2]], int(words[1]))
    elif (words := _MONTH_FIRST.fullmatch(text)) and words[1] in _MONTHS:
        yield from _existing(int(words[3]), _MONTHS[words[1]], int(words[2]))


def _existing(year: int, month: int, day: int) -> Iterator[dt.date]:
    if 1900 <= year <= 2199 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
        yield dt.date(year, month, day)


def _year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)


_MOMENT = re.compile(
    r"(.+?)(?:,? at |, |[Tt]| )(\d{1,2})(?:[:.h]?(\d{2}))(?:[:.]\d{2})? ?(h|hrs|[ap]\.?m\.?)?", re.ASCII | re.IGNORECASE
)


def _moment(text: str) -> Meant | None:
    """A moment: 12/10/2026 9.30 am. A day alone is one whose hour is missing, and nobody can tell it."""
    found = re.fullmatch(
        r"(.+?)(?:,? at |, |[Tt]| )(\d{1,2})(?:[:.h]?(\d{2}))(?:[:.]\d{2})? ?(h|hrs|[ap]\.?m\.?)?", text
    )
    if found is None:
        return None
    day = _day(found[1].rstrip(","))
    hour, minute, half = int(found[2]), int(found[3]), (found[4] or "")[:1].lower()
    if half in ("a", "p"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    if day is None or hour > 23 or minute > 59:
        return None
    return Meant(f"{day.text}T{hour:02}:{minute:02}", day.certain)


_UNITS: Mapping[str, tuple[str, ...]] = {
    "hour": ("h", "hr", "hrs", "hour", "hours", "hourly"),
    "day": ("d", "day", "days", "daily"),
    "week": ("w", "wk", "wks", "week", "weeks", "weekly"),
    "month": ("m", "mo", "mth", "mths", "mnth", "mnths", "mon", "mons", "month", "months", "monthly"),
    "year": ("y", "yr", "yrs", "year", "years", "yearly", "annum"),
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words}
_COUNTS = ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_COUNT_OF = {word: max(number, 1) for number, word in enumerate(_COUNTS)} | {
    "an": 1,
    "eighteen": 18,
    "twenty-four": 24,
    "thirty-six": 36,
    "other": 2,
    "second": 2,
    "half": 0,
}
_SPANS = {
    "daily": Span(1, "day"),
    "weekly": Span(1, "week"),
    "fortnightly": Span(2, "week"),
    "fortnight": Span(2, "week"),
    "monthly": Span(1, "month"),
    "bimonthly": None,
    "quarterly": Span(3, "month"),
    "quarter": Span(3, "month"),
    "termly": None,
    "biannual": None,
    "biannually": None,
    "half-yearly": Span(6, "month"),
    "half yearly": Span(6, "month"),
    "half a year": Span(6, "month"),
    "half year": Span(6, "month"),
    "twice a year": Span(6, "month"),
    "annual": Span(1, "year"),
    "annually": Span(1, "year"),
    "per annum": Span(1, "year"),
    "yearly": Span(1, "year"),
    "once a year": Span(1, "year"),
    "biennial": Span(2, "year"),
    "biennially": Span(2, "year"),
    "triennial": Span(3, "year"),
    "a year and a half": Span(18, "month"),
    "a year": Span(1, "year"),
}
_AT_ONCE = frozenset(
    {"immediately", "immediate", "at once", "straight away", "straightaway", "asap", "urgent", "urgently"}
)
_TODAY = frozenset(
    {"same day", "the same day", "within the day", "today", "next day", "the next day", "next working day"}
)
_TIMES = re.compile(
    r"(\d{1,2}|[a-z]+) ?(?:x|times) (?:a|per|each|every) (year|month|week)|twice (?:a|per) (year|month|week)"
)
_RANGE = re.compile(r"(\d{1,3}) ?(?:-|to|or) ?(\d{1,3}) ?([a-z]+)")
_SPAN = re.compile(r"(?:(\d{1,4})(?:\.(0|5))?[ -]*|([a-z]+(?:-(?:four|six))?)[ -]+)?([a-z]+)", re.ASCII)


_ISO_SPAN = re.compile(r"p(\d{1,3})([dwmy])", re.ASCII)
_ISO_UNITS: Mapping[str, str] = {"d": "day", "w": "week", "m": "month", "y": "year"}


def _span(text: str) -> Meant | None:
    """A span: yearly, 2 yrs, two years, every 6 mths."""
    text = re.sub(r"^(?:at least |every |each |once (?:every |a(?= )))", "", text.lower().rstrip("."))
    if (iso := _ISO_SPAN.fullmatch(text)) is not None and int(iso[1]):
        return Meant(str(Span(int(iso[1]), _ISO_UNITS[iso[2]])))
    if text in _SPANS or f"a {text}" in _SPANS:
        known = _SPANS.get(text) or _SPANS.get(f"a {text}")
        return Meant(str(known)) if known is not None else None
    if (doubtful := _doubtful_span(text)) is not None:
        return Meant(str(doubtful), certain=False)
    found = _SPAN.fullmatch(text)
    unit = _UNIT_OF.get(found[4]) if found else None
    if found is None or unit is None:
        return None
    number = int(found[1]) if found[1] else _COUNT_OF.get(found[3], 0) if found[3] else 1
    if found[2] == "5":
        if unit != "year":
            return None
        number, unit = number * 12 + 6, "month"
    return Meant(str(Span(number, unit))) if number else None


_PARTS: Mapping[str, Span] = {"year": Span(12, "month"), "month": Span(4, "week"), "week": Span(7, "day")}


def _doubtful_span(text: str) -> Span | None:
    """A span that the format cannot say as it was meant: at once, 4 times a year, 6-8 weeks (the shorter)."""
    if text in _AT_ONCE:
        return Span(1, "hour")
    if text in _TODAY:
        return Span(1, "day")
    if (found := _TIMES.fullmatch(text)) is not None:
        count = 2 if found[3] else int(found[1]) if found[1].isdigit() else _COUNT_OF.get(found[1], 0)
        whole = _PARTS[found[2] or found[3]]
        return Span(whole.number // count, whole.unit) if count and whole.number >= count else None
    if (both := _RANGE.fullmatch(text)) is not None and (unit := _UNIT_OF.get(both[3])) and int(both[1]):
        return Span(int(both[1]), unit)
    return None


_YES = frozenset({"yes", "y", "on", "true", "t", "1", "ja", "x", "✓", "✔", "☑", "☒", "always", "24/7"})
_NO = frozenset({"never", "no", "n", "off", "false", "f", "0", "☐"})
_NOT_SURE = frozenset({"always", "24/7", "never", "1", "0", "x", "t", "f", "ja", "☑", "☒", "☐"})


def _flag(text: str) -> Meant | None:
    """A yes or no."""
    word = text.lower()
    if word not in _YES | _NO:
        said = re.match(r"(yes|no|true|false)\b[\s,;:(.-]", word)
        return Meant("true" if said[1] in _YES else "false", certain=False) if said else None
    return Meant("true" if word in _YES else "false", word not in _NOT_SURE)


_SUM = re.compile(r"(?:£|GBP ?)?(\d{1,3}(?:,\d{3})+|\d{1,24})(\.\d{1,6})?(?: ?GBP)?", re.ASCII)
_SHORT_SUM = re.compile(r"(?:£ ?)?(\d{1,6})(?:\.(\d{1,3}))? ?(k|m|thousand|million)", re.ASCII | re.IGNORECASE)


def _sum(text: str) -> Meant | None:
    """A sum with its sign, its commas or in quotation marks; never certain, since a currency may go with it."""
    found = _SUM.fullmatch(text)
    if found is None and (short := _SHORT_SUM.fullmatch(text)) is not None:
        noughts = 3 if short[3][0].lower() in "kt" else 6
        return Meant((short[1] + (short[2] or "").ljust(noughts, "0")).lstrip("0") or "0", certain=False)
    return Meant(found[1].replace(",", "") + (found[2] or ""), certain=False) if found else None


_NUMBER = re.compile(
    r"(?:about |approx(?:imately|\.)? |ca?\. ?|~ ?|circa |around )?(\d{1,3}(?:,\d{3})+|\d{1,9})(?:[.,](\d{1,2}))?"
    r"(?: ?/ ?\d{1,2}| out of \d{1,2}| [a-z]+(?: [a-z]+)?|h|hrs)?",
    re.ASCII,
)


def _number(text: str, *, whole: bool) -> Meant | None:
    """A number in words, with its commas, or with what it counts: `two`, `1,200`, `about 20`, `37,5`, `42 people`."""
    word = text.lower()
    if word in _COUNT_OF and word not in ("a", "an", "other", "half", "second"):
        return Meant(str(_COUNT_OF[word]), certain=False)
    if (between := re.fullmatch(r"\d{1,6} ?(?:-|to|or) ?(\d{1,6})", word, re.ASCII)) is not None:
        return Meant(between[1], certain=False)
    found = _NUMBER.fullmatch(word) or _only_number(word)
    if found is None or (whole and found[2]):
        return None
    return Meant(found[1].replace(",", "") + (f".{found[2]}" if found[2] else ""), certain=False)


_DIGITS = re.compile(r"(?<![\w.,/-])(\d{1,9})(?:[.,](\d{1,2}))?(?![\w%/-])", re.ASCII)


def _only_number(text: str) -> re.Match[str] | None:
    """The one number that stands among other words: `2 - unlikely`, `Category 3`, `42 (with bank)`."""
    found = list(_DIGITS.finditer(text))
    return (
        found[0]
        if len(found) == 1 and sum(map(str.isdigit, text)) == len("".join(filter(None, found[0].groups())))
        else None
    )


_PLAIN_ADDRESS = re.compile(r"[^\s@<>()\[\],;:/\"']+@[^\s@<>()\[\],;:/\"']+(?![^\s>,/])")


def _email(text: str) -> Meant | None:
    """An address with what a mail program puts around it; certain where it is alone behind `mailto:`."""
    bare = re.sub("(?i)mailto:", "", text)
    found = list(dict.fromkeys(_PLAIN_ADDRESS.findall(bare)))
    return Meant(found[0], bare.strip("<>") == found[0]) if len(found) == 1 and " at " not in text else None


_READS: Mapping[str, Callable[[str], Meant | None]] = {
    "day": _day,
    "moment": _moment,
    "span": _span,
    "flag": _flag,
    "sum": _sum,
    "path": lambda text: Meant(text.lstrip("/"), certain=False) if text[:1] == "/" and text.strip("/") else None,
    "email": lambda text: _email(text),
    "int": lambda text: _number(text, whole=True),
    "float": lambda text: _number(text, whole=False),
    "day or moment": lambda text: _moment(text) or _day(text),
}
