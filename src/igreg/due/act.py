"""Acting on the list: what a review, a finished action, a meeting held or an appointment changes in which file.

Nothing here writes. A plan says which values change; the edges show it, prove it and write it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from igreg.errors import IgregError
from igreg.findings import KeyPath
from igreg.model.base import Record
from igreg.model.incident import Incident
from igreg.model.meeting import Meeting
from igreg.model.messages import nearest
from igreg.model.policy import Policy
from igreg.model.role import Role
from igreg.model.shared import Review
from igreg.model.staff import StaffMember
from igreg.register.actions import open_actions
from igreg.register.register import Register
from igreg.register.tenure import Tenure
from igreg.source.edit import Append, Change, Delete, Set


@dataclass
class Plan:
    """What to change, file by file, and the one-line message for the commit."""

    message: str
    changes: dict[str, list[Change]] = field(default_factory=dict)

    def add(self, record: Record, path: KeyPath, make: type[Set] | type[Append], value: object) -> None:
        """Plan one change at a key path of a record."""
        where = record.where
        self.changes.setdefault(where.file, []).append(make(where.path(record.as_written(path)), value))

    def drop(self, record: Record, path: KeyPath) -> None:
        """Plan to take a key away."""
        where = record.where
        self.changes.setdefault(where.file, []).append(Delete(where.path(record.as_written(path))))


def find(register: Register, id: str, kind: str | None = None) -> Record:
    """The record with an id, of a kind where one is given; an unknown id names the nearest."""
    known = [one for one, what in register.kind_of.items() if kind is None or what == kind]
    if id not in known:
        near = nearest(id, known)
        what = f"{kind.removesuffix('s')} " if kind else ""
        hint = f"did you mean '{near}'?" if near else "check the id"
        raise IgregError(f"no {what}record has the id {id!r}", hint)
    return register.by_id[id]


def review(register: Register, ids: Iterable[str], outcome: str, by: str, day: dt.date, note: str | None) -> Plan:
    """Records were reviewed: `last`, `by` and `outcome` are written, a passed `next` goes, a note is added."""
    if register.kind_of.get(by) not in ("roles", "staff"):
        find(register, by, "roles")
    ids = list(ids)
    plan = Plan(f"Review {', '.join(ids)}: {outcome}, by {by} on {day}")
    for id in ids:
        record = find(register, id)
        if id in register.inner_paths or "review" not in type(record).model_fields:
            raise IgregError(f"{id} is of a kind that has no review", "see docs/format.md")
        found: Review | None = record.review  # type: ignore[attr-defined]
        if found is not None and found.last is not None and found.last > day:
            raise IgregError(f"{id} was reviewed on {found.last}, after {day}", "give a later day with --on")
        plan.add(record, ("review", "last"), Set, day.isoformat())
        plan.add(record, ("review", "by"), Set, by)
        plan.add(record, ("review", "outcome"), Set, outcome)
        if found is not None and found.next is not None and found.next <= day:
            plan.drop(record, ("review", "next"))
        if note:
            text = f"{record.notes} {note}" if record.notes else note
            plan.add(record, ("notes",), Set, text)
    return plan


def done(register: Register, id: str, day: dt.date, outcome: str | None) -> Plan:
    """An action is done."""
    record = find(register, id, "actions")
    path = register.inner_paths[id][:-1]
    if not any(action.id == id for _, _, action in open_actions(register)):
        raise IgregError(f"the action {id} is done already", "see `igreg show " + id + "`")
    plan = Plan(f"Done: {id} of {record.identity}, on {day}")
    plan.add(record, (*path, "done"), Set, day.isoformat())
    if outcome:
        plan.add(record, (*path, "outcome"), Set, outcome)
    return plan


def hold(register: Register, id: str, present: list[str], minutes: str | None, day: dt.date | None) -> Plan:
    """A meeting was held."""
    meeting = find(register, id, "meetings")
    assert isinstance(meeting, Meeting)
    for party in present:
        if register.kind_of.get(party) not in ("roles", "staff"):
            find(register, party, "staff")
    plan = Plan(f"Held: {id} of {meeting.group}, on {day or meeting.date}")
    plan.add(meeting, ("status",), Set, "held")
    if day is not None and day != meeting.date:
        plan.add(meeting, ("date",), Set, day.isoformat())
    if present:
        plan.add(meeting, ("present",), Set, present)
    if minutes:
        plan.add(meeting, ("minutes",), Set, {"path": minutes})
    return plan


def assign(register: Register, role_id: str, staff: str, start: dt.date, capacity: str, by: str | None) -> Plan:
    """Somebody takes on a role. A substantive or acting holder ends the time of those who fill it until then."""
    role = find(register, role_id, "roles")
    find(register, staff, "staff")
    assert isinstance(role, Role)
    plan = Plan(f"Assign {role_id} to {staff} from {start}" + (f" ({capacity})" if capacity != "substantive" else ""))
    for index, holder in enumerate(role.holders):
        if holder.staff == staff and holder.as_ == capacity and (holder.until is None or holder.until >= start):
            raise IgregError(f"{staff} holds {role_id} already", "see `igreg show " + role_id + "`")
        fills = capacity != "deputy" and holder.as_ != "deputy"
        if fills and (holder.until is None or holder.until >= start):
            plan.add(role, ("holders", index, "until"), Set, (start - dt.timedelta(days=1)).isoformat())
    item: dict[str, object] = {"staff": staff, "from": start.isoformat()}
    if capacity != "substantive":
        item["as"] = capacity
    if by:
        item["assigned_by"] = by
    plan.add(role, ("holders",), Append, item)
    return plan


def leave(register: Register, staff: str, day: dt.date) -> Plan:
    """Somebody leaves: employment ends, and so does every appointment that goes on beyond the day."""
    person = find(register, staff, "staff")
    plan = Plan(f"{staff} leaves on {day}")
    plan.add(person, ("left",), Set, day.isoformat())
    for role in register.of(Role):
        for index, holder in enumerate(role.holders):
            if holder.staff == staff and (holder.until is None or holder.until > day):
                plan.add(role, ("holders", index, "until"), Set, day.isoformat())
    return plan


def holdings(register: Register, staff: str, day: dt.date) -> list[str]:
    """Everything a person holds or owes on a day: roles, what they own, actions, incidents, groups, registers."""
    person = find(register, staff, "staff")
    assert isinstance(person, StaffMember)
    tenure = Tenure(register, day)
    out: list[str] = []
    for held in tenure.held_by.get(staff, ()):
        role = held.role
        word = {"deputy": "deputises for", "acting": "acts as"}.get(held.holder.as_, "holds")
        alone = held.fills and len({item.holder.staff for item in tenure.holders(role)}) == 1
        heir = [register.title(item.holder.staff) for item in tenure.deputies(role) if item.holder.staff != staff]
        after = f"; then {', '.join(heir)} deputises" if alone and heir else "; nobody else does" if alone else ""
        out.append(f"{word} {role.label} ({role.id}){after}")
        if held.fills:
            out += [f"  leads {register.areas[area]}" for area in role.areas if area in register.areas]
            out += [f"  is registered with {register.title(entry.with_)}" for entry in role.registrations]
            owned = [p for p in register.of(Policy) if p.owner == role.id and p.status != "withdrawn"]
            out += [f"  answers for the policy {p.title} ({p.id})" for p in owned]
    parties = {staff} | {item.role.id or "" for item in tenure.held_by.get(staff, ()) if item.fills}
    for record, _, action in open_actions(register):
        if action.owner in parties:
            out.append(f"owes the action {action.id} of {record.identity}: {action.what}")
    for incident in register.of(Incident):
        if incident.lead in parties and incident.status in ("open", "investigating"):
            out.append(f"investigates {incident.title} ({incident.id})")
    for pointer in register.pointers.get(staff, ()):
        if pointer.record.kind in ("groups", "staff"):
            as_what, whose = str(pointer.path[0]).removesuffix("s"), pointer.record
            out.append(f"is named as {as_what} of {whose.label} ({whose.identity})")
    return out
