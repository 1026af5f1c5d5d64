"""Who stands in: roles that hang on one person, and absences for which nobody stands in."""

from __future__ import annotations

from igreg.analysis.tenure import Appointment, Tenure
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import Absence


def sole_holder(tenure: Tenure, role: Role) -> Appointment | None:
    """The appointment of the one person who fills a role; nothing where nobody does, or several share it."""
    held = tenure.holders(role)
    return held[0] if len({item.holder.staff for item in held}) == 1 else None


def uncovered_absence(tenure: Tenure, role: Role) -> tuple[Appointment, Absence] | None:
    """The one holder who is away, and the absence, where neither a deputy nor a cover stands in (ruling A51)."""
    alone = sole_holder(tenure, role)
    if alone is None or tenure.deputies(role):
        return None
    absence = tenure.absence(alone.holder.staff)
    return (alone, absence) if absence is not None and absence.cover is None else None
