"""How much is laid on one person: the hours that their roles take, and the lead functions that they hold."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from igreg.analysis.tenure import Appointment, Tenure
from igreg.model.kinds.staff import StaffMember


@dataclass(frozen=True, slots=True)
class Load:
    """What one person fills on a day, as substantive or acting holder."""

    person: StaffMember
    filled: tuple[Appointment, ...]
    hours: float
    """The hours a week that the roles take in all."""
    leads: tuple[str, ...]
    """The ids of the roles with a lead function, each once, in the order of the alphabet."""

    @property
    def is_over(self) -> bool:
        """Whether the roles take more hours than the person works; nobody can say where those are not written."""
        return self.person.hours_per_week is not None and self.hours > self.person.hours_per_week


def loads(tenure: Tenure, lead_functions: Collection[str]) -> Iterator[Load]:
    """The load of everybody who has an appointment on the day."""
    for staff, held in tenure.held_by.items():
        person = tenure.register.get(StaffMember, staff)
        if person is None:
            continue
        filled = tuple(item for item in held if item.fills)
        hours = round(sum(hours_of(item) for item in filled), 6)
        leads = sorted({item.role.id or "" for item in filled if item.role.function in lead_functions})
        yield Load(person, filled, hours, tuple(leads))


def hours_of(appointment: Appointment) -> float:
    """Hours a week of one appointment: the holder's, else the role's, else none (ruling A53)."""
    own = appointment.holder.hours_per_week
    return own if own is not None else appointment.role.hours_per_week or 0
