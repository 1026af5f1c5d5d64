"""How much is laid on one person: the hours that their roles take, and the lead functions that they hold."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from igreg.analysis.tenure import Appointment, Tenure
from igreg.dataclass import dataclass
from igreg.model.kinds.staff import StaffMember


@dataclass(frozen=True, slots=True)
class Load:
    """What one person fills on a day, as substantive or acting holder."""

    person: StaffMember
    filled: tuple[Appointment, ...]
    hours: float
    """The hours a week that the roles take in all."""
    leads: tuple[str, ...]
    """The lead functions that they have, each once over all their roles (ruling B28), in the order of the alphabet."""

    @property
    def is_over(self) -> bool:
        """Whether the roles take more hours than the person works; nobody can say where those are not written."""
        return self.person.hours_per_week is not None and self.hours > self.person.hours_per_week


def loads(tenure: Tenure, lead_functions: Collection[str]) -> Iterator[Load]:
    """The load of everybody who has an appointment on the day."""
    leading = set(lead_functions)
    for staff, held in tenure.held_by.items():
        person = tenure.register.get(StaffMember, staff)
        if person is None:
            continue
        filled = tuple(item for item in held if item.fills)
        leads = sorted({function for item in filled for function in item.role.all_functions} & leading)
        yield Load(person, filled, hours_taken(tenure, staff), tuple(leads))


def hours_taken(tenure: Tenure, staff: str) -> float:
    """Hours a week that the roles take which somebody fills on the day."""
    return round(sum(hours_of(tenure, item) for item in tenure.held_by.get(staff, ()) if item.fills), 6)


def hours_of(tenure: Tenure, appointment: Appointment) -> float:
    """Hours a week of one appointment on the day: the holder's, else the role's, else none (ruling A53).

    In a job share the substantive holders without hours of their own divide what the others leave of the role's
    (ruling B27). Somebody acting has the role's hours, and a deputy has none.
    """
    holder, hours = appointment.holder, appointment.role.hours_per_week or 0
    if holder.hours_per_week is not None:
        return holder.hours_per_week
    if holder.as_ == "deputy":
        return 0
    return hours if holder.as_ == "acting" else tenure.share_of_hours(appointment.role)
