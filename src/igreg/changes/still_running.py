"""What still runs and names a role or unit that goes: lines, leads, owners, members, flows, plans (ruling H48).

What is written down of the past stays as it is: minutes, audits that were performed, incidents that are closed, what
was decided, sent or approved, and by whom something was reviewed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from typing import Any

from igreg.analysis.in_force import has_ended
from igreg.analysis.ownership import has_to_be_cared_for, is_done
from igreg.changes.plan import Plan
from igreg.dataclass import dataclass
from igreg.findings import KeyPath
from igreg.model.anatomy import fields_of
from igreg.model.base import Part, Record, Reference
from igreg.model.kinds.audits import Audit
from igreg.model.kinds.delegations import Delegation
from igreg.model.kinds.flows import Flow
from igreg.model.marks import Involved
from igreg.model.walk import references
from igreg.register.register import Register
from igreg.source.editing.edit import Set

_DAY = dt.timedelta(days=1)
_OF_THE_PAST = frozenset({"meetings", "communications", "decisions", "exceptions"})
"""Kinds that say what was: who decided, sent, sat there or accepted is not changed by what comes later."""
_LINES = frozenset(
    [
        *(("organisation", key) for key in ("top", "breach_report_to")),
        ("units", "parent"),
        *(("roles", key) for key in ("unit", "accountable_to", "reports_to", "advises", "supports")),
        ("staff", "unit"),
        *(("groups", key) for key in ("accountable_to", "reports_to", "quorum_roles", "quorum_all", "elected.by")),
        *(("flows", key) for key in ("from", "to")),
        *(("policies", key) for key in ("approver", "applies_to")),
        *(("training-plans", key) for key in ("audience",)),
        *(("audits", key) for key in ("units",)),
        *(("assets", key) for key in ("unit", "recipients")),
        ("processing", "recipients"),
        *(("data-flows", key) for key in ("from", "to")),
        ("notices", "audience"),
        ("budgets", "unit"),
    ]
)
"""Fields that count now, and do not say that somebody has a part in the record."""


@dataclass(frozen=True, slots=True)
class _Going:
    """A role or unit that goes, the one that comes in its place, and the day from which it does."""

    register: Register
    old: str
    new: str
    on: dt.date


def hand_over(plan: Plan, register: Register, old: str, new: str, on: dt.date, kinds: Collection[str] = ()) -> int:
    """Plan that what still runs names another role or unit: how many records change, of some kinds or all."""
    going = _Going(register, old, new, on)
    count = 0
    for record in _records(register, old):
        if (not kinds or record.kind in kinds) and record.identity != old and _runs(record, on):
            found = [one for one in references(record) if one.target == old and _moves(going, record, one)]
            count += bool(found)
            if isinstance(record, Flow | Delegation) and found:
                _line(plan, going, record, found)
            else:
                _change(plan, going, record, found)
    return count


def _records(register: Register, id: str) -> Iterator[Record]:
    """The records that name an id, each once."""
    yield from {record.where: record for record, _ in register.references.to_any((id,))}.values()


def _runs(record: Record, on: dt.date) -> bool:
    if record.kind in _OF_THE_PAST:
        return False
    if isinstance(record, Audit) and (record.performed is not None or record.status in record.settled):
        return False
    return has_to_be_cared_for(record, on)


def _moves(going: _Going, record: Record, one: Reference) -> bool:
    """Whether a reference counts now, and may name the new one."""
    if going.register.kind_of.get(going.new) not in one.ref.kinds:
        return False
    if (record.kind, ".".join(step for step in one.path if isinstance(step, str))) in _LINES:
        return True
    part, key = _part(record, one.path)
    if any(isinstance(mark, Involved) for mark in fields_of(type(part))[key].marks):
        return not has_ended(part, going.on) and not is_done(part, going.on)
    return key in ("owner", "by") and hasattr(part, "done") and part.done is None


def _part(record: Record, path: KeyPath) -> tuple[Part, str]:
    """The part of a record in which a reference stands, and its key there."""
    here: Any = record
    keys = list(path[:-1] if isinstance(path[-1], int) else path)
    for step in keys[:-1]:
        model: type[Part] = type(here)
        here = here[step] if isinstance(step, int) else getattr(here, fields_of(model)[step].attribute)
    return here, str(keys[-1])


def _line(plan: Plan, going: _Going, record: Flow | Delegation, found: list[Reference]) -> None:
    """A flow or delegation: one that would lead to where it comes from ends."""
    start = going.new if record.from_ == going.old else record.from_
    before = record.to if isinstance(record, Flow) else [record.to]
    left = {going.new if one == going.old else one for one in before} - {start}
    if not left:
        plan.add(record, ("end",), Set, (going.on - _DAY).isoformat())
        plan.remarks.append(f"{record.called} would lead from {start} to itself, and ends on {going.on - _DAY}")
    else:
        _change(plan, going, record, found, start)


def _change(plan: Plan, going: _Going, record: Record, found: list[Reference], without: str | None = None) -> None:
    """Plan that the references of a record name the new one; in a list once, and never the record itself."""
    without = record.identity if record.identity == going.new else without
    lists: dict[KeyPath, list[str]] = {}
    for one in found:
        if isinstance(one.path[-1], int):
            part, key = _part(record, one.path)
            lists[one.path[:-1]] = getattr(part, fields_of(type(part))[key].attribute)
        elif record.identity == going.new:
            _past_itself(plan, going, record, one.path)
        else:
            plan.add(record, one.path, Set, going.new)
    if isinstance(record, Flow) and without is not None and record.from_ == going.old:
        lists.setdefault(("to",), record.to)
    for path, values in lists.items():
        _list(plan, going, record, path, values, without)


def _list(plan: Plan, going: _Going, record: Record, path: KeyPath, values: list[str], without: str | None) -> None:
    kept: set[str] = set()
    gone = []
    for index, value in enumerate(values):
        becomes = going.new if value == going.old else value
        if becomes in kept or (becomes == without and becomes == going.new):
            gone.append(index)
        elif becomes != value:
            plan.add(record, (*path, index), Set, becomes)
        kept.add(becomes)
    if len(gone) == len(values):
        plan.drop(record, path)
    else:
        for index in reversed(gone):
            plan.drop(record, (*path, index))


def _past_itself(plan: Plan, going: _Going, record: Record, path: KeyPath) -> None:
    """The new one was below the old one: what was above that is now above it."""
    old = going.register.by_id.get(going.old)
    above = getattr(old, str(path[-1]), None) if len(path) == 1 else None
    if isinstance(above, str) and above != going.new:
        plan.add(record, path, Set, above)
    else:
        plan.drop(record, path)
