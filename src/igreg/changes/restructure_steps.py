"""The steps of a restructuring, each a plan of changes to a register as the steps before left it (ruling H48)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from igreg.analysis.in_force import has_ended
from igreg.changes.appointment import assign
from igreg.changes.new_record import add
from igreg.changes.plan import Plan, find
from igreg.changes.restructure_plan import WrongStep, list_of, text_of
from igreg.changes.still_running import hand_over
from igreg.errors import IgregError
from igreg.findings import MISSING_FIELD, Origin
from igreg.language.english import counted, listed
from igreg.language.suggest import one_of
from igreg.model.base import Record
from igreg.model.build import build
from igreg.model.kind_words import kind_meant
from igreg.model.kinds import KINDS, model_of
from igreg.model.kinds.groups import Group
from igreg.model.kinds.roles import Role
from igreg.model.kinds.units import Unit
from igreg.model.values import parse_day
from igreg.register.register import Register
from igreg.source.editing.edit import Append, Set

DAY = dt.timedelta(days=1)
CAPACITIES = ("substantive", "acting", "deputy")
Fields = Mapping[str, Any]


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
    record = _named(register, value[key], key, *kinds)
    last = on - DAY
    if value.get("until") is not None:
        try:
            last = parse_day(str(value["until"]))
        except ValueError as error:
            raise WrongStep(
                f"{value['until']!r} is not {error}", "for example: until: 2027-03-31", ("until",)
            ) from None
    plan = Plan(f"{record.identity} ends on {last}")
    _end(plan, record, last)
    return plan


def move(register: Register, value: Fields, on: dt.date) -> Plan:
    """A post answers to another, belongs to another unit or leads other areas; somebody works in another unit."""
    key = "role" if "role" in value else "staff"
    record = _there(_named(register, value[key], key, "roles" if key == "role" else "staff"), on, key)
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
            target = _there(_named(register, value[field], field, *kinds), on, field)
            plan.add(record, (field,), Set, target.identity)
    return plan


def merge(register: Register, value: Fields, on: dt.date) -> Plan:
    """A post or unit ends, and what still runs names the one into which it goes; so does each that is merged.

    A role that goes on leads and fulfils what the other one did.
    """
    key, number = value["key"], value["number"]
    into = _there(_named(register, value["into"], "into", key), on, "into")
    one = _named(register, value["id"], key, key, path=(key, number))
    if one is into:
        raise WrongStep(f"{one.identity} is merged into itself", "name only those that end", (key, number))
    plan = Plan(f"{one.identity} goes into {into.identity}")
    _end(plan, one, on - DAY)
    count = hand_over(plan, register, one.identity or "", into.identity or "", on)
    if isinstance(one, Role) and isinstance(into, Role):
        _leads(plan, one, into)
        people = list(dict.fromkeys(h.staff for h in one.holders if h.staff and (h.until is None or h.until >= on)))
        if people:
            plan.remarks.append(f"{listed(people)} held {one.id}: a `place` says where they go")
    plan.remarks.append(f"{counted(count, 'record')} that still {'runs' if count == 1 else 'run'} named {one.identity}")
    return plan


def each_merged(value: Fields) -> Iterator[Fields]:
    """The merging of each that ends on its own, so that each sees what the one before it left. Raises WrongStep."""
    key = "roles" if "roles" in value else "units"
    if value.get("into") is None:
        raise WrongStep(f"`merge` does not say into which of the {key}", "add into: and its id")
    ids = list_of(value[key], key)
    for number, id in enumerate(ids):
        if id in ids[:number]:
            raise WrongStep(f"{id} is named twice", "a plan ends each once: name it once", (key, number))
        yield {"key": key, "id": id, "number": number, "into": value["into"]}


def split(register: Register, value: Fields, on: dt.date) -> Plan:
    """A unit ends, and the units that come in its place are there; what named it stays until the plan moves it."""
    unit = _named(register, value["unit"], "unit", "units")
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
            one = _there(_named(register, part, "into", "units", path=("into", number)), on, "into", ("into", number))
            if one is unit:
                raise WrongStep(
                    f"{unit.identity} is split into itself", "name the units that come after it", ("into", number)
                )
    _end(plan, unit, on - DAY)
    return plan


def place(register: Register, value: Fields, on: dt.date) -> Plan:
    """Somebody takes on a post on the day, as `igreg assign` does it; a partner with `beside`."""
    role = _there(_named(register, value["role"], "role", "roles"), on, "role")
    if value.get("staff") is None:
        raise WrongStep(f"`place` does not say who takes on {role.identity}", "add staff: and their id")
    person = _named(register, value["staff"], "staff", "staff")
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


def hand(register: Register, value: Fields, on: dt.date) -> Plan:
    """What still runs and names one role, unit or group names another; of some kinds, or of all."""
    old = _named(register, value["from"], "from", "roles", "units", "groups", "staff")
    if value.get("to") is None:
        raise WrongStep("`hand_over` does not say to whom", "add to: and an id")
    new = _there(_named(register, value["to"], "to", "roles", "units", "groups", "staff"), on, "to")
    if new is old:
        raise WrongStep(f"{old.identity} is handed over to itself", "name another", ("to",))
    kinds = []
    for number, word in enumerate(list_of(value["kinds"], "kinds") if value.get("kinds") is not None else ()):
        kind = kind_meant(str(word))
        if kind is None:
            raise WrongStep(f"there is no kind {word!r}", one_of(str(word), KINDS), ("kinds", number))
        kinds.append(kind)
    plan = Plan(f"{old.identity} hands over to {new.identity}")
    count = hand_over(plan, register, old.identity or "", new.identity or "", on, kinds)
    if not count:
        plan.remarks.append(f"nothing that still runs{f' of {listed(kinds)}' if kinds else ''} names {old.identity}")
    return plan


STEPS: Mapping[str, Callable[[Register, Fields, dt.date], Plan]] = {
    "make": make,
    "end": end,
    "move": move,
    "merge": merge,
    "split": split,
    "place": place,
    "hand_over": hand,
}


def _named(register: Register, value: Any, key: str, *kinds: str, path: tuple[str | int, ...] = ()) -> Record:
    """The record that a field names, of one of some kinds. Raises WrongStep."""
    at = path or (key,)
    if isinstance(value, bool | list | dict) or value is None:
        raise WrongStep(f"`{key}` is an id", f"write it as {key}: ...", at)
    try:
        return find(register, str(value), *kinds)
    except IgregError as error:
        raise WrongStep(error.sentence, error.hint, at) from None


def _there(record: Record, on: dt.date, key: str, path: tuple[str | int, ...] = ()) -> Record:
    """The record, if it is not over on the day of the plan. Raises WrongStep."""
    if record.comes_and_goes and has_ended(record, on):
        last = getattr(record, "end", None)
        raise WrongStep(
            f"{record.identity} ends on {last} and is not there on {on}", "name one that is", path or (key,)
        )
    return record


def _end(plan: Plan, record: Record, last: dt.date) -> None:
    """Plan the last day of a post, group or unit, and of the appointments that go beyond it."""
    assert isinstance(record, Role | Group | Unit)
    if record.end is not None and record.end <= last:
        raise WrongStep(f"{record.identity} ends already, on {record.end}", "a plan ends each once: take the step out")
    if record.start is not None and record.start > last:
        raise WrongStep(
            f"{record.identity} begins on {record.start}, after its last day {last}", "take its record out by hand"
        )
    plan.add(record, ("end",), Set, last.isoformat())
    if isinstance(record, Role):
        _end_holders(plan, record, last)


def _end_holders(plan: Plan, role: Role, last: dt.date) -> None:
    for index, holder in enumerate(role.holders):
        if holder.until is not None and holder.until <= last:
            continue
        if holder.from_ is not None and holder.from_ > last:
            raise WrongStep(
                f"{holder.staff} is down for {role.id} from {holder.from_}, after its last day {last}",
                "take that appointment out by hand, or give the post a later `until`",
            )
        plan.add(role, ("holders", index, "until"), Set, last.isoformat())


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


def _leads(plan: Plan, one: Role, into: Role) -> None:
    """Plan that a role leads the areas of another, and has its functions."""
    for area in dict.fromkeys(one.areas):
        if area not in into.areas:
            plan.add(into, ("areas",), Append, area)
    for function in one.all_functions:
        if function not in into.all_functions:
            plan.add(into, ("functions",), Append, function)


def _join(plan: Plan, other: Plan) -> None:
    """Put the changes of one plan to those of another."""
    for file, changes in other.changes.items():
        plan.changes.setdefault(file, []).extend(changes)
    plan.new |= other.new
    plan.remarks += other.remarks
