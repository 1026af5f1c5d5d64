"""Who held an area, a function or a role on a day, or what somebody held, and to whom they answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from igreg.analysis.accountability import above
from igreg.analysis.subject import Subject
from igreg.analysis.tenure import Appointment, Tenure
from igreg.dataclass import dataclass
from igreg.language.suggest import nearest
from igreg.model.kinds import KINDS
from igreg.model.kinds.groups import Group
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import Absence, StaffMember
from igreg.register.file_names import kind_in_name
from igreg.register.register import Register

DECIDES = ("roles", "staff")
"""The kinds without which nobody can say that a role was not held."""


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A role of the day, with those who held it or deputised: of a person that is asked about, their part alone."""

    role: Role
    people: tuple[Appointment, ...]
    """Who filled it, then deputies; each as written."""
    line: tuple[str, ...]
    """The ids of the roles and groups above it that there were on the day, nearest first (ruling H10)."""

    @property
    def held(self) -> bool:
        """Whether somebody filled it: a deputy alone does not (ruling H03)."""
        return any(one.fills for one in self.people)


@dataclass(frozen=True, slots=True)
class WhoHeld:
    """The answer for one day."""

    subject: Subject
    tenure: Tenure
    roles: tuple[RoleHeld, ...]
    gone: tuple[Role, ...]
    """Roles that would be meant, and that there were not on the day (ruling H04)."""
    covers: tuple[tuple[StaffMember, Absence], ...]
    """For whom a person that is asked about stood in that day, and for which absence (ruling H05)."""

    @property
    def held(self) -> bool:
        """Whether anybody held it; of a person, whether they held anything."""
        return any(one.held for one in self.roles)

    @property
    def is_certain(self) -> bool:
        """Whether nobody can be missing because a file with roles or people could not be read."""
        return not hides(self.tenure.register, DECIDES)


def who_held(register: Register, subject: Subject, day: dt.date) -> WhoHeld:
    """Who held it on a day. Dates alone decide: whether somebody was employed is said beside it (ruling H03)."""
    tenure = Tenure(register, day)
    covers: tuple[tuple[StaffMember, Absence], ...] = ()
    gone: tuple[Role, ...] = ()
    if subject.sort == "person":
        own: dict[str | None, list[Appointment]] = {}
        for one in tenure.held_by.get(subject.id, ()):
            own.setdefault(one.role.id, []).append(one)
        roles = [_held(tenure, people[-1].role, people) for people in own.values()]
        covers = tuple(_covered_by(tenure, subject.id))
    else:
        there = [role for role in register.of(Role) if is_meant(role, subject)]
        roles = [_held(tenure, role, tenure.appointments(role)) for role in there if role.id not in tenure.there.gone]
        gone = tuple(role for role in there if role.id in tenure.there.gone)
    return WhoHeld(subject, tenure, tuple(roles), gone, covers)


def hides(register: Register, kinds: Iterable[str]) -> tuple[str, ...]:
    """The files that could not be read in full and may hold records of some kinds."""
    prefix = register.sources.prefix
    out = []
    for file in register.unread:
        named = kind_in_name(file.removeprefix(prefix))
        kind = named.kind or nearest((named.unknown or "").partition(".")[0], KINDS) if named is not None else None
        if kind is None or kind in kinds:
            out.append(file)
    return tuple(out)


def line_above(tenure: Tenure, id: str | None) -> list[str]:
    """The ids above a role or group by `accountable_to`; what there was not on the day is stepped over (ruling H10)."""
    register, gone = tenure.register, tenure.there.gone
    return [upper for upper in above(register, id) if upper not in gone and upper in register.by_id]


def people_of(tenure: Tenure, id: str) -> list[str]:
    """The staff ids of those who hold a role on the day; of a group, of those who chair it."""
    group = tenure.register.get(Group, id)
    roles = group.chairs if group is not None else [id]
    return list(dict.fromkeys(staff for role in roles for staff in tenure.people(role)))


def is_meant(role: Role, subject: Subject) -> bool:
    """Whether a role is among those of an area, a function or a role that is asked about."""
    if subject.sort == "area":
        return subject.id in role.areas
    return subject.id in role.all_functions if subject.sort == "function" else subject.id == role.id


def absence_of(tenure: Tenure, staff: str | None) -> Absence | None:
    """The absence of somebody on the day; of whoever is not employed it is said that they are not, and no more."""
    return tenure.absence(staff) if not tenure.not_employed(staff) else None


def _held(tenure: Tenure, role: Role, people: Iterable[Appointment]) -> RoleHeld:
    found = sorted(people, key=lambda one: not one.fills)
    return RoleHeld(role, tuple(found), tuple(line_above(tenure, role.id)))


def _covered_by(tenure: Tenure, staff: str) -> Iterable[tuple[StaffMember, Absence]]:
    for person in tenure.register.of(StaffMember):
        absence = absence_of(tenure, person.id) if person.absences else None
        if absence is not None and tenure.cover(absence) == staff:
            yield person, absence
