"""The steps of a restructuring, each a plan of changes to a register as the steps before left it (ruling H48)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from typing import Any

from igreg.changes.appointment import assign
from igreg.changes.new_record import add
from igreg.changes.plan import Plan
from igreg.changes.restructure_handing import Fields, hand, merge
from igreg.changes.restructure_plan import WrongStep, list_of, text_of
from igreg.changes.restructure_records import DAY, end_on, named, there
from igreg.errors import IgregError
from igreg.findings import MISSING_FIELD, Origin
from igreg.language.suggest import one_of
from igreg.model.base import Record
from igreg.model.build import build
from igreg.model.kind_words import kind_meant
from igreg.model.kinds import KINDS, model_of
from igreg.model.kinds.units import Unit
from igreg.model.values import parse_day
from igreg.register.register import Register
from igreg.source.editing.edit import Append, Set

CAPACITIES = ("substantive", "acting", "deputy")


def make(register: Register, value: Fields, on: dt.date) -> Plan:
    """A record more. What comes and goes is there from the day of the plan, unless it says otherwise itself."""
    word, data = next(iter(value.items()))
    kind = kind_meant(word)
    if kind is None or kind == "organisation":
        raise WrongStep(
            f"there is no kind {word!r}", one_of(word, [one for one in KINDS if one != "organisation"]), (word,)
        )
    model = model_of(kind)
    if model.comes_and_goes and data.get("start") is None:
        data = {**data, "start": on.isoformat()}
    built = build(model, dict(data), Origin(""), lambda paths: {})
    if built.faults:
        _, fault = min(built.faults, key=lambda told: told.rule == MISSING_FIELD)
        raise WrongStep(fault.message, fault.help, (word, *fault.path))
    try:
        return add(register, kind, data)
    except IgregError as error:
        raise WrongStep(error.sentence, error.hint, (word, "id")) from None


def end(register: Register, value: Fields, on: dt.date) -> Plan:
    """A post, group or unit ends the day before, or on the day that is given, and its holders with it."""
    key = next(key for key in ("role", "group", "unit", "id") if key in value)
    kinds = {"role": ("roles",), "group": ("groups",), "unit": ("units",)}.get(key, ("roles", "groups", "units"))
    record = named(register, value[key], key, *kinds)
    last = on - DAY
    if value.get("until") is not None:
        try:
            last = parse_day(str(value["until"]))
        except ValueError as error:
            raise WrongStep(
                f"{value['until']!r} is not {error}", "for example: until: 2027-03-31", ("until",)
            ) from None
    plan = Plan(f"{record.identity} ends on {last}")
    end_on(plan, record, last)
    return plan


def move(register: Register, value: Fields, on: dt.date) -> Plan:
    """A post answers to another, belongs to another unit or leads other areas; somebody works in another unit."""
    key = "role" if "role" in value else "staff"
    record = there(named(register, value[key], key, "roles" if key == "role" else "staff"), on, key)
    plan = Plan(f"{record.identity} moves")
    fields = [one for one in ("accountable_to", "unit", "areas") if one in value]
    if not fields or (key == "staff" and fields != ["unit"]):
        allowed = "accountable_to, unit or areas" if key == "role" else "unit"
        raise WrongStep(f"`move` says nothing of where {record.identity} goes", f"give {allowed}")
    for field in fields:
        if value[field] is None:
            plan.drop(record, (field,))
        elif field == "areas":
            _areas(plan, register, record, [] if value[field] == [] else list_of(value[field], field))
        else:
            kinds = ("units",) if field == "unit" else ("roles", "groups")
            target = there(named(register, value[field], field, *kinds), on, field)
            plan.add(record, (field,), Set, target.identity)
    return plan


def split(register: Register, value: Fields, on: dt.date) -> Plan:
    """A unit ends, and the units that come in its place are there; what named it stays until the plan moves it."""
    unit = named(register, value["unit"], "unit", "units")
    plan = Plan(f"{unit.identity} is split")
    parts = list_of(value.get("into"), "into")
    for number, part in enumerate(parts):
        if isinstance(part, dict):
            made = {"parent": unit.parent, **part} if isinstance(unit, Unit) and unit.parent else part
            try:
                sub = make(register, {"unit": made}, on)
            except WrongStep as error:
                raise WrongStep(error.sentence, error.hint, ("into", number, *error.path[1:])) from None
            _join(plan, sub)
        else:
            one = there(named(register, part, "into", "units", path=("into", number)), on, "into", ("into", number))
            if one is unit:
                raise WrongStep(
                    f"{unit.identity} is split into itself", "name the units that come after it", ("into", number)
                )
    end_on(plan, unit, on - DAY)
    return plan


def place(register: Register, value: Fields, on: dt.date) -> Plan:
    """Somebody takes on a post on the day, as `igreg assign` does it; a partner with `beside`."""
    role = there(named(register, value["role"], "role", "roles"), on, "role")
    if value.get("staff") is None:
        raise WrongStep(f"`place` does not say who takes on {role.identity}", "add staff: and their id")
    person = named(register, value["staff"], "staff", "staff")
    capacity, beside = value.get("as") or "substantive", value.get("beside") or False
    if capacity not in CAPACITIES:
        raise WrongStep(f"there is no capacity {capacity!r}", one_of(str(capacity), CAPACITIES), ("as",))
    if not isinstance(beside, bool):
        raise WrongStep("`beside` is true or false", "true adds a partner, and nobody ends", ("beside",))
    by = value.get("assigned_by")
    instead = value.get("instead_of")
    return assign(
        register,
        role.identity or "",
        person.identity or "",
        on,
        capacity,
        None if by is None else text_of(by, "assigned_by"),
        instead_of=None if instead is None else text_of(instead, "instead_of"),
        beside=beside,
    )


STEPS: Mapping[str, Callable[[Register, Fields, dt.date], Plan]] = {
    "make": make,
    "end": end,
    "move": move,
    "merge": merge,
    "split": split,
    "place": place,
    "hand_over": hand,
}


def _areas(plan: Plan, register: Register, role: Record, areas: Collection[Any]) -> None:
    for number, area in enumerate(areas):
        if area not in register.areas:
            raise WrongStep(f"there is no area {area!r}", one_of(str(area), register.areas), ("areas", number))
    _set_list(plan, role, "areas", list(dict.fromkeys(map(str, areas))))


def _set_list(plan: Plan, record: Record, key: str, values: list[str]) -> None:
    """Plan a list item by item, so that lines of its own and their comments stay."""
    before: list[str] = list(getattr(record, key))
    if not values:
        plan.drop(record, (key,))
    for index, value in enumerate(values):
        if index >= len(before):
            plan.add(record, (key,), Append, value)
        elif before[index] != value:
            plan.add(record, (key, index), Set, value)
    for index in reversed(range(len(values), len(before)) if values else ()):
        plan.drop(record, (key, index))


def _join(plan: Plan, other: Plan) -> None:
    """Put the changes of one plan to those of another."""
    for file, changes in other.changes.items():
        plan.changes.setdefault(file, []).extend(changes)
    plan.new |= other.new
    plan.remarks += other.remarks
