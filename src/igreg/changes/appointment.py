"""Somebody takes on a role, and whoever they take it over from ends the day before."""

from __future__ import annotations

import datetime as dt

from igreg.analysis.tenure import covers
from igreg.changes.plan import Plan, find
from igreg.errors import IgregError
from igreg.model.kinds.roles import Holder, Role
from igreg.model.kinds.staff import StaffMember
from igreg.register.register import Register
from igreg.source.editing.edit import Append, Set

DAY = dt.timedelta(days=1)


def assign(register: Register, role_id: str, staff: str, start: dt.date, capacity: str, by: str | None) -> Plan:
    """Somebody takes on a role, and whoever they take it over from ends the day before.

    A substantive holder takes over from everybody who fills the role, an acting one from another acting one only, and a
    deputy from nobody. Whoever deputised and now fills the role deputises no more.
    """
    role = find(register, role_id, "roles")
    person = find(register, staff, "staff")
    assert isinstance(role, Role) and isinstance(person, StaffMember)
    if not covers(person.started, person.left, start):
        when = (
            f"starts on {person.started}" if person.started and person.started > start else f"leaves on {person.left}"
        )
        raise IgregError(f"{staff} {when} and is not employed on {start}", "see `igreg show " + staff + "`")
    plan = Plan(f"Assign {role_id} to {staff} from {start}" + (f" ({capacity})" if capacity != "substantive" else ""))
    for index, holder in enumerate(role.holders):
        if holder.until is not None and holder.until < start:
            continue
        follows = _takes_over(capacity, staff, holder)
        if holder.staff == staff and (holder.as_ == capacity or not follows):
            raise IgregError(f"{staff} holds {role_id} already ({holder.as_})", f"see `igreg show {role_id}`")
        if not follows:
            if capacity == "acting" and holder.as_ == "substantive":
                plan.remarks.append(f"{holder.staff} stays the substantive holder of {role_id}")
            continue
        if holder.from_ is not None and holder.from_ >= start:
            raise IgregError(
                f"{holder.staff} is down for {role_id} from {holder.from_}, which is not before {start}",
                "give a later day with --from, or take that appointment out by hand",
            )
        plan.add(role, ("holders", index, "until"), Set, (start - DAY).isoformat())
    item: dict[str, object] = {"staff": staff, "from": start.isoformat()}
    if capacity != "substantive":
        item["as"] = capacity
    if by:
        item["assigned_by"] = by
    plan.add(role, ("holders",), Append, item)
    return plan


def _takes_over(capacity: str, staff: str, holder: Holder) -> bool:
    """Whether somebody with a new appointment follows upon a holder."""
    if holder.as_ == "deputy":
        return capacity != "deputy" and holder.staff == staff
    return capacity == "substantive" or (capacity == "acting" and holder.as_ == "acting")
