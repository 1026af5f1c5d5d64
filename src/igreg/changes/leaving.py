"""Somebody leaves: employment ends, and every appointment with it."""

from __future__ import annotations

import datetime as dt
from typing import cast

from igreg.changes.plan import Plan, find
from igreg.model.kinds.roles import Holder, Role
from igreg.model.kinds.staff import StaffMember
from igreg.register.register import Register
from igreg.source.editing.edit import Set


def leave(register: Register, staff: str, day: dt.date) -> Plan:
    """Somebody leaves: employment ends, and so does every appointment that goes on beyond the day."""
    person = cast(StaffMember, find(register, staff, "staff"))
    plan = Plan(f"{staff} leaves on {day}")
    plan.add(person, ("left",), Set, day.isoformat())
    if person.left is not None and person.left != day:
        plan.remarks.append(f"until now {staff} was down as leaving on {person.left}")
    for role in register.of(Role):
        for index, holder in enumerate(role.holders):
            if holder.staff != staff or (holder.until is not None and holder.until <= day):
                continue
            if holder.from_ is not None and holder.from_ > day:
                plan.remarks.append(f"{staff} is down for {role.id} from {holder.from_}: take that out by hand")
            else:
                plan.add(role, ("holders", index, "until"), Set, _last_day(role, holder, day).isoformat())
    return plan


def _last_day(role: Role, holder: Holder, day: dt.date) -> dt.date:
    """The last day of an appointment: the post's own, where that ends before the person leaves."""
    if role.end is not None and (holder.from_ or dt.date.min) <= role.end < day:
        return role.end
    return day
