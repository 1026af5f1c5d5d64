"""The time that a report tells of, from what is typed: two days, or words for a quarter or a year."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

from igreg.dataclass import dataclass
from igreg.errors import IgregError, unknown
from igreg.language.english import long_day
from igreg.model.values import parse_day

_EARLIEST = dt.date(1900, 1, 1)
"""Before it nobody kept such a register, and the times before a time would lie outside the calendar."""
WORDS = ("last quarter", "this quarter", "last year", "this year")
_QUARTER, _YEAR = 3, 12


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both of them in it."""

    first: dt.date
    last: dt.date

    @property
    def called(self) -> str:
        """As a sentence names it: `1 July to 30 September 2026`."""
        first = long_day(self.first)
        if self.first.year == self.last.year:
            first = first.removesuffix(f" {self.first.year}")
        return f"{first} to {long_day(self.last)}"

    @property
    def months(self) -> tuple[dt.date, ...]:
        """The first day of every month of which a day is in it."""
        count = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        start = self.first.replace(day=1)
        return tuple(months_on(start, number) for number in range(count + 1))

    def has(self, day: dt.date | dt.datetime | None) -> bool:
        """Whether a day is one of it; of a moment its own day counts."""
        if isinstance(day, dt.datetime):
            day = day.date()
        return day is not None and self.first <= day <= self.last

    @property
    def before(self) -> Period:
        """As long a time just before: of whole months so many months, else so many days."""
        after = self.last + dt.timedelta(days=1)
        if self.first.day == after.day:
            months = (after.year - self.first.year) * 12 + after.month - self.first.month
            return Period(months_on(self.first, -months), self.first - dt.timedelta(days=1))
        days = (self.last - self.first).days + 1
        return Period(self.first - dt.timedelta(days=days), self.first - dt.timedelta(days=1))

    @property
    def year_before(self) -> Period:
        """The same days a year earlier; 29 February becomes the 28th."""
        after = self.last + dt.timedelta(days=1)
        return Period(months_on(self.first, -_YEAR), months_on(after, -_YEAR) - dt.timedelta(days=1))


def period_of(text: str, today: dt.date, year_starts: tuple[int, int]) -> Period:
    """The time that a text means on a day; `year_starts` is the month and day on which the financial year begins.

    Quarters are those of the financial year. What is not over yet ends today, since nothing of later is known.
    Raises IgregError for what is no time, one turned round, and one that begins before 1900 or after today.
    """
    words = " ".join(text.casefold().split())
    if ".." in words:
        return _days(text, today)
    if words not in WORDS:
        raise unknown("--period", "time", text, [*WORDS, "2026-07-01..2026-09-30"])
    this, sort = words.split(" ")[0] == "this", words.split(" ")[1]
    months = _QUARTER if sort == "quarter" else _YEAR
    start = _start(today, year_starts)
    while months_on(start, months) <= today:
        start = months_on(start, months)
    if this:
        return Period(start, today)
    return Period(months_on(start, -months), start - dt.timedelta(days=1))


def _days(text: str, today: dt.date) -> Period:
    first, _, last = (part.strip() for part in text.partition(".."))
    try:
        found = Period(parse_day(first), parse_day(last))
    except ValueError:
        raise IgregError(
            f"--period: {text!r} is not two days", "for example: --period 2026-07-01..2026-09-30"
        ) from None
    if found.last < found.first:
        raise IgregError(
            f"--period: {text!r} ends before it begins", f"turn the days round: {found.last}..{found.first}"
        )
    if found.first < _EARLIEST:
        raise IgregError(f"--period: {text!r} begins before {_EARLIEST.year}", "look at the year that is written")
    if found.first > today:
        raise IgregError(f"--period: {text!r} begins after today, {today}", "nothing is known of it yet")
    return Period(found.first, min(found.last, today))


def _start(today: dt.date, year_starts: tuple[int, int]) -> dt.date:
    """The first day of the financial year that a day is in; a month that is shorter begins it on its last day."""
    month, day = year_starts
    starts = [dt.date(year, month, min(day, monthrange(year, month)[1])) for year in (today.year, today.year - 1)]
    return next(start for start in starts if start <= today)


def months_on(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, the last of a shorter month."""
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    last = (dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)).day
    return dt.date(year, month, min(day.day, last))
