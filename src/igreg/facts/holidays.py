"""Bank holidays by year and nation: the list of the facts, and for years that it does not have, the general rules."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from igreg.facts.life import Fact
from igreg.language.english import listed, long_day
from igreg.model.values import Nation

_SUBDIVISIONS: dict[Nation, str] = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern-ireland": "NIR"}
"""What the package `holidays` calls the nations."""


class Proclaimed(BaseModel):
    """A bank holiday that was added, or moved, by proclamation."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    day: dt.date
    why: str
    announced: dt.date | None = None
    """The day on which it was announced, where that is known."""


class Holidays(Fact):
    """The bank holidays of one year in one nation or several that fall on a weekday, each where it was moved to."""

    table: ClassVar[str] = "holidays"

    year: int
    days: tuple[dt.date, ...] = Field(min_length=1)
    proclaimed: tuple[Proclaimed, ...] = ()

    @model_validator(mode="after")
    def _of_the_year(self) -> Holidays:
        wrong = [day for day in (*self.days, *(one.day for one in self.proclaimed)) if day.year != self.year]
        if wrong:
            raise ValueError(f"{wrong[0]} is not a day of {self.year}")
        return self

    @property
    def in_words(self) -> str:
        """What it says, in our words."""
        days = ", ".join(f"{day.day} {day:%B}" for day in self.days)
        more = listed(f"{long_day(one.day)} ({one.why})" for one in self.proclaimed)
        return f"bank holidays of {self.year} in {self.nations}: {days}" + (f"; by proclamation {more}" if more else "")


@functools.lru_cache(maxsize=512)
def by_rule(nation: Nation, year: int) -> frozenset[dt.date]:
    """The bank holidays of a year by the general rules, as far as the package knows them, on whatever day they fall.

    It is imported here, since it brings every country of the world with it and few registers ever ask so far ahead.
    """
    from holidays.countries.united_kingdom import UnitedKingdom

    days: Iterable[dt.date] = UnitedKingdom(subdiv=_SUBDIVISIONS[nation], years=[year])
    return frozenset(days)
