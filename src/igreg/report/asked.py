"""What a report is asked: a register as at a moment, the time to tell of, and what of it is wanted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from igreg.analysis.as_of import AsOf
from igreg.check.config import Config
from igreg.language.english import some_of
from igreg.model.kinds.roles import Role
from igreg.register.register import Register
from igreg.report.period import Period
from igreg.rules._rule import Context
from igreg.tables.people import People

NOBODY = "vacant"
SOMEBODY = "a member of staff"


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the head of every report."""

    organisation: str
    day: dt.date
    """As on which day."""
    period: Period
    unread: str
    """The sentence that says what could not be read; empty where all was."""
    part: str
    """Which part of the register it tells of, such as a unit or an area; empty where it is the whole."""


@dataclass(frozen=True)
class Asked:
    """One report as it was asked for."""

    as_of: AsOf
    config: Config
    period: Period
    unit: str | None = None
    area: str | None = None
    of: str | None = None
    """The record that it is about, of a report on one: a group, a person."""
    names: bool = True

    @property
    def register(self) -> Register:
        """The register."""
        return self.as_of.register

    @property
    def today(self) -> dt.date:
        """As on which day."""
        return self.as_of.today

    @cached_property
    def context(self) -> Context:
        """What rules are given: for findings, and for whatever proves an item."""
        return Context(self.register, self.as_of.now, self.as_of.figures)

    @cached_property
    def head(self) -> Head:
        """The head of the report."""
        register = self.register
        part = [f"unit {register.title(self.unit)}"] if self.unit else []
        part += [f"area {register.areas.get(self.area, self.area)}"] if self.area else []
        unread = ""
        if register.unread:
            unread = (
                f"Not everything could be read: {some_of(register.unread)}. What stands there is missing here; "
                "igreg check says what is wrong."
            )
        return Head(register.organisation.name or "", self.today, self.period, unread, ", ".join(part))

    @cached_property
    def _people(self) -> People:
        return People(self.register)

    def text(self, text: str | None) -> str:
        """A text of the register; without names, nobody is named in it."""
        if not text:
            return ""
        return text if self.names else self._people.text(text)

    def title(self, id: str | None) -> str:
        """What a record is called; a person only where names are wanted."""
        if not id:
            return ""
        if self.register.kind_of.get(id) == "staff":
            return self.person(id)
        return self.text(self.register.title(id))

    def person(self, staff: str | None) -> str:
        """What a person is called: their name, or only that it is somebody."""
        if not staff:
            return ""
        return self.register.title(staff) if self.names else SOMEBODY

    def holders(self, role: Role) -> tuple[str, ...]:
        """Who holds a role on the day, deputies aside; nobody where it is vacant."""
        return tuple(self.person(one) for one in self.as_of.tenure.people(role.id))
