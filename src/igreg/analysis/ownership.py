"""Who answers for a record, and which unit it belongs to: one answer for statistics, the due list and leaving."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator

from igreg.analysis.in_force import has_ended
from igreg.model.base import Part, Record
from igreg.model.kinds.bodies import Body
from igreg.model.kinds.groups import Group
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import StaffMember
from igreg.model.kinds.units import Unit
from igreg.model.marks import Done, Involved, Owner
from igreg.model.values import AUDIENCES
from igreg.model.walk import plan
from igreg.register.register import Register


def owner_of(register: Register, record: Record) -> str | None:
    """The id of whoever answers for a record (ruling A102): the first owner that one of its fields names.

    A group or unit answers through whoever answers for it. Nobody outside, be it a body or the public, answers for
    what is in our register.
    """
    for attribute, many in _owner_fields(type(record)):
        value = getattr(record, attribute)
        found: str | None = next(iter(value), None) if many else value
        if not found or found in AUDIENCES:
            continue
        named = register.by_id.get(found)
        if named is not None and named is not record and isinstance(named, Group | Unit):
            found = owner_of(register, named)
        if found and not isinstance(named, Body):
            return found
    return None


def own_unit(record: Record) -> str | None:
    """The unit that a record is, or that it names."""
    found: str | None = record.identity if record.kind == "units" else getattr(record, "unit", None)
    return found


def unit_of_owner(register: Register, owner: str | None) -> str | None:
    """The unit of the role or person that answers for something."""
    found = register.get(Role, owner) or register.get(StaffMember, owner)
    return found.unit if found is not None else None


def unit_of(register: Register, record: Record) -> str | None:
    """The unit a record belongs to: itself, the one it names, else that of whoever answers for it."""
    return own_unit(record) or unit_of_owner(register, owner_of(register, record))


def has_to_be_cared_for(record: Record, day: dt.date) -> bool:
    """Whether somebody still has to care for a record on a day: it is neither settled, done with nor at its end."""
    status = getattr(record, "status", None)
    if status in record.settled or status in record.void or has_ended(record, day):
        return False
    done = (getattr(record, attribute) for attribute, _, mark, _ in plan(type(record), Done).here)
    return all(when is None or when > day for when in done)


def parts_in(record: Record, day: dt.date) -> Iterator[tuple[str, str]]:
    """Everybody who has a part in a record on a day, and the words for that part; in the order of its fields."""
    for id, mark in _involved(record, day):
        yield id, mark.words or f"answers for the {record.one.partition(' ')[2] or record.one}"


def _involved(part: Part, day: dt.date) -> Iterator[tuple[str, Involved]]:
    way = plan(type(part), Involved)
    for attribute, _, mark, many in way.here:
        found = getattr(part, attribute)
        yield from ((id, mark) for id in (found if many else (found,)) if id)
    for attribute, _, _, many in way.parts:
        below = getattr(part, attribute)
        for item in (below if many else (below,)) if below else ():
            if not has_ended(item, day):
                yield from _involved(item, day)


@functools.cache
def _owner_fields(model: type[Record]) -> tuple[tuple[str, bool], ...]:
    """The fields that name an owner and whether each is a list: those marked as first, then in the model's order."""
    here = sorted(plan(model, Owner).here, key=lambda field: not field[2].first)
    return tuple((attribute, many) for attribute, _, _, many in here)
