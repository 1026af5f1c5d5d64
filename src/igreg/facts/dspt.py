"""Editions of the Data Security and Protection Toolkit: one a year, which closes on 30 June."""

from __future__ import annotations

import datetime as dt
import re

from igreg.dataclass import dataclass

MONTH, DAY = 6, 30
"""The last day of an edition."""
_FIRST = 2018
"""The year in which version 0 would have closed: version 8 closed in 2026."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The edition that closes in a year."""

    year: int

    @property
    def closes(self) -> dt.date:
        """The last day on which it can be published."""
        return dt.date(self.year, MONTH, DAY)

    @property
    def opens(self) -> dt.date:
        """The day after the edition before closed."""
        return dt.date(self.year - 1, MONTH, DAY) + dt.timedelta(days=1)

    @property
    def years(self) -> str:
        """The year it is of: `2025-26`."""
        return f"{self.year - 1}-{self.year % 100:02d}"

    @property
    def version(self) -> int:
        """The number that its pack bears: 8 of `dspt-v8`."""
        return self.year - _FIRST

    def is_called(self, name: str) -> bool:
        """Whether a name means it: by its version or by its year, whatever stands around (ruling B53)."""
        years = rf"(?<!\d){self.year - 1}\s*[-/–]\s*(?:20)?{self.year % 100:02d}(?!\d)"
        version = rf"(?<![a-z0-9.])(?:dspt[-\s]*)?(?:v|version)[\s.]*{self.version}(?![0-9])"
        bare = rf"\s*(?:dspt\s*)?{self.version}\s*"
        text = name.casefold()
        return bool(re.search(years, text) or re.search(version, text) or re.fullmatch(bare, text))


def open_on(day: dt.date) -> Edition:
    """The edition that is open on a day; on its last day it still is."""
    return Edition(day.year if (day.month, day.day) <= (MONTH, DAY) else day.year + 1)


def closed_before(day: dt.date) -> Edition:
    """The edition that closed last before a day."""
    return Edition(open_on(day).year - 1)
