"""What was meant by a span that is written in another way: yearly, 2 yrs, every 6 mths, twice a year."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping

from igreg.model.meant.form import Meant
from igreg.model.span import Span
from igreg.pattern import pattern

_UNITS: Mapping[str, tuple[str, ...]] = {
    "hour": ("h", "hr", "hrs", "hour", "hours", "hourly"),
    "day": ("d", "day", "days", "daily"),
    "week": ("w", "wk", "wks", "week", "weeks", "weekly"),
    "month": ("m", "mo", "mth", "mths", "mnth", "mnths", "mon", "mons", "month", "months", "monthly"),
    "year": ("y", "yr", "yrs", "yrly", "year", "years", "yearly", "annum"),
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words}
_COUNTS = ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
COUNT_OF = {word: max(number, 1) for number, word in enumerate(_COUNTS)} | {
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
    "annual": Span(12, "month"),
    "annually": Span(12, "month"),
    "per annum": Span(1, "year"),
    "yearly": Span(1, "year"),
    "once a year": Span(1, "year"),
    "biennial": Span(2, "year"),
    "biennially": Span(2, "year"),
    "triennial": Span(3, "year"),
    "triennially": Span(3, "year"),
    "a year and a half": Span(18, "month"),
    "a year": Span(1, "year"),
}
"""What these words mean, wherever they are read: in a table, in a form, typed, or in a file; a word by which a list of
courses or policies is kept (`Annual`) is in months, as such lists have it."""
_AT_ONCE = frozenset(
    {"immediately", "immediate", "at once", "straight away", "straightaway", "asap", "urgent", "urgently"}
)
_TODAY = frozenset(
    {"same day", "the same day", "within the day", "today", "next day", "the next day", "next working day"}
)
_TIMES = pattern(
    r"(\d{1,2}|[a-z]+) ?(?:x|times) (?:a|per|each|every) (year|month|week)|twice (?:a|per) (year|month|week)"
)
_PER = pattern(r"(\d{1,2}) ?(?:per|a|each|every|/) ?(year|month|week)", re.ASCII)
_WEEKDAY_OF_MONTH = pattern(
    r"(?:on )?(?:the )?(?:first|second|third|fourth|last|1st|2nd|3rd|4th) (?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"(?: (?:of|in) (?:the|each|every) month| monthly| each month)"
)
_RANGE = pattern(r"(\d{1,3}) ?(?:-|to|or) ?(\d{1,3}) ?([a-z]+)")
_SPAN = pattern(r"(?:(\d{1,4})(?:\.(0|5))?[ -]*|([a-z]+(?:-(?:four|six))?)[ -]+)?([a-z]+)", re.ASCII)


_YEARS_AND_MONTHS = pattern(r"(\d{1,2}) ?y(?:ea)?rs?,?(?: and)? (\d{1,2}) ?m(?:on)?ths?", re.ASCII)
_MONTH_NAMES = frozenset(name.lower() for name in calendar.month_name if name)
_ISO_SPAN = pattern(r"p(\d{1,3})([dwmy])", re.ASCII)
_ISO_UNITS: Mapping[str, str] = {"d": "day", "w": "week", "m": "month", "y": "year"}


def span(text: str) -> Meant | None:
    """A span: yearly, 2 yrs, two years, every 6 mths."""
    text = re.sub(r"^(?:at least |every |each |once (?:every |a(?= )))", "", text.lower().rstrip(".")).lstrip()
    text = re.sub(r"\b(?:calendar|full|whole) (?=(?:day|week|month|year)s?$)", "", text)
    text = re.sub(r"\(s\)$", "s", re.sub(r"(?: review| cycle|[ ]?\+)$", "", text)).replace("½", "half")
    if (two := _YEARS_AND_MONTHS.fullmatch(text)) is not None:
        return Meant(str(Span(int(two[1]) * 12 + int(two[2]), "month")), certain=False)
    if text in _MONTH_NAMES:
        return Meant(str(Span(1, "year")), certain=False)
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
    number = int(found[1]) if found[1] else COUNT_OF.get(found[3], 0) if found[3] else 1
    if found[2] == "5":
        if unit != "year":
            return None
        number, unit = number * 12 + 6, "month"
    return Meant(str(Span(number, unit))) if number else None


_WORKING_DAYS = pattern(r"(\d{1,3}|[a-z]+) (?:working|business) days?", re.ASCII)
_PARTS: Mapping[str, Span] = {"year": Span(12, "month"), "month": Span(4, "week"), "week": Span(7, "day")}


def _doubtful_span(text: str) -> Span | None:
    """A span that the format cannot say as it was meant: at once, 4 times a year, 6-8 weeks (the shorter)."""
    if text in _AT_ONCE:
        return Span(1, "hour")
    if text in _TODAY:
        return Span(1, "day")
    if (found := _TIMES.fullmatch(text)) is not None:
        count = 2 if found[3] else int(found[1]) if found[1].isdigit() else COUNT_OF.get(found[1], 0)
        whole = _PARTS[found[2] or found[3]]
        return Span(whole.number // count, whole.unit) if count and whole.number >= count else None
    if (times := _PER.fullmatch(text)) is not None:
        whole = _PARTS[times[2]]
        return Span(whole.number // int(times[1]), whole.unit) if 0 < int(times[1]) <= whole.number else None
    if (worked := _WORKING_DAYS.fullmatch(text)) is not None:
        days = int(worked[1]) if worked[1].isdigit() else COUNT_OF.get(worked[1], 0)
        return (Span(days // 5, "week") if days % 5 == 0 else Span(days, "day")) if days else None
    if _WEEKDAY_OF_MONTH.fullmatch(text):
        return Span(1, "month")
    if (both := _RANGE.fullmatch(text)) is not None and (unit := _UNIT_OF.get(both[3])) and int(both[1]):
        return Span(int(both[1]), unit)
    return None
