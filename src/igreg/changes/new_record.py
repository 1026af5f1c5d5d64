"""A record is new: it goes where records of its kind stand already."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from igreg.changes.plan import Plan
from igreg.errors import IgregError, unknown
from igreg.model.kinds import KINDS
from igreg.model.values import ID_FORM
from igreg.register.file_names import kind_in_name
from igreg.register.register import Register
from igreg.source.editing.edit import EditError, new_file


def add(register: Register, kind: str, record: Mapping[str, Any]) -> Plan:
    """One record more of a kind. It needs an id that nothing else has."""
    id = str(record.get("id") or "")
    if kind not in KINDS or kind == "organisation":
        raise unknown("the kind", "kind", kind, KINDS)
    if not id:
        raise IgregError(f"a record of {kind} needs an id", "give it one that nothing else has")
    if not re.fullmatch(ID_FORM, id):
        raise IgregError(f"{id!r} is not an id", "letters, digits, '.', '_' and '-', at most 64; a file may bear it")
    if id in register.by_id:
        raise IgregError(f"the id {id!r} is taken, by {register.title(id)}", f"see `igreg show {id}`")
    plan = Plan(f"New: {id} in {kind}")
    place(plan, register, kind, record)
    return plan


def place(plan: Plan, register: Register, kind: str, record: Mapping[str, Any]) -> None:
    """Put a record at the end of the last file that lists its kind; where there is none, into a new file.

    Where each record of the kind has a file of its own, so has the new one, named after its id.
    """
    prefix = f"{register.sources.root}/" if register.sources.root else ""
    single = {one.where.file for one in register.kinds.get(kind, ()) if one.where.item is None}
    lists = sorted(
        file for file in register.sources.texts if _holds(file.removeprefix(prefix), kind) and file not in single
    )
    try:
        if lists:
            plan.insert(lists[-1], record)
        elif single:
            plan.create(f"{prefix}{kind}/{record['id']}.yaml", new_file([record], single=True))
        else:
            plan.create(f"{prefix}{kind}.yaml", new_file([record]))
    except EditError as error:
        raise IgregError(f"{record['id']}: {error}", "nothing was written") from None


def _holds(below: str, kind: str) -> bool:
    named = kind_in_name(below)
    return named is not None and named.kind == kind
