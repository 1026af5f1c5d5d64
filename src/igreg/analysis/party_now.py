"""Who a role, person, group or unit is on a day, and who of them is away; or why nobody can decide for it."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from igreg.analysis.audience import Audiences
from igreg.analysis.standing_in import standing_in_for
from igreg.analysis.tenure import Tenure
from igreg.analysis.vacancy import vacancy
from igreg.dataclass import dataclass
from igreg.language.english import long_day
from igreg.model.kinds.groups import Group
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import StaffMember
from igreg.model.kinds.units import Unit
from igreg.register.register import Register


@dataclass(frozen=True)
class Parties:
    """The parties of a register on a day."""

    tenure: Tenure

    @property
    def register(self) -> Register:
        """The register whose parties they are."""
        return self.tenure.register

    def now(self, to: str, kind: str) -> tuple[tuple[str, ...], tuple[str, ...]] | str:
        """Who a party is on the day, and who of them is away; or why nobody can decide for it."""
        gone = self.tenure.there.gone.get(to)
        if isinstance(gone, Role | Group | Unit):
            return f"{gone.called} {when(gone.start, gone.end, self.tenure.day)}"
        if kind == "roles":
            return self._of_role(to)
        if kind == "staff":
            return self._of_person(to)
        people = self._members(to, kind)
        return (people, ()) if people else f"nobody {'sits in it' if kind == 'groups' else 'holds a role in it'}"

    def _of_role(self, id: str) -> tuple[tuple[str, ...], tuple[str, ...]] | str:
        people = self.tenure.people(id)
        if not people:
            role = self.register.get(Role, id)
            since = vacancy(role, self.tenure.day).since if role is not None else None
            return f"vacant since {long_day(since)}" if since else "vacant"
        gone = {one: why for one in people if (why := self._why_not_employed(one))}
        people = [one for one in people if one not in gone]
        if not people:
            return "; ".join(gone.values())
        away = tuple(one for one in people if self.tenure.absence(one) is not None)
        here = [one for one in people if one not in away]
        here += [one for one in standing_in_for(self.tenure, id) if one not in here] if not here else []
        return tuple(here or people), away

    def _of_person(self, id: str) -> tuple[tuple[str, ...], tuple[str, ...]] | str:
        gone = self._why_not_employed(id)
        if gone:
            return gone
        if self.tenure.absence(id) is None:
            return (id,), ()
        return tuple(standing_in_for(self.tenure, id)) or (id,), (id,)

    def _why_not_employed(self, id: str) -> str:
        """That a person has left, or does not start until another day; nothing where neither is so."""
        person = self.register.get(StaffMember, id)
        if person is None or self.tenure.is_employed(person):
            return ""
        said = when(person.started, person.left, self.tenure.day, "left on", "does not start until")
        return f"{person.called} {said}"

    def _members(self, id: str, kind: str) -> tuple[str, ...]:
        """Who sits in a group, or holds a role in a unit or one below it, in the order of the register."""
        if kind == "groups":
            group = self.register.get(Group, id)
            seats = group.sitting if group is not None else ()
            return tuple(dict.fromkeys(staff for seat in seats for staff in self.tenure.members(seat)))
        below = self._audiences.below(id)
        roles = [role.id for role in self.tenure.there.roles if role.unit in below]
        return tuple(dict.fromkeys(staff for role in roles for staff in self.tenure.people(role)))

    @cached_property
    def _audiences(self) -> Audiences:
        return Audiences(self.tenure)


def when(
    start: dt.date | None, end: dt.date | None, day: dt.date, over: str = "ended on", ahead: str = "begins on"
) -> str:
    """In words that something is not there on a day: over since its last day, or not begun."""
    if end is not None and end < day:
        return f"{over} {long_day(end)}"
    return f"{ahead} {long_day(start)}" if start is not None else "is not there"
