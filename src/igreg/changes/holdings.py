"""Everything that a person holds or owes on a day, so that nothing is forgotten when they leave."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal

from igreg.analysis.actions import open_actions
from igreg.analysis.ownership import has_to_be_cared_for, parts_in
from igreg.analysis.standing_in import sole_holder
from igreg.analysis.tenure import Appointment, Tenure
from igreg.analysis.unread import refuse_to_count
from igreg.changes.plan import find
from igreg.dataclass import dataclass
from igreg.model.base import Record
from igreg.model.kinds.roles import Role
from igreg.register.register import Register

ALONE = "nobody else does"
"""Said of a post that nobody holds beside somebody or deputises in."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that somebody holds or owes, or that comes with a post that they fill."""

    sort: Literal["post", "later", "action", "area", "registration", "named"]
    words: str
    """What they have to do with it: `holds`, `owns the risk`, `owes the action`."""
    record: Record
    """The record that says so: the post, the one that the action stands in, the one that names them."""
    said: str = ""
    """What it is besides the record: the area, the body they are registered with, what is to be done."""
    more: str = ""
    """Who does it after them, or by when."""
    id: str = ""
    """The id of an action."""
    due: dt.date | None = None
    below: tuple[Thing, ...] = ()
    """What comes with a post that they fill."""

    @property
    def line(self) -> str:
        """The thing in a line."""
        match self.sort:
            case "post":
                return f"{self.words} {_named(self.record)}{f'; {self.more}' if self.more else ''}"
            case "later":
                return f"{self.words} {self.record.label} ({self.record.identity}) from {self.due}"
            case "action":
                until = f", due {self.due}" if self.due else ""
                return f"{self.words} {self.id} of {self.record.identity}{until}: {self.said}"
            case "area" | "registration":
                return f"{self.words} {self.said}"
        return f"{self.words} {_named(self.record)}"


def holdings(register: Register, staff: str, day: dt.date) -> list[str]:
    """A line for each thing; what comes with a role stands below it, indented."""
    out = []
    for thing in held_and_owed(register, staff, day):
        out += [thing.line, *(f"  {below.line}" for below in thing.below)]
    return out


def held_and_owed(register: Register, staff: str, day: dt.date) -> Iterator[Thing]:
    """Each thing. Raises IgregError where a file could not be read, since something may be missing then."""
    find(register, staff, "staff")
    refuse_to_count(register, "what somebody holds and owes")
    tenure = Tenure(register, day)
    held = tenure.held_by.get(staff, ())
    for one in held:
        yield _post(register, tenure, one, staff)
    for role in register.of(Role):
        for holder in role.holders:
            if holder.staff == staff and holder.from_ is not None and holder.from_ > day:
                yield Thing("later", "is to hold", role, due=holder.from_)
    parties = {staff} | {one.role.id or "" for one in held if one.fills}
    for record, _, action in open_actions(register):
        if action.owner in parties:
            words, what = "owes the action", action.what or ""
            yield Thing("action", words, record, what, id=action.id or "", due=action.due)
    yield from _named_in(register, staff, day)


def _post(register: Register, tenure: Tenure, held: Appointment, staff: str) -> Thing:
    role = held.role
    word = {"deputy": "deputises for", "acting": "acts as"}.get(held.holder.as_, "holds")
    alone = held.fills and sole_holder(tenure, role) is not None
    heirs = [register.title(item.holder.staff) for item in tenure.deputising(role) if item.holder.staff != staff]
    after = ALONE
    if heirs:
        after = f"then {' and '.join(heirs)} deputise{'s' if len(heirs) == 1 else ''}"
    below = tuple(_comes_with(register, tenure, role)) if held.fills else ()
    return Thing("post", word, role, more=after if alone else "", below=below)


def _comes_with(register: Register, tenure: Tenure, role: Role) -> Iterator[Thing]:
    for area in role.areas:
        if area in register.areas:
            yield Thing("area", "leads", role, register.areas[area])
    for entry in role.registrations:
        yield Thing("registration", "is registered with", role, register.title(entry.with_))
    yield from _named_in(register, role.id or "", tenure.day)


def _named_in(register: Register, id: str, day: dt.date) -> list[Thing]:
    """What follows from an id being named in records that still count, in the order of kinds."""
    records = {pointer.record.where: pointer.record for pointer in register.references.pointers.get(id, ())}
    return [
        Thing("named", words, record)
        for record in records.values()
        if has_to_be_cared_for(record, day)
        for party, words in dict.fromkeys(parts_in(record, day))
        if party == id
    ]


def _named(record: Record) -> str:
    return f"{record.label} ({record.identity})" if record.label else record.identity or record.called
