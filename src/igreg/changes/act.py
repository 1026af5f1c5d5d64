"""Acting on the list: what a review, a finished action, a meeting held or an appointment changes in which file.

Nothing here writes. A plan says which values change; the edges show it, prove it and write it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from igreg.analysis.actions import open_actions
from igreg.analysis.tenure import covers
from igreg.errors import IgregError
from igreg.findings import KeyPath
from igreg.language.suggest import nearest
from igreg.model.base import Record
from igreg.model.kinds.meeting import Meeting
from igreg.model.kinds.role import Holder, Role
from igreg.model.kinds.staff import StaffMember
from igreg.model.shared import Review
from igreg.register.register import Register
from igreg.source.editing.edit import Append, Change, Delete, Extend, Set

DAY = dt.timedelta(days=1)


@dataclass
class Plan:
    """What to change, file by file; the one-line message for the commit; and what the reader should know besides."""

    message: str
    changes: dict[str, list[Change]] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    def add(self, record: Record, path: KeyPath, make: type[Set | Append | Extend], value: Any) -> None:
        """Plan one change at a key path of a record."""
        where = record.where
        self.changes.setdefault(where.file, []).append(make(where.path(record.as_written(path)), value))

    def drop(self, record: Record, path: KeyPath) -> None:
        """Plan to take a key away."""
        where = record.where
        self.changes.setdefault(where.file, []).append(Delete(where.path(record.as_written(path))))


def find(register: Register, id: str, *kinds: str) -> Record:
    """The record with an id, of some kinds where they are given; an unknown id names the nearest."""
    known = [one for one, what in register.kind_of.items() if not kinds or what in kinds]
    if id not in known:
        near = nearest(id, known)
        what = " or ".join(kinds)
        hint = f"did you mean '{near}'?" if near else "check the id"
        raise IgregError(f"no record has the id {id!r}" if not kinds else f"{id!r} is none of the {what}", hint)
    if any(repeat.id == id for repeat in register.repeats):
        raise IgregError(f"two records have the id {id!r}", "give one of them another id first (repeated-id, IG105)")
    return register.by_id[id]


def review(register: Register, ids: Iterable[str], outcome: str, by: str, day: dt.date, note: str | None) -> Plan:
    """Records were reviewed: `last`, `by` and `outcome` are written, a passed `next` goes, a note is added."""
    find(register, by, "roles", "staff")
    ids = list(dict.fromkeys(ids))
    named = ", ".join(ids) if len(ids) <= 6 else f"{ids[0]} and {len(ids) - 1} more"
    plan = Plan(f"Review {named}: {outcome}, by {by} on {day}")
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
        if found is not None and found.next is not None:
            if found.next <= day:
                plan.drop(record, ("review", "next"))
            else:
                plan.remarks.append(f"{id} stays due on {found.next}, as its `next` says")
        if outcome != "withdrawn" and (found is None or found.every is None):
            plan.remarks.append(f"{id} has no `every`: without it no further review comes up")
        if note:
            plan.add(record, ("notes",), Extend, note)
    return plan


def done(register: Register, id: str, day: dt.date, outcome: str | None) -> Plan:
    """An action is done."""
    record = find(register, id, "actions")
    path = register.inner_paths[id][:-1]
    if not any(action.id == id for _, _, action in open_actions(register)):
        raise IgregError(f"the action {id} is not open", f"see `igreg show {id}`")
    plan = Plan(f"Done: {id} of {record.identity}, on {day}")
    plan.add(record, (*path, "done"), Set, day.isoformat())
    if outcome:
        plan.add(record, (*path, "outcome"), Set, outcome)
    return plan


def hold(register: Register, id: str, present: Iterable[str], minutes: str | None, day: dt.date | None) -> Plan:
    """A meeting was held. One that is down as held already can still be given who was there and its minutes."""
    meeting = find(register, id, "meetings")
    assert isinstance(meeting, Meeting)
    present = [party for party in dict.fromkeys(present) if party not in meeting.present]
    for party in present:
        find(register, party, "roles", "staff")
    if meeting.status == "cancelled":
        raise IgregError(f"the meeting {id} was cancelled", "change its status by hand if it was held after all")
    if meeting.status == "held" and not (present or minutes or day):
        raise IgregError(f"the meeting {id} is down as held already", "add --present or --minutes")
    plan = Plan(f"Held: {id} of {meeting.group}, on {day or meeting.date}")
    plan.add(meeting, ("status",), Set, "held")
    if day is not None and day != meeting.date:
        plan.add(meeting, ("date",), Set, day.isoformat())
    if present and not meeting.present:
        plan.add(meeting, ("present",), Set, present)
    for party in present if meeting.present else ():
        plan.add(meeting, ("present",), Append, party)
    if minutes:
        plan.add(meeting, ("minutes", "path"), Set, minutes.replace("\\", "/"))
    return plan


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


def leave(register: Register, staff: str, day: dt.date) -> Plan:
    """Somebody leaves: employment ends, and so does every appointment that goes on beyond the day."""
    person = find(register, staff, "staff")
    plan = Plan(f"{staff} leaves on {day}")
    plan.add(person, ("left",), Set, day.isoformat())
    for role in register.of(Role):
        for index, holder in enumerate(role.holders):
            if holder.staff != staff or (holder.until is not None and holder.until <= day):
                continue
            if holder.from_ is not None and holder.from_ > day:
                plan.remarks.append(f"{staff} is down for {role.id} from {holder.from_}: take that out by hand")
            else:
                plan.add(role, ("holders", index, "until"), Set, day.isoformat())
    return plan
