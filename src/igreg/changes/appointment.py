"""Somebody takes on a role, and whoever they take it over from ends the day before."""

from __future__ import annotations

import datetime as dt

from igreg.analysis.tenure import covers
from igreg.changes.plan import Plan, find
from igreg.errors import IgregError
from igreg.language.english import listed
from igreg.model.kinds.roles import Holder, Role
from igreg.model.kinds.staff import StaffMember
from igreg.register.register import Register
from igreg.source.editing.edit import Append, Set

DAY = dt.timedelta(days=1)


def assign(
    register: Register,
    role_id: str,
    staff: str,
    start: dt.date,
    capacity: str,
    by: str | None,
    *,
    instead_of: str | None = None,
    beside: bool = False,
    today: dt.date | None = None,
) -> Plan:
    """Somebody takes on a role, and whoever they take it over from ends the day before.

    A substantive holder takes over from everybody who fills the role, an acting one from another acting one only, and a
    deputy from nobody; of several who share it, from the one that `instead_of` names or whose end is written down
    already. A partner who comes `beside` those who are there takes over from nobody. Whoever deputised and now fills
    the role deputises no more.
    """
    role = find(register, role_id, "roles")
    person = find(register, staff, "staff")
    assert isinstance(role, Role) and isinstance(person, StaffMember)
    _refuse_outside(role, person, start)
    if beside and instead_of is not None:
        raise IgregError(
            f"--beside: nobody ends where a partner is added, and --instead-of ends {instead_of}",
            "take one of them out",
        )
    followed = [] if beside else _followed(role, staff, start, capacity, instead_of, today or start - DAY)
    plan = Plan(f"Assign {role_id} to {staff} from {start}" + (f" ({capacity})" if capacity != "substantive" else ""))
    for index, holder in enumerate(role.holders):
        if holder.until is not None and holder.until < start:
            continue
        deputised = holder.as_ == "deputy" and capacity != "deputy" and holder.staff == staff
        follows = deputised or any(holder is one for one in followed)
        if holder.staff == staff and (holder.as_ == capacity or not follows):
            raise IgregError(f"{staff} holds {role_id} already ({holder.as_})", f"see `igreg show {role_id}`")
        if not follows:
            if capacity != "deputy" and holder.as_ == "substantive":
                shares = f"shares {role_id} with {staff}" if beside and capacity == "substantive" else None
                plan.remarks.append(f"{holder.staff} {shares or f'stays the substantive holder of {role_id}'}")
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


def _refuse_outside(role: Role, person: StaffMember, start: dt.date) -> None:
    """Raise IgregError where the person is not employed on the first day, or the post is not there."""
    if not covers(person.started, person.left, start):
        late = person.started is not None and person.started > start
        when = f"starts on {person.started}" if late else f"leaves on {person.left}"
        raise IgregError(f"{person.id} {when} and is not employed on {start}", f"see `igreg show {person.id}`")
    if not covers(role.start, role.end, start):
        late = role.start is not None and role.start > start
        when = f"begins on {role.start}" if late else f"ends on {role.end}"
        raise IgregError(f"{role.id} {when} and is not there on {start}", f"see `igreg show {role.id}`")


def _followed(
    role: Role, staff: str, start: dt.date, capacity: str, instead_of: str | None, today: dt.date
) -> list[Holder]:
    """Whom a new holder takes over from."""
    takes_from = {"substantive": ("substantive", "acting"), "acting": ("acting",), "deputy": ()}[capacity]
    known = [holder for holder in role.holders if holder.until is None or holder.until >= min(today, start - DAY)]
    if instead_of is not None:
        found = [one for one in known if one.staff == instead_of and one.as_ in (takes_from or ("deputy",))]
        if not found:
            names = listed(dict.fromkeys(one.staff or "" for one in known)) or "nobody"
            verb = "deputises for" if capacity == "deputy" else "acts as" if capacity == "acting" else "holds"
            raise IgregError(f"--instead-of: {instead_of} is not one who {verb} {role.id}", f"named there: {names}")
        return found
    days = (today, start - DAY)
    sharing = [h for h in known if h.as_ == capacity and any(covers(h.from_, h.until, day) for day in days)]
    people = list(dict.fromkeys(one.staff or "" for one in sharing))
    if capacity == "deputy" or len(people) < 2 or staff in people:
        return [holder for holder in known if holder.as_ in takes_from]
    going_on = {one.staff for one in sharing if one.until is None or one.until >= start}
    if len(people) - len(going_on) != 1:
        raise IgregError(
            f"{listed(people)} share {role.id}, and it is not said whom {staff} follows",
            "say it with --instead-of and the id of that person",
        )
    return [one for one in sharing if one.staff not in going_on]
