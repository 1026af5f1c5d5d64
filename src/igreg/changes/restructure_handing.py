"""The steps of a restructuring by which what still runs goes from one to another: merging, and handing over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from igreg.changes.plan import Plan
from igreg.changes.restructure_plan import WrongStep, list_of
from igreg.changes.restructure_records import DAY, end_on, named, there
from igreg.changes.still_running import hand_over
from igreg.language.english import counted, listed
from igreg.language.suggest import one_of
from igreg.model.kind_words import kind_meant
from igreg.model.kinds import KINDS
from igreg.model.kinds.roles import Role
from igreg.register.register import Register
from igreg.source.editing.edit import Append

Fields = Mapping[str, Any]


def merge(register: Register, value: Fields, on: dt.date) -> Plan:
    """A post or unit ends, and what still runs names the one into which it goes; so does each that is merged.

    A role that goes on leads and fulfils what the other one did.
    """
    key, number = value["key"], value["number"]
    into = there(named(register, value["into"], "into", key), on, "into")
    one = named(register, value["id"], key, key, path=(key, number))
    if one is into:
        raise WrongStep(f"{one.identity} is merged into itself", "name only those that end", (key, number))
    plan = Plan(f"{one.identity} goes into {into.identity}")
    end_on(plan, one, on - DAY)
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


def hand(register: Register, value: Fields, on: dt.date) -> Plan:
    """What still runs and names one role, unit or group names another; of some kinds, or of all."""
    old = named(register, value["from"], "from", "roles", "units", "groups", "staff")
    if value.get("to") is None:
        raise WrongStep("`hand_over` does not say to whom", "add to: and an id")
    new = there(named(register, value["to"], "to", "roles", "units", "groups", "staff"), on, "to")
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


def _leads(plan: Plan, one: Role, into: Role) -> None:
    """Plan that a role leads the areas of another, and has its functions."""
    for area in dict.fromkeys(one.areas):
        if area not in into.areas:
            plan.add(into, ("areas",), Append, area)
    for function in one.all_functions:
        if function not in into.all_functions:
            plan.add(into, ("functions",), Append, function)
