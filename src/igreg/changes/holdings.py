"""Everything that a person holds or owes on a day, so that nothing is forgotten when they leave."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.actions import open_actions
from igreg.analysis.audits import is_planned
from igreg.analysis.standing_in import sole_holder
from igreg.analysis.tenure import Appointment, Tenure, covers
from igreg.changes.plan import find
from igreg.model.base import Record
from igreg.model.kinds.incidents import Incident
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import StaffMember
from igreg.register.register import Register

ROLE = {
    ("policies", "owner"): "answers for the policy",
    ("assets", "owner"): "owns the information asset",
    ("assets", "administrator"): "looks after the information asset",
    ("risks", "owner"): "owns the risk",
    ("sharing-agreements", "owner"): "answers for the agreement",
    ("dpias", "owner"): "answers for the assessment",
    ("notices", "owner"): "answers for the notice",
    ("training-plans", "owner"): "answers for the training plan",
    ("audits", "lead"): "leads the planned audit",
    ("units", "lead"): "leads the unit",
    ("groups", "chair"): "chairs",
    ("groups", "deputy_chair"): "deputises in the chair of",
    ("groups", "secretary"): "is secretary of",
    ("groups", "members"): "is a member of",
    ("delegations", "from"): "has handed down",
    ("delegations", "to"): "has been handed",
}
"""What a role has by being named in a field of a record."""
PERSON = {
    ("groups", "members"): "is a member of",
    ("staff", "manager"): "manages",
    ("staff", "absences"): "covers an absence of",
}
"""What a person has by being named in a field of a record."""


def holdings(register: Register, staff: str, day: dt.date) -> list[str]:
    """A line for each thing; what comes with a role stands below it, indented."""
    find(register, staff, "staff")
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
    for incident in register.of(Incident):
        if incident.lead in parties and incident.status in ("open", "investigating"):
            out.append(f"investigates {_named(incident)}")
    out += _named_in(register, staff, day, PERSON)
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
    for line in _named_in(register, role.id or "", tenure.day, ROLE):
        yield f"  {line}"


def _named_in(register: Register, id: str, day: dt.date, words: dict[tuple[str, str], str]) -> list[str]:
    """What follows from an id being named in records that still count."""
    order = list(words)
    found = []
    for pointer in register.references.pointers.get(id, ()):
        field = (pointer.record.kind, str(pointer.path[0]))
        if field in words and _counts(pointer.record, id, day):
            found.append((order.index(field), f"{words[field]} {_named(pointer.record)}"))
    return list(dict.fromkeys(line for _, line in sorted(found, key=lambda pair: pair[0])))


def _counts(record: Record, id: str, day: dt.date) -> bool:
    """Whether somebody has to care for a record on a day."""
    match record.kind:
        case "policies":
            return getattr(record, "status", None) != "withdrawn"
        case "audits":
            return is_planned(record)  # type: ignore[arg-type]
        case "sharing-agreements":
            return covers(None, getattr(record, "expires", None), day)
        case "delegations":
            return covers(getattr(record, "start", None), getattr(record, "end", None), day)
    if isinstance(record, StaffMember):
        absences = [away for away in record.absences if away.cover == id and covers(None, away.until, day)]
        return bool(absences) or (record.manager == id and covers(record.started, record.left, day))
    return True


def _named(record: Record) -> str:
    return f"{record.label} ({record.identity})"
