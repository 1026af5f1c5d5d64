"""What rows come to: the plan that is shown, and the changes of files that it stands for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import field, replace
from typing import Any, cast

from igreg.analysis.field_changes import alike
from igreg.changes.filled import ordered
from igreg.changes.new_record import place_all
from igreg.changes.plan import Plan
from igreg.dataclass import dataclass
from igreg.exchange.brought import Brought, ChangedRecord, FieldChange, NewRecord, Refused
from igreg.exchange.each import each, joined
from igreg.exchange.lines import Line, Lines, records
from igreg.exchange.ways import nested, value_at
from igreg.findings import KeyPath, Origin
from igreg.model.base import Record
from igreg.model.kinds import model_of
from igreg.register.register import Register
from igreg.register.training_lines import TrainingLine
from igreg.source.editing.edit import Append, Delete, Set

There = Record | TrainingLine
"""A record of the register."""


@dataclass(frozen=True)
class Wanted:
    """What one row wants of one record: values of one that is there, or a new one."""

    kind: str
    values: Mapping[KeyPath, Any]
    """What is to stand at each way; nothing takes away what stands there. The place behind the last of a list adds to
    it. Of a new record all of them, its id too."""
    record: There | None = None
    row: int | None = None
    sheet: str | None = None
    cells: Mapping[KeyPath, tuple[str, str]] = field(default_factory=dict)
    """The name of the cell and the head of the column from which each value is."""

    @property
    def name(self) -> str | None:
        """What findings call the record: its id, or the name that it goes by."""
        if self.record is not None:
            return self.record.identity
        if "id" in model_of(self.kind).model_fields:
            return self.values.get(("id",))
        return "/".join(str(self.values.get((key,))) for key in ("staff", "course", "completed"))


AnyWanted = Wanted | Line


@dataclass(frozen=True)
class Draft:
    """The plan as it is shown, the changes that it stands for, and what was wanted of which record."""

    brought: Brought
    plan: Plan
    wanted: Sequence[AnyWanted]
    known: Brought
    """What was known of the plan before: its columns, and what was refused on the way."""
    only: str | None = None
    ended: Sequence[Wanted] = ()
    refuses: bool = False
    """Whether something was refused that is to be put right before anything is written."""
    again: Callable[[Collection[str | None], Sequence[Refused]], Draft] | None = None
    """Makes the plan anew without the records of some names, with what was refused; for who plans otherwise."""

    @property
    def is_empty(self) -> bool:
        """Whether it changes no record."""
        return not (self.plan.changes or self.plan.new)


def draft(
    register: Register,
    wanted: Sequence[AnyWanted],
    known: Brought,
    message: str,
    *,
    only: str | None = None,
    ended: Sequence[Wanted] = (),
    refuses: bool | None = None,
) -> Draft:
    """The plan of what is wanted, added to what is known of it already.

    With `only` (new, changed) the others are shown and not made. What is `ended` changes too, and is shown among those
    that are gone. `refuses` is whether what was refused already has to
    be put right first; not given: if anything was. Raises IgregError where a record cannot be put anywhere.
    """
    plan = Plan(message)
    new, there = _parted(wanted)
    changed, unchanged = _changed(register, there, plan, only != "new")
    _changed(register, ended, plan, only != "new")
    made = _new(register, new, plan if only != "changed" else Plan(message))
    brought = replace(
        known,
        new=joined(known.new, made),
        changed=[*known.changed, *changed],
        unchanged=joined(known.unchanged, unchanged),
    )
    return Draft(brought, plan, wanted, known, only, ended, bool(known.refused) if refuses is None else refuses)


def _parted(wanted: Sequence[AnyWanted]) -> tuple[Sequence[AnyWanted], Sequence[AnyWanted]]:
    """What is wanted of new records, and of those that are there."""
    if isinstance(wanted, Lines):
        return wanted.parted()
    return [one for one in wanted if one.record is None], [one for one in wanted if one.record is not None]


def _new(register: Register, wanted: Sequence[AnyWanted], plan: Plan) -> Sequence[NewRecord]:
    """The new records, each put where those of its kind stand."""
    if wanted and (isinstance(wanted, Lines) or set(map(type, wanted)) == {Line}):
        lines = cast("Sequence[Line]", wanted)
        file, *_ = place_all(plan, register, lines[0].kind, records(lines))  # the same for all
        return each(lines, lambda one: NewRecord(None, file, one.fields, one.kind, one.row))
    out: dict[int, NewRecord] = {}
    for kind in dict.fromkeys(one.kind for one in wanted):
        own = [(number, one) for number, one in enumerate(wanted) if one.kind == kind]
        some = [one.fields if isinstance(one, Line) else ordered(model_of(kind), nested(one.values)) for _, one in own]
        for (number, one), record, file in zip(own, some, place_all(plan, register, kind, some), strict=True):
            out[number] = NewRecord(record.get("id"), file, record, kind, one.row)
    return [out[number] for number in range(len(wanted))]


def _changed(
    register: Register, wanted: Iterable[AnyWanted], plan: Plan, make: bool
) -> tuple[list[ChangedRecord], Sequence[str]]:
    """The records of which something changes, and the names of those of which nothing does; each once."""
    if isinstance(wanted, Lines):
        return [], each(wanted, lambda one: one.name)
    found: dict[tuple[str, int | None], dict[KeyPath, FieldChange]] = {}
    first: list[tuple[Wanted, Origin]] = []
    same: list[AnyWanted] = []
    for one in wanted:
        assert one.record is not None
        if isinstance(one, Line):
            same.append(one)  # it changes nothing, and no other row is of its record
            continue
        where = _where(one.record)
        fields = found.get(where)
        if fields is None:
            fields = found[where] = {}
            first.append((one, where))
            same.append(one)
        for path, value in one.values.items():
            before = value_at(one.record, path)
            if not _same(before, value):
                fields[path] = FieldChange(path, before, value)
    changed = [(one, where, found[where]) for one, where in first if found[where]]
    for one, where, fields in changed if make else ():
        for path, change in fields.items():
            plan.changes.setdefault(where.file, []).append(_edit(one, where, path, change.after))
    differs = {id(one) for one, _, _ in changed}
    if differs:
        same = [one for one in same if id(one) not in differs]
    told = [
        ChangedRecord(one.name, one.kind, one.row, list(fields.values()), _title(one)) for one, _, fields in changed
    ]
    return told, each(same, lambda one: one.name or "")


def _edit(one: AnyWanted, where: Origin, path: KeyPath, value: Any) -> Set | Append | Delete:
    record = one.record
    written = where.path(record.as_written(path) if isinstance(record, Record) else path)
    if value is None:
        return Delete(written)
    if isinstance(path[-1], int) and record is not None and path[-1] >= len(value_at(record, path[:-1]) or ()):
        return Append(written[:-1], value)
    return Set(written, value)


def _title(one: AnyWanted) -> str | None:
    return one.record.label if isinstance(one.record, Record) else None


def _where(record: There) -> Origin:
    return record.where if isinstance(record, Record) else Origin(record.file, record.item)


def _same(before: Any, after: Any) -> bool:
    """Whether two values say the same; another order of a list is no change."""
    return before == after or (isinstance(before, list) and isinstance(after, list) and alike(before) == alike(after))
