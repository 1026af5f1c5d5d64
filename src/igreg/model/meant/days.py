"""What was meant by a day or a moment that is written in another way: 31/03/2026, 31st March, 9.30 am."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from difflib import get_close_matches

from igreg.model.meant.form import Meant
from igreg.pattern import pattern

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_WEEKDAY = pattern(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]? ", re.IGNORECASE)
_ISO_TEXT = r"(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})"
_ISO = pattern(_ISO_TEXT, re.ASCII)
_NUMBERS_TEXT = r"(\d{1,2}) ?([-/. ]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})"
_NUMBERS = pattern(_NUMBERS_TEXT, re.ASCII)
_DAY_FIRST_TEXT = r"(\d{1,2})(?:st|nd|rd|th)?[ .-]*(?:of )?([a-z]+)[ .,-]*(\d{4}|\d{2})"
_DAY_FIRST = pattern(_DAY_FIRST_TEXT, re.ASCII)
_MONTH_FIRST = pattern(r"([a-z]+)[ .-]*(\d{1,2})(?:st|nd|rd|th)?[ .,-]+(\d{4})", re.ASCII)


_ABOUT = pattern(r"^(?:about|around|approx(?:imately|\.)?|circa|ca?\.?|~|on|since|from) ?(?=\d)")
"""What stands before a day that nobody is sure of."""


def day(text: str) -> Meant | None:
    """A day: 31/03/2026, 31 March 2026, 2026-3-1. Of two numbers that may both be the month, neither is certain."""
    text = re.sub(r"(?<= )['\u2019](?=\d\d$)", "", _WEEKDAY.sub("", text).lower())
    if (timed := re.fullmatch(r"(\d{4}-\d\d-\d\d)[t ].*", text, re.ASCII)) is not None:
        return Meant(timed[1], certain=False)  # the hour would be lost
    found = list(dict.fromkeys(_days(text)))
    if found:
        return Meant(found[0].isoformat(), len(found) == 1)
    doubtful = _ABOUT.sub("", text).rstrip("? ")
    if re.fullmatch(r"[\dol]+[-/._][\dol]+[-/._][\dol]+z?", doubtful):
        doubtful = doubtful.rstrip("z").translate(_SIGNS_FOR_OTHERS)
    doubtful = _LETTERS.sub(_month_nearly, doubtful)
    found = list(_days(doubtful)) if doubtful != text else _in_words(text)
    return Meant(found[0].isoformat(), certain=False) if found else None


_SIGNS_FOR_OTHERS = str.maketrans({"o": "0", "l": "1", "_": "-"})
_LETTERS = pattern(r"[a-z]{4,}")


def _month_nearly(word: re.Match[str]) -> str:
    """A month that is misspelt, as it is spelt; any other word as it is."""
    near = get_close_matches(word[0], [name for name in _MONTHS if len(name) > 4], 1, 0.8)
    return near[0] if near else word[0]


_WITHIN = pattern(rf"(?<![\w/.-])(?:{_ISO_TEXT}|{_NUMBERS_TEXT}|{_DAY_FIRST_TEXT})(?![\w/-])".replace(r"\2", r"\5"))
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
    if (iso := _ISO.fullmatch(text)) and _parted_alike(text):
        year, month, day = map(int, iso.groups())
        yield from _existing(year, month, day)
        if month > 12:
            yield from _existing(year, day, month)
    elif numbers := _NUMBERS.fullmatch(text):
        year = _year(numbers[4])
        yield from _existing(year, int(numbers[3]), int(numbers[1]))
        if (
            numbers[2] == "-" and len(numbers[1]) == len(numbers[4]) == 2
        ):  # or the year comes first, without its century
            yield from _existing(_year(numbers[1]), int(numbers[3]), int(numbers[4]))
        if numbers[2] in "/-":  # with dots the day always comes first
            yield from _existing(year, int(numbers[1]), int(numbers[3]))
    elif (words := _DAY_FIRST.fullmatch(text)) and words[2] in _MONTHS:
        yield from _existing(_year(words[3]), _MONTHS[words[2]], int(words[1]))
    elif (words := _MONTH_FIRST.fullmatch(text)) and words[1] in _MONTHS:
        yield from _existing(int(words[3]), _MONTHS[words[1]], int(words[2]))


def _parted_alike(text: str) -> bool:
    """Whether year, month and day are all parted or none is: 2016/17 is a financial year."""
    parts = sum(not character.isdigit() for character in text)
    return parts == 2 or (parts == 0 and len(text) == 8)


_MONTH = pattern(
    r"(end of |by the end of |late |mid[- ]?|early |beginning of |in |during )?"
    r"(?:([a-z]+)[ .,'/-]*(\d{4}|\d{2})|(\d{1,2})[/.-](\d{4})|(\d{4})-(\d{1,2}))",
    re.ASCII,
)


def last_of_month(text: str) -> dt.date | None:
    """The last day of the month of a day that is beyond it: 2021-02-30; nothing where it is none."""
    found = re.fullmatch(r"(\d{4})-(\d{2})-(29|30|31)", text, re.ASCII)
    if found is None or not (1900 <= int(found[1]) <= 2199 and 1 <= int(found[2]) <= 12):
        return None
    return dt.date(int(found[1]), int(found[2]), calendar.monthrange(int(found[1]), int(found[2]))[1])


def in_month(text: str) -> dt.date | None:
    """A day of the month that a text names without a day: the last one where its end is meant, else the first."""
    found = _MONTH.fullmatch(text.strip().lower())
    if found is None or (found[2] is not None and found[2] not in _MONTHS):
        return None
    year = _year(found[3] or found[5] or found[6])
    month = _MONTHS[found[2]] if found[2] else int(found[4] or found[7])
    is_end = (found[1] or "").endswith("end of ")
    if not (1900 <= year <= 2199 and 1 <= month <= 12):
        return None
    return dt.date(year, month, calendar.monthrange(year, month)[1] if is_end else 1)


def _existing(year: int, month: int, day: int) -> Iterator[dt.date]:
    if 1900 <= year <= 2199 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
        yield dt.date(year, month, day)


def _year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)


_MOMENT = pattern(
    r"(.+?)(?:,? at |, |t| )(\d{1,2})(?:[:.h]?(\d{2}))(?:[:.]\d{2}(?:\.\d{1,6})?)?"
    r" ?(h|hrs|[ap]\.?m\.?)?(?: ?\(?(gmt|utc|bst)\)?)?",
    re.ASCII | re.IGNORECASE,
)
_TIME_FIRST = pattern(r"^(\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?),? (?:on )?(?:the )?(\d.*)$", re.ASCII | re.IGNORECASE)
_ZONES = {"gmt": "+00:00", "utc": "+00:00", "bst": "+01:00"}


def moment(text: str) -> Meant | None:
    """A moment: 12/10/2026 9.30 am. A day alone is one whose hour is missing, and nobody can tell it."""
    turned = _TIME_FIRST.sub(r"\2 \1", re.sub(r" (?:at )?(?:12 )?noon$", " 12:00", text, flags=re.IGNORECASE))
    found = _MOMENT.fullmatch(turned)
    if found is None:
        return None
    on = day(found[1].rstrip(","))
    hour, minute, half = int(found[2]), int(found[3]), (found[4] or "")[:1].lower()
    if half in ("a", "p"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    if on is None or hour > 23 or minute > 59:
        return None
    zone = _ZONES.get((found[5] or "").lower(), "")
    return Meant(f"{on.text}T{hour:02}:{minute:02}{zone}", on.certain and not zone and turned == text)
