"""One thing that is due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from igreg.dataclass import dataclass
from igreg.due.shares import ShareRow
from igreg.findings import KeyPath, Origin


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is due: on which day, what, of which record, and why.

    `hours` is given for breach clocks only: whole hours left, rounded down, negative when past. `names` are the people
    whose training lapses.
    """

    due: dt.date
    what: str
    kind: str
    record: str | None
    title: str | None
    owner: str | None
    detail: str
    origin: Origin
    path: KeyPath = ()
    subject: str | None = None
    hours: int | None = None
    working_days: int | None = None
    """For a limit in working days: how many are left, negative when past."""
    areas: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    at: dt.datetime | None = None
    """The moment, of what has an hour."""
    behind: str | None = None
    """Who else answers for the record: to them goes what its owner cannot do, and nobody is above."""

    def is_overdue(self, today: dt.date) -> bool:
        """Whether its day, or a breach clock's last hour, is past."""
        return self.due < today or (self.hours is not None and self.hours < 0)


@dataclass(frozen=True, slots=True)
class Row:
    """An item as it is shown: with the days left, the people who do it, and its line.

    `people` are the ids of those who hold the owner's role today. Where nobody does, `escalates_to` is the first held
    role up the line of accountability (ruling A101). `gone` is an owner who is a person and not employed now: what
    they owe goes up to the role of their manager. `above` are those whom it reaches where none of the people is there:
    who hold the role it goes up to, else whoever answers for the record, else for the organisation.
    """

    item: Item
    days: int
    people: tuple[str, ...]
    escalates_to: str | None
    above: tuple[str, ...]
    gone: bool
    file: str
    line: int
    units: tuple[str, ...] = ()
    """The units it belongs to: its own, else that of the role or person that owns it."""
    away: str | None = None
    """The id of the only one of the people, where that one is away today."""
    left: tuple[str, ...] = ()
    """Those of the people who are not employed today: named, and not to be written to."""
    stand_ins: tuple[str, ...] = ()
    """Who is there and covers or deputises for whoever is away (ruling B24)."""
    covering_for: str | None = None
    """Whoever is away, where the line is shown to somebody who stands in (ruling B75)."""

    @property
    def is_a_persons(self) -> bool:
        """Whether its owner is a person, and not a role."""
        return self.gone or self.people == (self.item.owner,)

    @property
    def overdue(self) -> bool:
        """Whether its day, or a breach clock's last hour, is past."""
        return self.item.is_overdue(self.item.due - dt.timedelta(days=self.days))


@dataclass(frozen=True, slots=True)
class DueList:
    """The whole list as on a day; names by id for everybody and everything that it mentions."""

    today: dt.date
    rows: tuple[Row, ...]
    names: Mapping[str, str]
    incomplete: tuple[str, ...] = ()
    """The files that could not be read in full: what they hold is not on the list."""
    shares: tuple[ShareRow, ...] | None = None
    """How many are trained, where the list is asked for training."""

    def name(self, id: str | None) -> str:
        """The name or title of an id."""
        return self.names.get(id or "", id or "")
