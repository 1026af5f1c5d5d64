"""Lengths of time as the register writes them, and the calendar arithmetic that goes with them."""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import re
from typing import NamedTuple

_FORM = re.compile(r"([0-9]+) (hour|day|week|month|year)s?", re.ASCII)
_MOST = 12 * 9999


class Span(NamedTuple):
    """A whole number of hours, days, weeks, months or years, such as `12 months`."""

    number: int
    unit: str

    def __str__(self) -> str:
        return f"{self.number} {self.unit}{'' if self.number == 1 else 's'}"

    def after(self, day: dt.date, times: int = 1) -> dt.date:
        """The day that lies this span (times over) after a day.

        Months and years follow the calendar: one month after 31 January is the last day of February. Hours count as
        whole days, rounded down (ruling A116). A day past the end of the calendar is its last day.
        """
        count = self.number * times
        try:
            if self.unit == "month":
                return _add_months(day, count)
            if self.unit == "year":
                return _add_months(day, count * 12)
            return day + dt.timedelta(
                days=count // 24 if self.unit == "hour" else count * (7 if self.unit == "week" else 1)
            )
        except OverflowError:
            return dt.date.max

    def before(self, day: dt.date) -> dt.date:
        """The day that lies this span before a day; one month before 31 March is the last day of February.

        A day before the beginning of the calendar is its first day.
        """
        months = self.number * {"month": 1, "year": 12}.get(self.unit, 0)
        try:
            if months:
                return _less_months(day, months)
            days = self.number // 24 if self.unit == "hour" else self.number * (7 if self.unit == "week" else 1)
            return day - dt.timedelta(days=days)
        except OverflowError:
            return dt.date.min

    def hours_from(self, day: dt.date) -> float:
        """The span in hours; months and years are counted from a day (ruling A117)."""
        if self.unit == "hour":
            return float(self.number)
        return 24.0 * (self.after(day) - day).days

    def longer_than(self, other: Span, start: dt.date) -> bool:
        """Whether this span is longer than another, both counted from the same day (ruling A06)."""
        return self.after(start) > other.after(start)


@functools.lru_cache(maxsize=8192)
def _add_months(day: dt.date, count: int) -> dt.date:
    if count > _MOST:
        return dt.date.max
    years, month = divmod(day.month - 1 + count, 12)
    year = day.year + years
    if year > dt.MAXYEAR:
        return dt.date.max
    if day.day <= 28:  # there is such a day in every month
        return dt.date(year, month + 1, day.day)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


def _less_months(day: dt.date, count: int) -> dt.date:
    years, month = divmod(day.month - 1 - count, 12)
    year = day.year + years
    if year < dt.MINYEAR:
        return dt.date.min
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@functools.lru_cache(maxsize=1024)
def parse_span(text: str) -> Span:
    """Read a span; raises ValueError for anything but `<number ≥ 1> <unit>` (ruling A08)."""
    match = _FORM.fullmatch(text)
    if match is None or len(match[1]) > 12 or int(match[1]) < 1:
        raise ValueError("a whole number of at least 1, a space and hours, days, weeks, months or years")
    return Span(int(match[1]), match[2])


def same_length(one: str, other: str) -> bool:
    """Whether two texts are lengths of time that last the same (ruling A06)."""
    try:
        return _counted(parse_span(one)) == _counted(parse_span(other))
    except ValueError:
        return False


def _counted(span: Span) -> tuple[str, int]:
    """A span in hours, or in months where it follows the calendar."""
    if span.unit in ("month", "year"):
        return "month", span.number * (12 if span.unit == "year" else 1)
    return "hour", span.number * {"hour": 1, "day": 24, "week": 168}[span.unit]
