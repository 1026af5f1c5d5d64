"""A record is new: it goes where records of its kind stand already."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Any

from igreg.analysis.unread import refuse_to_count
from igreg.changes.new_id import id_for
from igreg.changes.plan import Plan
from igreg.errors import IgregError, unknown
from igreg.model.anatomy import fields_of
from igreg.model.kinds import KINDS, model_of
from igreg.model.skeleton import skeleton
from igreg.model.values import ID_FORM, RESERVED_IDS
from igreg.register.file_names import kind_in_name
from igreg.register.register import Register
from igreg.source.editing.edit import EditError, Written, apply, new_file


def add(register: Register, kind: str, record: Mapping[str, Any]) -> Plan:
    """One record more of a kind. It needs an id that nothing else has, where records of its kind have ids."""
    id = str(record.get("id") or "")
    if kind in KINDS and "id" not in model_of(kind).model_fields and kind != "organisation":
        parts = (record.get(key) for key, one in fields_of(model_of(kind)).items() if one.needed)
        plan = Plan(f"New: {'/'.join(str(part) for part in parts if part)} in {kind}")
    else:
        refuse_id(register, kind, id)
        plan = Plan(f"New: {id} in {kind}")
    place(plan, register, kind, record)
    return plan


def begin(register: Register, kind: str, id: str | None, today: dt.date) -> Plan:
    """A record to fill in, with an id that is given or the next that is free.

    Where its kind's file cannot be added to with comments, it gets a file of its own.
    """
    refuse_to_count(register, "which ids are free")
    if kind in KINDS and "id" not in model_of(kind).model_fields and kind != "organisation":
        if id is not None:
            raise IgregError(f"{kind} have no ids", f"leave it out: igreg new {kind}")
        plan, lines, name = Plan(f"New: one of the {kind}"), skeleton(model_of(kind), None), "new"
    else:
        name = id or id_for(register, kind, today) or ""
        if not name:
            dated = kind == "meetings"
            why = "have their day in their ids here" if dated else "have no numbers to go on from"
            instead = "; or plan one: igreg plan-meeting GROUP --on DATE" if dated else ""
            raise IgregError(f"{model_of(kind).many} {why}", f"say its id: igreg new {kind} ID{instead}")
        refuse_id(register, kind, name)
        plan, lines = Plan(f"New: {name} in {kind}"), skeleton(model_of(kind), name)
    lists, single = _files(register, kind)
    prefix = register.sources.prefix
    if lists:
        try:
            apply(register.sources.texts[lists[-1]], [Written(tuple(lines))])
        except EditError:
            single = True
        else:
            plan.write(lists[-1], lines)
            return plan
    if single:
        plan.create(f"{prefix}{kind}/{name}.yaml", "".join(f"{line}\n" for line in lines))
    else:
        plan.create(f"{prefix}{kind}.yaml", apply("", [Written(tuple(lines))]))
    return plan


def refuse_id(register: Register, kind: str, id: str) -> None:
    """Raise IgregError where no record of such an id and kind can be added."""
    if kind not in KINDS or kind == "organisation":
        raise unknown("the kind", "kind", kind, KINDS)
    if not id:
        raise IgregError(f"a record of {kind} needs an id", "give it one that nothing else has")
    if not re.fullmatch(ID_FORM, id):
        raise IgregError(f"{id!r} is not an id", "letters, digits, '.', '_' and '-', at most 64; a file may bear it")
    if id in RESERVED_IDS:
        raise IgregError(f"{id!r} cannot be an id: igreg gives the word a meaning of its own", "choose another")
    if id in register.by_id:
        raise IgregError(f"the id {id!r} is taken, by {register.title(id)}", f"see `igreg show {id}`")


def place(plan: Plan, register: Register, kind: str, record: Mapping[str, Any]) -> None:
    """Put a record at the end of the file that lists most of its kind; where there is none, into a new file.

    Where each record of the kind has a file of its own, so has the new one, named after its id.
    """
    place_all(plan, register, kind, [record])


def place_all(plan: Plan, register: Register, kind: str, records: Sequence[Mapping[str, Any]]) -> list[str]:
    """Put records of one kind where it has its records, all at once; gives the file of each. Raises IgregError."""
    if not records:
        return []
    prefix = register.sources.prefix
    lists, single = _files(register, kind)
    if lists:
        plan.insert(lists[-1], *records, is_plain=_is_plain(register, lists[-1]))
        return [lists[-1]] * len(records)
    if not single:
        _create(plan, f"{prefix}{kind}.yaml", records, single=False)
        return [f"{prefix}{kind}.yaml"] * len(records)
    files = [f"{prefix}{kind}/{record.get('id', 'new')}.yaml" for record in records]
    for file, record in zip(files, records, strict=True):
        _create(plan, file, [record], single=True)
    return files


def _create(plan: Plan, file: str, records: Sequence[Mapping[str, Any]], *, single: bool) -> None:
    try:
        plan.create(file, new_file(records, single=single))
    except EditError as error:
        name = records[0].get("id", file) if single else file
        raise IgregError(f"{name}: {error}", "nothing was written") from None


def _files(register: Register, kind: str) -> tuple[list[str], bool]:
    """The files that list records of a kind, the fullest last; and whether records of it have files of their own."""
    prefix = register.sources.prefix
    single = {one.where.file for one in register.kinds.get(kind, ()) if one.where.item is None}
    lists = [file for file in register.sources.texts if _holds(file.removeprefix(prefix), kind) and file not in single]
    count = Counter(one.where.file for one in register.kinds.get(kind, ()))
    if kind == "training-records":
        count.update(map(attrgetter("file"), register.training))
    return sorted(lists, key=lambda file: (count[file], file)), bool(single)


def _is_plain(register: Register, file: str) -> bool:
    """Whether a file was read as training records and nothing else: no fault in it, no note, no key of one's own."""
    part = next((one for one in register.parts if one.file == file), None)
    odd = part is None or part.noted or part.text_faults or part.record_faults or part.lost_ids or part.is_lost
    return part is not None and not odd and bool(part.training) and part.training[-1].item == len(part.training) - 1


def _holds(below: str, kind: str) -> bool:
    named = kind_in_name(below)
    return named is not None and named.kind == kind
