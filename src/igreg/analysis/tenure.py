"""Tenure: who holds what on a day, who deputises, who is employed and who is away."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal

from igreg.analysis.existence import Existing
from igreg.dataclass import dataclass
from igreg.model.kinds.roles import Holder, Role
from igreg.model.kinds.staff import Absence, StaffMember
from igreg.once import once_for_each, once_for_each_record
from igreg.register.register import Register


def covers(start: dt.date | None, end: dt.date | None, day: dt.date) -> bool:
    """Whether a day lies between two days, both included; an open end goes on (ruling A03)."""
    return (start is None or start <= day) and (end is None or day <= end)


@dataclass(frozen=True)
class Appointment:
    """One person's time in a role: the role, the holder part and its index, for key paths."""

    role: Role
    index: int
    holder: Holder

    @property
    def path(self) -> tuple[str, int]:
        """The key path of the holder in its role."""
        return ("holders", self.index)

    @property
    def fills(self) -> bool:
        """Whether it fills the role: substantive and acting do, a deputy does not."""
        return self.holder.as_ != "deputy"


@dataclass(frozen=True)
class Tenure:
    """Appointments, employment and absences as they are on one day."""

    register: Register
    day: dt.date

    @cached_property
    def there(self) -> Existing:
        """Which posts, groups, units and flows there are on the day."""
        return Existing(self.register, self.day)

    def appointments(self, role: Role) -> list[Appointment]:
        """Everybody whose dates in the role include the day, deputies too; a post that is not there has nobody."""
        return self.named_in(role) if covers(role.start, role.end, self.day) else []

    def named_in(self, role: Role) -> list[Appointment]:
        """Everybody whose dates in the role include the day, whether the post itself is there or not (ruling B14)."""
        return list(self._named_in(role))

    @once_for_each_record
    def _named_in(self, role: Role) -> Sequence[Appointment]:
        """The same, worked out once: the same few roles are asked for again and again."""
        return [
            Appointment(role, index, holder)
            for index, holder in enumerate(role.holders)
            if holder.staff and covers(holder.from_, holder.until, self.day)
        ]

    def holders(self, role: Role) -> list[Appointment]:
        """Substantive and acting holders of the day (ruling A46); each person once, as they began last."""
        return _each_once(self.filling(role))

    def filling(self, role: Role) -> list[Appointment]:
        """Every appointment of the day that fills a role, two of one person too: each has its paper and its days."""
        return [found for found in self.appointments(role) if found.fills]

    def deputies(self, role: Role) -> list[Appointment]:
        """Deputies of the day; dates alone count (ruling A51); each person once, as holders are."""
        return _each_once([found for found in self.appointments(role) if not found.fills])

    def deputising(self, role: Role) -> list[Appointment]:
        """Deputies of the day who are employed: of nobody else it is said that they deputise."""
        return [found for found in self.deputies(role) if not self.not_employed(found.holder.staff)]

    def is_held(self, role: Role) -> bool:
        """Whether a substantive or acting holder's dates include the day; otherwise nobody answers for the role."""
        return bool(self.holders(role))

    @once_for_each_record
    def share_of_hours(self, role: Role) -> float:
        """Hours a week of each of a job share without hours of their own: what the others leave of the role's, divided.

        It is worked out once, however many share it (ruling B27).
        """
        sharing = [held.holder for held in self.filling(role) if held.holder.as_ == "substantive"]
        taken = sum(one.hours_per_week or 0 for one in sharing)
        without = sum(one.hours_per_week is None for one in sharing)
        return max((role.hours_per_week or 0) - taken, 0) / without if without else 0

    def people(self, role_id: str | None, *, deputies: bool = False) -> list[str]:
        """The staff ids of those who hold a role, in the order written."""
        return list(self._people(role_id, deputies))

    @once_for_each
    def _people(self, role_id: str | None, deputies: bool) -> tuple[str, ...]:
        """The same, worked out once: thousands of records name the same few roles."""
        role = self.register.get(Role, role_id)
        found = [] if role is None else self.appointments(role) if deputies else self.holders(role)
        return tuple(dict.fromkeys(item.holder.staff for item in found if item.holder.staff))

    def members(self, party: str | None) -> list[str]:
        """The staff ids that `role or staff` means: the person, or the holders of the role."""
        if party is None:
            return []
        return [party] if self.register.kind_of.get(party) == "staff" else self.people(party)

    def in_common(self, one: str, other: str) -> list[str]:
        """The staff ids that both of two parties mean, in the order of the alphabet."""
        return sorted(set(self.members(one)) & set(self.members(other)))

    @cached_property
    def held_by(self) -> Mapping[str, Sequence[Appointment]]:
        """For each person, the appointments of the day, deputies too."""
        out: dict[str, list[Appointment]] = defaultdict(list)
        for role in self.register.of(Role):
            for appointment in self.appointments(role):
                out[appointment.holder.staff or ""].append(appointment)
        return out

    def roles_of(self, staff: str) -> Sequence[Role]:
        """The roles that a person fills on the day, as substantive or acting holder."""
        return self._filled_by.get(staff, [])

    @cached_property
    def _filled_by(self) -> Mapping[str, Sequence[Role]]:
        """For each person the roles that they fill: worked out once, however many ask what else their holder has."""
        return {
            staff: list({item.role.id: item.role for item in held if item.fills}.values())
            for staff, held in self.held_by.items()
        }

    @cached_property
    def roles_with(self) -> Mapping[str, Sequence[Role]]:
        """For each standard function, the roles of the day that have it, alone or among others."""
        out: dict[str, list[Role]] = defaultdict(list)
        for role in self.there.roles:
            for function in role.all_functions:
                out[function].append(role)
        return out

    def holders_of(self, function: str) -> Mapping[str, list[Appointment]]:
        """Who fills the roles of a function on the day, and which of them: each role once (ruling A120)."""
        out: dict[str, list[Appointment]] = {}
        for role in self.roles_with.get(function, ()):
            for staff, item in {item.holder.staff or "": item for item in reversed(self.filling(role))}.items():
                out.setdefault(staff, []).append(item)
        return out

    @cached_property
    def leads(self) -> Mapping[str, Sequence[Role]]:
        """For each area, the roles of the day that lead it, held or not. Only `areas` makes a lead (ruling A43)."""
        out: dict[str, list[Role]] = {area: [] for area in self.register.areas}
        for role in self.there.roles:
            for area in dict.fromkeys(role.areas):
                if area in out:
                    out[area].append(role)
        return out

    @cached_property
    def gone_roles(self) -> tuple[Role, ...]:
        """The posts that are not there on the day: ended, or still to begin."""
        return tuple(role for role in self.there.gone.values() if isinstance(role, Role))

    def is_employed(self, staff: StaffMember) -> bool:
        """Whether the person is employed on the day, first and last day included."""
        return covers(staff.started, staff.left, self.day)

    def not_employed(self, staff: str | None) -> Literal["", "has left", "has not begun"]:
        """Why a person is not employed on the day; empty where they are, and of one who has no record."""
        person = self.register.get(StaffMember, staff)
        if person is None or self.is_employed(person):
            return ""
        return "has left" if person.has_left(self.day) else "has not begun"

    def called(self, staff: str) -> str:
        """A person's name, and why they are not employed where they are not."""
        why = self.not_employed(staff)
        return f"{self.register.title(staff)} ({why})" if why else self.register.title(staff)

    @cached_property
    def employed(self) -> Mapping[str, StaffMember]:
        """Everybody employed on the day, by id."""
        return {person.id: person for person in self.register.of(StaffMember) if person.id and self.is_employed(person)}

    def unit_of(self, person: StaffMember) -> str | None:
        """Where a person works on the day: nowhere, where their unit is over or still to begin (ruling B13)."""
        return None if person.unit in self.there.gone else person.unit

    @cached_property
    def ours(self) -> Mapping[str, StaffMember]:
        """Everybody employed on the day who is one of our staff: not those whom another body lends (ruling B16)."""
        return {id: person for id, person in self.employed.items() if not person.is_lent}

    @cached_property
    def counted(self) -> frozenset[str]:
        """Those employed on the day who count in a share of people trained (ruling B16)."""
        return frozenset(id for id, person in self.employed.items() if person.counts_for_training)

    def is_here(self, staff: str | None) -> bool:
        """Whether a person can stand in on the day: employed, and not away (ruling B24).

        Somebody who has no record cannot be judged, and is taken to be there: their id has a finding of its own.
        """
        person = self.register.get(StaffMember, staff)
        return person is None or (self.is_employed(person) and not self._away(person))

    def absence(self, staff: str | None) -> Absence | None:
        """The person's absence that includes the day, or nothing; of several one that is covered, else with a cover."""
        person = self.register.get(StaffMember, staff)
        away = self._away(person) if person is not None else []
        return min(away, key=lambda a: 0 if self.cover(a) else 1 if a.cover else 2, default=None)

    def cover(self, absence: Absence) -> str | None:
        """Who covers an absence on the day; nobody where whoever is named has left or is away too (ruling B24)."""
        return absence.cover if absence.cover and self.is_here(absence.cover) else None

    def _away(self, person: StaffMember) -> list[Absence]:
        """The absences that include the day."""
        return [a for a in person.absences if (a.from_ or a.until) and covers(a.from_, a.until, self.day)]


def _each_once(found: list[Appointment]) -> list[Appointment]:
    """Appointments to one role, of which a person has one: that which began last, where two of theirs overlap."""
    last: dict[str | None, Appointment] = {}
    for one in found if len(found) > 1 else ():
        known = last.get(one.holder.staff)
        if known is None or (one.holder.from_ or dt.date.min) >= (known.holder.from_ or dt.date.min):
            last[one.holder.staff] = one
    return list(last.values()) if len(last) < len(found) and last else found
