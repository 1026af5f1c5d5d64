"""What the user wants to see of a register: a day, a part, and whether with names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property

from igreg.analysis.elections import ballots, seat_ends
from igreg.analysis.tenure import Tenure
from igreg.dataclass import dataclass
from igreg.facts.figures import Figures
from igreg.language.english import long_day
from igreg.model.kinds.flows import Flow
from igreg.model.kinds.groups import Group
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import StaffMember
from igreg.model.kinds.units import Unit
from igreg.register.register import Register


@dataclass(frozen=True)
class View:
    """A register as it is to be drawn."""

    register: Register
    day: dt.date
    dated: bool = True
    """Whether the day was asked for; else the chart names the day since which nothing in it has changed too."""
    drawn_for: dt.date | None = None
    """The day that the chart names as its own, where that is another than the one it shows: one since which nothing
    in it has changed."""
    names: bool = True
    private: bool = True
    """Whether absences and the papers of appointments are told too, where there are names: not on pages for others."""
    risks: bool = False
    delegations: bool = False
    """Whether delegations are drawn: their days count too."""
    data: bool = False
    """Whether data flows are drawn, and what lets them go: their days count too."""
    elections: bool = False
    """Whether elected seats and ballots are drawn: the days on which terms end and votes were counted count too."""
    skills: bool = False
    """Whether skills are drawn: the days on which they were shown and lapse count too."""
    unit: str | None = None
    area: str | None = None
    depth: int | None = None
    without: tuple[str, ...] = ()
    """Members of staff who are away in a drill."""
    figures: Figures = field(default_factory=Figures)
    """The figures in force; a drill is timed against the hours to notify the regulator."""

    def without_names(self) -> View:
        """The same without names: nobody is named in a text of the register either, such as the title of a post."""
        from igreg.analysis.nameless import nameless  # most charts have names

        return replace(self, names=False, register=nameless(self.register))

    @cached_property
    def tenure(self) -> Tenure:
        """Who holds what on the day."""
        return Tenure(self.register, self.day)

    @property
    def tells_private(self) -> bool:
        """Whether what is said of people beside their names is told."""
        return self.names and self.private

    def name(self, staff: str | None) -> str:
        """A person's name; without names, only that it is a person."""
        if not self.names:
            return "a member of staff"
        return self.register.title(staff)

    def title(self, id: str) -> str:
        """What people call a record; never a name where names are left out."""
        if not self.names and self.secret(id):
            return "A member of staff"
        return AUDIENCE_TITLES.get(id) or self.register.title(id)

    def secret(self, id: str) -> bool:
        """Whether an id may tell of a person: a staff member's own, or one that the register does not have."""
        return id not in AUDIENCE_TITLES and self.register.kind_of.get(id, "staff") == "staff"

    def is_there(self, id: str | None) -> bool:
        """Whether an id is not that of a post, group, unit or flow that has ended, or is still to begin."""
        return id not in self.tenure.there.gone

    def is_staff(self, id: str | None) -> bool:
        """Whether an id is a person's."""
        return self.register.get(StaffMember, id) is not None

    @cached_property
    def units_led(self) -> Mapping[str, str]:
        """For each role that leads a unit of the day the category of the first such unit, or `unit`."""
        out: dict[str, str] = {}
        for unit in self.tenure.there.units:
            if unit.lead:
                out.setdefault(unit.lead, unit.category or "unit")
        return out

    @cached_property
    def has_one_root(self) -> bool:
        """Whether no more than one unit of the day belongs to no other."""
        return sum(1 for unit in self.tenure.there.units if not unit.parent) < 2

    def roles_held(self, staff: str) -> Sequence[Role]:
        """The roles a person fills on the day."""
        return self.tenure.roles_of(staff)

    def area_title(self, area: str) -> str:
        """An area as people write it, with a capital."""
        title = self.register.areas.get(area, area)
        return title[:1].upper() + title[1:]

    @property
    def area_order(self) -> tuple[str, ...]:
        """All areas as people write them, in the order of the register."""
        return tuple(self.area_title(area) for area in self.register.areas)

    @property
    def subtitle(self) -> str:
        """The organisation and the day."""
        name = self.register.organisation.name or "The organisation"
        if self.dated:
            return f"{name}, as of {long_day(self.day)}"
        if self.since is None:
            return name
        return f"{name}{_AS_ON}{long_day(self.drawn_for or self.day)}{_UNCHANGED}{long_day(self.since)}"

    @cached_property
    def since(self) -> dt.date | None:
        """The last day up to this one on which anything in a chart changed; nothing where the register has no date."""
        return max((day for day in self._changes() if day <= self.day), default=None)

    def unchanged_since(self, day: dt.date) -> bool:
        """Whether a chart of another day shows just the same as one of this day."""
        return replace(self, day=day).since == self.since

    def _changes(self) -> Iterator[dt.date]:
        """The days on which somebody begins or ends to hold a role, to be away or to work here, or a post, group, unit
        or flow begins or ends."""
        spans = [(h.from_, h.until) for role in self.register.of(Role) for h in role.holders]
        of = self.register.of
        spans += [(None, person.left) for person in of(StaffMember) if person.left is not None]
        if self.tells_private:
            spans += [(away.from_, away.until) for person in of(StaffMember) for away in person.absences]
        posts: list[Role | Group | Unit | Flow] = [*of(Role), *of(Group), *of(Unit), *of(Flow)]
        spans += [(one.start, one.end) for one in posts]
        if self.delegations:
            from igreg.model.kinds.delegations import Delegation  # most charts draw none, nor data

            spans += [(delegation.start, delegation.end) for delegation in of(Delegation)]
        if self.data:
            from igreg.model.kinds.contracts import Contract
            from igreg.model.kinds.data_flows import DataFlow
            from igreg.model.kinds.sharing_agreements import SharingAgreement

            spans += [(flow.start, flow.end) for flow in of(DataFlow)]
            spans += [(contract.start, contract.end) for contract in of(Contract)]
            spans += [(agreement.signed, agreement.expires) for agreement in of(SharingAgreement)]
        if self.elections:
            spans += self._elections()
        if self.skills:
            from igreg.analysis.competence import skill_days

            spans += skill_days(self.register)
        for first, last in spans:
            if first is not None:
                yield first
            if last is not None and last < dt.date.max:
                yield last + dt.timedelta(days=1)

    def _elections(self) -> Iterator[tuple[dt.date | None, dt.date | None]]:
        """The days of elected seats, and those by which an election is to be held and ballots were decided."""
        mutual = self.register.organisation.mutual
        yield None, mutual.next_election if mutual is not None else None
        for group in self.register.of(Group):
            yield from ((seat.last_election, seat_ends(seat)) for seat in group.elected)
        yield from ((one.decided, None) for one in ballots(self.register, self.day))

    @property
    def source(self) -> str:
        """Where the chart comes from (ruling A109: never a name)."""
        root = self.register.sources.root
        place = f"{root}/" if root and root != "." else "the register"
        return f"{_DRAWN}{place}. Do not edit: change the register and draw again."


_DRAWN = "Drawn by igreg from "
_AS_ON, _UNCHANGED = ", as on ", ", unchanged since "
"""The words of a chart by which its file is known again: a file on the disk has nothing else to tell."""
_DAY = re.compile(f"{_AS_ON}(\\d+ [A-Z][a-z]+ \\d{{4}}){_UNCHANGED}".encode())


def is_drawn(file: bytes) -> bool:
    """Whether a file on the disk says that igreg drew it."""
    return _DRAWN.encode() in file


def day_named(file: bytes) -> dt.date | None:
    """The day that a chart on the disk names as the one it was drawn for, if it names one."""
    found = _DAY.search(file)
    try:
        return dt.datetime.strptime(found[1].decode(), "%d %B %Y").replace(tzinfo=dt.UTC).date() if found else None
    except ValueError:
        return None


AUDIENCE_TITLES = {
    "all-staff": "All staff",
    "service-users": "Service users",
    "carers": "Carers",
    "public": "The public",
}
"""How audiences are written (ruling A110)."""
