"""What a report is asked: a register as at a moment, the time to tell of, and what of it is wanted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import cached_property

from igreg.analysis.as_of import AsOf
from igreg.analysis.people_in_texts import People
from igreg.analysis.withheld import Withheld
from igreg.check.config import Config
from igreg.dataclass import dataclass
from igreg.findings import KeyPath
from igreg.language.english import some_of
from igreg.model.base import Record
from igreg.model.kinds.roles import Role
from igreg.once import once_for_each
from igreg.register.register import Register
from igreg.report.earlier import Earlier
from igreg.report.period import Period
from igreg.rules._rule import Context

NOBODY = "vacant"
SOMEBODY = "a member of staff"
HIDDEN = "(not shown: it may hold personal details)"


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
    appendix: bool = False
    """Whether a report that is cut short is followed by its lists whole."""

    earlier: Earlier | None = None
    """The register before the time that is told of, where the report asks the history and it was asked."""

    lengths: Mapping[str, tuple[int | None, str]] = field(default_factory=dict)
    """Of documents by their paths how many pages they have, or why that is not known; those that a report asks for."""

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
        part = [f"unit {self.title(self.unit)}"] if self.unit else []
        part += [f"area {self.area_title(self.area)}"] if self.area else []
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

    @cached_property
    def _withheld(self) -> Withheld:
        return Withheld.of(self.as_of)

    @once_for_each
    def on(self, day: dt.date) -> AsOf:
        """The same register as at the end of another day, so far as it knows today what held then."""
        if day == self.today:
            return self.as_of
        now = dt.datetime.combine(day, dt.time(23, 59, 59), self.as_of.now.tzinfo)
        return AsOf(self.register, now, self.as_of.figures)

    def has(self, record: Record) -> bool:
        """Whether a record belongs to the part of the register that is asked for."""
        if self.area is not None and self.area not in (getattr(record, "areas", None) or ()):
            return False
        return self.is_of_the_unit(record)

    def is_of_the_unit(self, record: Record) -> bool:
        """Whether a record belongs to the unit that is asked for, or to one below it, whatever it is about."""
        return self.unit is None or not self._units.isdisjoint(self.as_of.owners.units(record))

    @cached_property
    def _units(self) -> frozenset[str]:
        """The unit that is asked for, and all below it."""
        return self.as_of.owners.below(self.unit) if self.unit else frozenset()

    def told(self, record: Record, text: str | None, *path: str | int) -> str:
        """A text of a record as it may stand on paper: not where a rule finds somebody's details in it."""
        return self.told_in(record.kind, path, text) if text else ""

    def told_in(self, kind: str, path: KeyPath, text: str) -> str:
        """The same, of a field of any record of a kind: it hangs on nothing else."""
        return HIDDEN if self._withheld.code(kind, path, text) is not None else self.text(text)

    def called(self, record: Record) -> str:
        """What a record is called, as it may stand on paper."""
        return self.told(record, record.called)

    def area_title(self, area: str) -> str:
        """What an area is called: an organisation gives its own what name it likes."""
        return self.text(self.register.areas.get(area, area))

    def area_titles(self, areas: Iterable[str]) -> tuple[str, ...]:
        """What areas are called."""
        return tuple(map(self.area_title, areas))

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
        record = self.register.by_id.get(id)
        title = self.register.title(id)
        return self.told(record, title) if record is not None else self.text(title)

    def person(self, staff: str | None) -> str:
        """What a person is called: their name, or only that it is somebody."""
        if not staff:
            return ""
        return self.register.title(staff) if self.names else SOMEBODY

    def holders(self, role: Role) -> tuple[str, ...]:
        """Who holds a role on the day, deputies aside; nobody where it is vacant."""
        return tuple(self.named_in_a_role(one) for one in self.as_of.tenure.people(role.id))

    def named_in_a_role(self, staff: str) -> str:
        """What a person is called who is named in a role; it is said where they have left, or are still to begin."""
        why = self.as_of.tenure.not_employed(staff)
        return f"{self.person(staff)} ({why})" if why else self.person(staff)
