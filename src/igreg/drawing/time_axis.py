"""An axis of time: where a day stands, and the marks of days, months, quarters or years that suit the window."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from igreg.dataclass import dataclass
from igreg.drawing import colours as colour
from igreg.drawing.label import SMALL
from igreg.drawing.metrics import SPARE, width
from igreg.drawing.pen import Pen

AXIS = 17.0
"""How high the line of its words is, in points."""
_APART = 9.0
"""What is left between words, in points."""
_STEPS = (*((0, days) for days in (1, 7)), *((months, 0) for months in (1, 3, 6)))
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)


class Tick(NamedTuple):
    """A mark: its day, its words, and whether a year begins there."""

    day: dt.date
    words: str
    is_year: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from a first to a last on so many points."""

    first: dt.date
    last: dt.date
    across: float

    def at(self, day: dt.date) -> float:
        """Where a day begins, in points; of one outside the window the nearer edge."""
        total = (self.last - self.first).days + 1
        return min(max((day - self.first).days, 0), total) * self.across / total

    def after(self, day: dt.date) -> float:
        """Where a day is over."""
        total = (self.last - self.first).days + 1
        return min(max((day - self.first).days + 1, 0), total) * self.across / total

    @property
    def ticks(self) -> list[Tick]:
        """The closest marks whose words do not touch one another."""
        for months, days in _STEPS:
            found = self._marks(months, days)
            if found is not None:
                return found
        for years in _YEARS:
            found = self._marks(12 * years, 0)
            if found is not None:
                return found
        return []

    def _marks(self, months: int, days: int) -> list[Tick] | None:
        """The marks of a step; nothing where their words would touch, which is known before many are made."""
        step = (self.across / ((self.last - self.first).days + 1)) * (days or months * 30.437)
        if step < width("2026" if months >= 12 else "May 2026", SMALL) * SPARE + _APART - 2:
            return None
        out: list[Tick] = []
        end = -_APART
        for day in _days(self.first, self.last, months, days):
            words = _words(day, months, days)
            here = self.at(day)
            if here < end + _APART and out:
                return None
            out.append(Tick(day, words, day.month == 1 and day.day == 1))
            end = here + 3 + width(words, SMALL) * SPARE
        return out


def draw_axis(pen: Pen, axis: Axis, x: float, y: float, ticks: list[Tick]) -> None:
    """The words of an axis, each beside its mark; words that would run past the edge end at it."""
    pen.path((x, y + AXIS), (x + axis.across, y + AXIS), ink=colour.LINE)
    for tick in ticks:
        here = axis.at(tick.day)
        pen.path((x + here, y + 4), (x + here, y + AXIS), ink=colour.LINE, weight=1.2 if tick.is_year else 0.8)
        room = axis.across - here - 3
        if width(tick.words, SMALL) * SPARE <= room:
            pen.text(x + here + 3, y + AXIS - 5, tick.words, bold=tick.is_year, ink=colour.QUIET)


def draw_grid(pen: Pen, axis: Axis, x: float, top: float, bottom: float, ticks: list[Tick]) -> None:
    """The marks of an axis as faint lines through the rows."""
    for tick in ticks:
        here = x + axis.at(tick.day)
        pen.path((here, top), (here, bottom), ink=colour.LINE, weight=0.5 if tick.is_year else 0.3, dashes=(1.0, 3.0))


def _days(first: dt.date, last: dt.date, months: int, days: int) -> Iterator[dt.date]:
    """The days of a step within the window: every so many days, weeks on Mondays, or firsts of months."""
    if days:
        day = first + dt.timedelta(days=-first.weekday() % 7 if days == 7 else 0)
        while day <= last:
            yield day
            if (last - day).days < days:
                return
            day += dt.timedelta(days=days)
        return
    number = -(-((first.year * 12 + first.month - 1) + (first.day > 1)) // months) * months
    while number // 12 <= min(last.year, dt.MAXYEAR):
        day = dt.date(max(number // 12, 1), number % 12 + 1, 1)
        if day > last:
            return
        if day >= first:
            yield day
        number += months


def _words(day: dt.date, months: int, days: int) -> str:
    if days:
        return f"{day.day} {day:%b %Y}"
    return str(day.year) if months >= 12 else f"{day:%b %Y}"
