"""Everything that a person holds or owes on a day, so that nothing is forgotten when they leave."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.actions import open_actions
from igreg.analysis.ownership import has_to_be_cared_for, parts_in
from igreg.analysis.standing_in import sole_holder
from igreg.analysis.tenure import Appointment, Tenure
from igreg.analysis.unread import refuse_to_count
from igreg.changes.plan import find
from igreg.model.base import Record
from igreg.model.kinds.roles import Role
from igreg.register.register import Register


def holdings(register: Register, staff: str, day: dt.date) -> list[str]:
    """A line for each thing; what comes with a role stands below it, indented."""
    find(register, staff, "staff")
    refuse_to_count(register, "what somebody holds and owes")
    tenure = Tenure(register, day)
    held = tenure.held_by.get(staff, ())
    out = [line for one in held for line in _appointment(register, tenure, one, staff)]
    for role in register.of(Role):
        for holder in role.holders:
            if holder.staff == staff and holder.from_ is not None and holder.from_ > day:
                out.append(f"is to hold {role.label} ({role.id}) from {holder.from_}")
    parties = {staff} | {one.role.id or "" for one in held if one.fills}
    for record, _, action in open_actions(register):
        if action.owner in parties:
            until = f", due {action.due}" if action.due else ""
            out.append(f"owes the action {action.id} of {record.identity}{until}: {action.what}")
    out += _named_in(register, staff, day)
    return out


def _appointment(register: Register, tenure: Tenure, held: Appointment, staff: str) -> Iterator[str]:
    role = held.role
    word = {"deputy": "deputises for", "acting": "acts as"}.get(held.holder.as_, "holds")
    alone = held.fills and sole_holder(tenure, role) is not None
    heirs = [register.title(item.holder.staff) for item in tenure.deputies(role) if item.holder.staff != staff]
    after = "; nobody else does"
    if heirs:
        after = f"; then {' and '.join(heirs)} deputise{'s' if len(heirs) == 1 else ''}"
    yield f"{word} {_named(role)}{after if alone else ''}"
    if not held.fills:
        return
    for area in role.areas:
        if area in register.areas:
            yield f"  leads {register.areas[area]}"
    for entry in role.registrations:
        yield f"  is registered with {register.title(entry.with_)}"
    for line in _named_in(register, role.id or "", tenure.day):
        yield f"  {line}"


def _named_in(register: Register, id: str, day: dt.date) -> list[str]:
    """What follows from an id being named in records that still count, in the order of kinds."""
    records = {pointer.record.where: pointer.record for pointer in register.references.pointers.get(id, ())}
    return [
        f"{words} {_named(record)}"
        for record in records.values()
        if has_to_be_cared_for(record, day)
        for party, words in dict.fromkeys(parts_in(record, day))
        if party == id
    ]


def _named(record: Record) -> str:
    return f"{record.label} ({record.identity})" if record.label else record.identity or record.called
