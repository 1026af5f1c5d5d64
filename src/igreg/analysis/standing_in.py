"""Who stands in: roles that hang on one person, and absences for which nobody stands in."""

from __future__ import annotations

from igreg.analysis.tenure import Appointment, Tenure
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import Absence, StaffMember


def sole_holder(tenure: Tenure, role: Role) -> Appointment | None:
    """The appointment of the one person who fills a role; nothing where nobody does, or several share it."""
    held = tenure.holders(role)
    return held[0] if len({item.holder.staff for item in held}) == 1 else None


def hangs_on_one(tenure: Tenure, role: Role) -> bool:
    """Whether a role hangs on the one person who fills it: nobody else deputises, nor covers for an absence.

    A deputy who has left is none; one who is away will be back.
    """
    alone = sole_holder(tenure, role)
    if alone is None or stand_ins(tenure, role):
        return False
    deputies = {item.holder.staff for item in tenure.deputies(role)} - {alone.holder.staff}
    return all(tenure.register.get(StaffMember, id) and id not in tenure.employed for id in deputies)


def uncovered_absence(tenure: Tenure, role: Role) -> tuple[Appointment, Absence] | None:
    """The one holder who is away, and the absence, where nobody who is there stands in (ruling B24)."""
    alone = sole_holder(tenure, role)
    absence = tenure.absence(alone.holder.staff) if alone is not None else None
    if alone is None or absence is None or stand_ins(tenure, role):
        return None
    return alone, absence


def stand_ins(tenure: Tenure, role: Role) -> list[str]:
    """The ids of those who stand in while the one holder of a role is away: the cover, then deputies who are there.

    Nobody where the holder is there, where several share the role, or where whoever is named has left or is away too.
    """
    alone = sole_holder(tenure, role)
    absence = tenure.absence(alone.holder.staff) if alone is not None else None
    if alone is None or absence is None:
        return []
    named = [tenure.cover(absence), *(item.holder.staff for item in tenure.deputies(role))]
    return list(
        dict.fromkeys(staff for staff in named if staff and staff != alone.holder.staff and tenure.is_here(staff))
    )


def away(tenure: Tenure, party: str | None) -> str | None:
    """The id of the one person whom a role or person means, where that person is away on the day."""
    people = set(tenure.members(party))
    alone = people.pop() if len(people) == 1 else None
    return alone if tenure.absence(alone) is not None else None


def standing_in_for(tenure: Tenure, party: str | None) -> list[str]:
    """The ids of those who stand in for the one person whom a role or person means, while that person is away."""
    role = tenure.register.get(Role, party)
    if role is not None:
        return stand_ins(tenure, role)
    absence = tenure.absence(party)
    cover = tenure.cover(absence) if absence is not None else None
    return [cover] if cover is not None else []
