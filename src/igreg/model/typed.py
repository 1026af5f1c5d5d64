"""Days, moments and the like as people type them at a question, in the form that the format has for them."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from igreg.language.english import long_day
from igreg.model.meant.meaning import meant
from igreg.model.values import parse_day, parse_moment

_RELATIVE = {"today": 0, "yesterday": -1, "tomorrow": 1}
_WEEKDAYS = [name.lower() for name in calendar.day_name]
_OF_A_WEEK = re.compile(r"(?:(this|last|next|on) )?([a-z]{3,9})")
_WITHOUT_YEAR = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?[ .-]*(?:of )?[a-z]{3,9}|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?|\d{1,2}/\d{1,2}"
)
_AGO = re.compile(r"(\d{1,3}) (day|week)s? ago|in (\d{1,3}) (day|week)s?")
_TIME = re.compile(
    r"(.*?)(?:,? at |, |t| )?(\d{1,2})(?:[:.h](\d{2}))?(?:[:.]\d{2})? ?(h|hrs|hours|[ap]\.?m\.?)?", re.ASCII
)
_HAS_TIME = re.compile(r"\d[:.]\d\d|\d ?[ap]\.?m\b|\d ?h(?:rs|ours)?\b", re.ASCII)


class Unclear(ValueError):
    """A day that may be one of two; the message names both."""


def typed_day(text: str, today: dt.date) -> dt.date | None:
    """A day as typed: `24/11/2026` (the day first), `24 Nov` (the nearest), `today`, `next Tuesday`, `2 weeks ago`.

    Nothing where nobody can tell. Raises Unclear where it may be one of two.
    """
    word = " ".join(text.split()).lower().rstrip(".")
    if word in _RELATIVE:
        return today + dt.timedelta(days=_RELATIVE[word])
    if (found := _AGO.fullmatch(word)) is not None:
        number, unit = (int(found[1]), found[2]) if found[1] else (-int(found[3]), found[4])
        return today - dt.timedelta(days=number * (7 if unit == "week" else 1))
    if (found := _OF_A_WEEK.fullmatch(word)) and (weekday := _weekday(found[2])) is not None:
        return _of_a_week(found[1], weekday, today)
    if _WITHOUT_YEAR.fullmatch(word):
        return min(_without_year(word, today), key=lambda day: abs(day - today), default=None)
    try:
        return parse_day(word)
    except ValueError:
        pass
    known = meant("day", word)
    if known is None or (_HAS_TIME.search(word) and not known.certain):
        return None
    return dt.date.fromisoformat(known.text)


def typed_moment(text: str, now: dt.datetime) -> dt.datetime | None:
    """A moment as typed: a day and a time, `now`, `today 9.30`, `24 Nov 2pm`. Nothing where there is no time in it.

    An offset stays; without one it is a moment of the organisation's clock.
    """
    word = " ".join(text.split()).lower()
    if word == "now":
        return now.replace(second=0, microsecond=0, tzinfo=None)
    try:
        return parse_moment(text.strip())
    except ValueError:
        pass
    found = _TIME.fullmatch(word)
    if found is None or not (found[3] or found[4]):
        return None
    hour, minute, half = int(found[2]), int(found[3] or 0), (found[4] or "")[:1]
    if half in ("a", "p"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    day = typed_day(found[1].rstrip(","), now.date()) if found[1].strip() else now.date()
    if day is None or hour > 23 or minute > 59:
        return None
    return dt.datetime.combine(day, dt.time(hour, minute))


def _weekday(word: str) -> int | None:
    return next((number for number, name in enumerate(_WEEKDAYS) if name.startswith(word) and len(word) >= 3), None)


def _of_a_week(which: str | None, weekday: int, today: dt.date) -> dt.date:
    """A day of the week, where the week that was and the one that comes do not both have a claim."""
    monday = today - dt.timedelta(days=today.weekday())
    this = monday + dt.timedelta(days=weekday)
    if which == "this":
        return this
    if which == "next" and weekday <= today.weekday():
        return this + dt.timedelta(days=7)
    if which == "last" and weekday >= today.weekday():
        return this - dt.timedelta(days=7)
    if which == "next":
        one, other = this, this + dt.timedelta(days=7)
    elif which == "last":
        one, other = this - dt.timedelta(days=7), this
    else:
        one, other = (
            (this, this + dt.timedelta(days=7)) if weekday < today.weekday() else (this - dt.timedelta(days=7), this)
        )
    raise Unclear(f"it may be {long_day(one)} or {long_day(other)}: type which")


def _without_year(word: str, today: dt.date) -> Iterator[dt.date]:
    """A day and month in the years around today."""
    slash = "/" in word
    for year in (today.year - 1, today.year, today.year + 1):
        found = meant(
            "day", f"{word}/{year}" if slash else f"{word} {year}" if word[0].isdigit() else f"{word}, {year}"
        )
        if found is not None:
            yield dt.date.fromisoformat(found.text)
