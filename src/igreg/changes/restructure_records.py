"""What a step of a restructuring names: the record itself, whether it is there on the day, and its end."""

from __future__ import annotations

import datetime as dt
from typing import Any

from igreg.analysis.in_force import has_ended
from igreg.changes.plan import Plan, find
from igreg.changes.restructure_plan import WrongStep
from igreg.errors import IgregError
from igreg.model.base import Record
from igreg.model.kinds.groups import Group
from igreg.model.kinds.roles import Role
from igreg.model.kinds.units import Unit
from igreg.register.register import Register
from igreg.source.editing.edit import Set

DAY = dt.timedelta(days=1)


def named(register: Register, value: Any, key: str, *kinds: str, path: tuple[str | int, ...] = ()) -> Record:
    """The record that a field names, of one of some kinds. Raises WrongStep."""
    at = path or (key,)
    if isinstance(value, bool | list | dict) or value is None:
        raise WrongStep(f"`{key}` is an id", f"write it as {key}: ...", at)
    try:
        return find(register, str(value), *kinds)
    except IgregError as error:
        raise WrongStep(error.sentence, error.hint, at) from None


def there(record: Record, on: dt.date, key: str, path: tuple[str | int, ...] = ()) -> Record:
    """The record, if it is not over on the day of the plan. Raises WrongStep."""
    if record.comes_and_goes and has_ended(record, on):
        last = getattr(record, "end", None)
        raise WrongStep(
            f"{record.identity} ends on {last} and is not there on {on}", "name one that is", path or (key,)
        )
    return record


def end_on(plan: Plan, record: Record, last: dt.date) -> None:
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
