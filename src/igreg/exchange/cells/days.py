"""Days and moments as spreadsheets have them: dates, serial numbers, and all ways of writing one (rulings X18, X52)."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from igreg.dataclass import dataclass
from igreg.exchange.cells.refused import CellNote, CellRefused
from igreg.model.values import FIRST_YEAR, LAST_YEAR
from igreg.sheets.book import Value

SERIALS = range(20_000, 60_001)
"""Numbers that Excel has for days: 20,000 is in 1954 and 60,000 in 2064."""
_SERIAL_BEGINS = dt.date(1899, 12, 30)
PIVOT = 20
"""A year of two digits is at most so many years ahead of today."""
NO_END = frozenset({4712, 9999})
"""The years that stand for the end of time in other systems."""
_NEVER = frozenset({"no expiry", "never", "never expires", "does not expire", "no end date", "no end", "permanent"})
_MONTHS = {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if name}
_FULL = {name.lower() for name in calendar.month_name if name} | {*_MONTHS, "sept"}
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\s+", re.IGNORECASE)
_TIME = re.compile(
    r"(?P<rest>.*?)(?:[T ]|,? at )\s*(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?:[:.]\d{2}(?:\.\d{1,9})?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?:hrs?|hours)?(?P<zone>Z|[+-]\d{2}:?\d{2})?",
    re.ASCII | re.IGNORECASE,
)
_HOUR = re.compile(r"(?P<rest>.*?)(?:,? at | )(?P<hour>\d{1,2})\s*(?P<half>[ap]\.?m\.?)", re.ASCII | re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{4})(\d{2})(\d{2})", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,4})\s*([/.\- ])\s*(\d{1,2})\s*\2\s*(\d{1,4})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s.\-/]*(?:of\s+)?([a-z]{3,9})[\s.,\-/]*(\d{4}|\d{2})", re.ASCII)
_MONTH_FIRST = re.compile(r"([a-z]{3,9})[\s.\-]*(\d{1,2})(?:st|nd|rd|th)?[\s.,\-]+(\d{4}|\d{2})", re.ASCII)
_PLACES = {"dmy": (2, 1, 0), "mdy": (2, 0, 1), "ymd": (0, 1, 2)}
"""Where year, month and day stand among three numbers, in each order."""


@dataclass(frozen=True)
class Days:
    """How days are read: in which order their numbers stand, and what today is."""

    order: str
    today: dt.date
    zone: dt.tzinfo | None = None
    """The organisation's time zone, for moments that say another."""

    def day(self, value: Value, *, ends: bool = False) -> tuple[dt.date | None, tuple[CellNote, ...]]:
        """The day of a cell, and what is told of it; nothing where the end of time stands, of a field that `ends`.

        Times are cut off. Raises CellRefused.
        """
        if isinstance(value, dt.datetime):
            return self._within(value.date(), ends), ()
        if isinstance(value, dt.date):
            return self._within(value, ends), ()
        if isinstance(value, dt.time | dt.timedelta):
            raise CellRefused(
                "the cell holds a time, and no day: the day 0 January 1900, as Excel has it", "type the day"
            )
        text = " ".join(str(value).split())
        if ends and text.casefold() in _NEVER:
            return None, ()
        serial = self._serial(value, text)
        if serial is not None:
            return serial, ()
        found = _TIME.fullmatch(text) or _HOUR.fullmatch(text)
        return self._written(text, found["rest"] if found else text, ends)

    def moment(self, value: Value, *, day_alone: bool) -> tuple[str, tuple[CellNote, ...]]:
        """The moment of a cell, as `2026-11-20T14:10`; a bare day stays one where `day_alone`. Raises CellRefused."""
        if isinstance(value, dt.datetime):
            return value.isoformat(timespec="minutes"), ()
        if isinstance(value, float) and int(value) in SERIALS:
            minutes = round((value - int(value)) * 1440)
            start = dt.datetime.combine(_SERIAL_BEGINS, dt.time())
            return (start + dt.timedelta(days=int(value), minutes=minutes)).isoformat(timespec="minutes"), ()
        text = " ".join(str(value).split())
        found = _TIME.fullmatch(text) or _HOUR.fullmatch(text)
        if isinstance(value, dt.date) or found is None:
            day, notes = self.day(value)
            if not day_alone:
                raise CellRefused("a day without a time", "type the time too, such as 20/11/2026 14:10")
            return day.isoformat() if day is not None else "", notes
        day, notes = self._written(text, found["rest"], ends=False)
        assert day is not None
        return self._at(day, found), notes

    def same_minute(self, before: str, value: str) -> bool:
        """Whether a moment of the register is that of a cell, which has no seconds and is in our time (ruling X52)."""
        if "T" not in before or "T" not in value:
            return before == value
        there = dt.datetime.fromisoformat(before)
        if there.tzinfo is not None and self.zone is not None:
            there = there.astimezone(self.zone)
        return there.replace(second=0, microsecond=0, tzinfo=None) == dt.datetime.fromisoformat(value)

    def _at(self, day: dt.date, found: re.Match[str]) -> str:
        hour, parts = int(found["hour"]), found.groupdict()
        minute, half, zone = int(parts.get("minute") or 0), parts.get("half"), parts.get("zone")
        if half:
            hour = hour % 12 + (12 if half[0] in "pP" else 0) if 1 <= hour <= 12 else 99
        if hour > 23 or minute > 59:
            raise CellRefused(f"there is no time {found['hour']}.{minute:02}", "type a time such as 14:10")
        at = dt.datetime.combine(day, dt.time(hour, minute))
        if zone and self.zone is not None:
            given = dt.datetime.fromisoformat(f"{at.isoformat()}{zone.upper().replace('Z', '+00:00')}")
            at = given.astimezone(self.zone).replace(tzinfo=None)
        return at.isoformat(timespec="minutes")

    def _serial(self, value: Value, text: str) -> dt.date | None:
        """The day of a serial number; whole numbers outside the range that days have are refused."""
        if isinstance(value, bool):
            raise CellRefused(f"{text!r} is not a day", "type one such as 24/11/2026")
        if isinstance(value, int | float):
            number = float(value)
        elif re.fullmatch(r"\d{5}(?:\.\d+)?", text, re.ASCII):
            number = float(text)
        else:
            return None
        if int(number) in SERIALS:
            return _SERIAL_BEGINS + dt.timedelta(days=int(number))
        if isinstance(value, int) and len(text) == 8:
            return None
        raise CellRefused(f"the number {text} is no day", "type the day, such as 24/11/2026")

    def _written(self, whole: str, text: str, ends: bool) -> tuple[dt.date | None, tuple[CellNote, ...]]:
        plain = _WEEKDAY.sub("", text.strip().rstrip(".,"), count=1).strip()
        if (iso := _ISO.fullmatch(plain)) is not None:
            year, month, day = (int(one) for one in iso.groups() if one is not None)
            return self._made(whole, year, month, day, ends), ()
        lower = plain.lower()
        named = _DAY_FIRST.fullmatch(lower)
        day_text, month_text, year_text = named.groups() if named else ("", "", "")
        if named is None and (named := _MONTH_FIRST.fullmatch(lower)) is not None:
            month_text, day_text, year_text = named.groups()
        if named is not None and month_text in _FULL:
            made = self._made(whole, self._year(year_text), _MONTHS[month_text[:3]], int(day_text), ends)
            return made, self._told(year_text, made)
        numbers = _NUMBERS.fullmatch(plain)
        if numbers is None:
            raise CellRefused(f"{whole!r} is not a day", "type one such as 24/11/2026")
        return self._in_order(whole, (numbers[1], numbers[3], numbers[4]), ends)

    def _in_order(
        self, whole: str, numbers: tuple[str, str, str], ends: bool
    ) -> tuple[dt.date | None, tuple[CellNote, ...]]:
        """A day of three numbers, which the order alone decides; one that fits only another order names it."""
        here = self._fits(numbers, self.order)
        if here is not None:
            year, month, day = here
            made = self._made(whole, year, month, day, ends)
            return made, self._told(numbers[_PLACES[self.order][0]], made)
        for other in _PLACES:
            if other != self.order and (fits := self._fits(numbers, other)) is not None and _exists(*fits):
                raise CellRefused(
                    f"{whole!r} is no day in the order {_SAID[self.order]}",
                    f"if all days of the file are {_SAID[other]}: --date-order {other}",
                )
        raise CellRefused(f"{whole!r} is not a day", "type one such as 24/11/2026")

    def _fits(self, numbers: tuple[str, str, str], order: str) -> tuple[int, int, int] | None:
        """Year, month and day of three numbers in an order, where they can be these."""
        year, month, day = (numbers[place] for place in _PLACES[order])
        if len(year) not in (2, 4) or len(month) > 2 or len(day) > 2 or not 1 <= int(month) <= 12 or int(day) > 31:
            return None
        return self._year(year), int(month), int(day)

    def _year(self, text: str) -> int:
        if len(text) == 4:
            return int(text)
        year = 2000 + int(text)
        return year if year <= self.today.year + PIVOT else year - 100

    def _told(self, year: str, day: dt.date | None) -> tuple[CellNote, ...]:
        if len(year) == 4 or day is None:
            return ()
        return (CellNote("two-digit-year", f"read as {day.isoformat()}"),)

    def _made(self, whole: str, year: int, month: int, day: int, ends: bool) -> dt.date | None:
        if not 1 <= month <= 12:
            raise CellRefused(f"{whole!r} is not a day: there is no month {month}", "type one such as 24/11/2026")
        if year >= 1 and not 1 <= day <= calendar.monthrange(year, month)[1]:
            raise CellRefused(f"{calendar.month_name[month]} {year} has no day {day}", "type a day that there is")
        if not 1 <= year <= 9999:
            raise CellRefused(f"{whole!r} is not a day", "type one such as 24/11/2026")
        return self._within(dt.date(year, month, day), ends)

    def _within(self, day: dt.date, ends: bool) -> dt.date | None:
        if ends and day.year in NO_END:
            return None
        if day.year in NO_END or not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise CellRefused(
                f"{day.isoformat()} is no day of this time",
                f"type one between {FIRST_YEAR} and {LAST_YEAR}, or nothing",
            )
        return day


_SAID = {"dmy": "day, month, year", "mdy": "month, day, year", "ymd": "year, month, day"}


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= year <= 9999 and 1 <= day <= calendar.monthrange(year, month)[1]
