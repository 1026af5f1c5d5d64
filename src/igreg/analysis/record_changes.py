"""Which records two states of a register have not in common, and which of their fields differ (rulings H22, H23)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from igreg.analysis.faulty_values import FaultyValues, with_faulty
from igreg.analysis.field_changes import FieldChange, changes_of, plain_record
from igreg.analysis.renames import renamed
from igreg.analysis.training_changes import training_changes
from igreg.analysis.unread import Hidden, hidden
from igreg.dataclass import dataclass
from igreg.model.base import Record
from igreg.model.kinds import model_of
from igreg.model.kinds.organisation import Organisation
from igreg.model.kinds.training_records import TrainingRecord
from igreg.register.register import Register

_ID = ("id",)


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record that was added, is gone, is called by another id, or has changed."""

    kind: str
    record: str | None
    """Its id in the second state, in the first where it is gone; nothing for the organisation, or where it has none."""
    change: str
    """added, gone, renamed or changed."""
    fields: tuple[FieldChange, ...]
    was: str | None = None
    """The id that it had, of one that is renamed."""


def renames_of(changes: Sequence[RecordChange]) -> Mapping[str, str]:
    """The new id of each record that is renamed."""
    return {one.was: one.record for one in changes if one.was is not None and one.record is not None}


def record_changes(before: Register, after: Register) -> list[RecordChange]:
    """Every record that differs, in the order of kinds and, in each, of the second state; what is gone comes last.

    Nothing is said gone, or added, that a file may hold which cannot be read in the other state (ruling H25).
    """
    hides = hidden(before, after), hidden(after, before)
    parts = [_Kind(kind, *(_records(register, kind) for register in (before, after))) for kind in _kinds(before, after)]
    sure = [part for part in parts if not any(part.kind in one.kinds for one in hides)]
    renames = renamed((one for part in sure for one in part.gone), (one for part in sure for one in part.added))
    faulty = FaultyValues(before), FaultyValues(after)
    out: list[RecordChange] = []
    for part in parts:
        if part.kind == TrainingRecord.kind:
            found = [
                RecordChange(part.kind, name, word, fields) for word, name, fields in _training(before, after, renames)
            ]
        else:
            found = list(part.changes(renames, faulty))
        out += [one for one in found if not _may_be_hidden(one, *hides)]
    return out


def _training(
    before: Register, after: Register, renames: Mapping[str, str]
) -> Iterator[tuple[str, str | None, tuple[FieldChange, ...]]]:
    if before.training is not after.training:
        yield from training_changes(before, after, renames)


def _may_be_hidden(one: RecordChange, before: Hidden, after: Hidden) -> bool:
    by = {"added": before, "gone": after}.get(one.change, Hidden())
    return one.kind in by.kinds or one.record in by.ids


def _kinds(*registers: Register) -> Sequence[str]:
    """The kinds of which either has a record, in their order."""
    found = {kind for register in registers for kind, records in register.kinds.items() if records}
    return sorted({*found, Organisation.kind, TrainingRecord.kind}, key=lambda kind: (model_of(kind).order, kind))


def _records(register: Register, kind: str) -> Sequence[Record]:
    if kind == Organisation.kind:
        return (register.organisation,) if register.has_organisation else ()
    return register.kinds.get(kind, ())


class _Kind:
    """The records of one kind in both states, put together by their ids."""

    def __init__(self, kind: str, was: Sequence[Record], now: Sequence[Record]) -> None:
        self.kind = kind
        self.pairs: list[tuple[Record, Record]] = []
        self.added: list[Record] = []
        left: dict[str | None, list[Record]] = defaultdict(list)
        for one in was:
            left[one.identity].append(one)
        for one in now:
            old = _taken(left.get(one.identity), one)
            if old is None:
                self.added.append(one)
            elif old is not one and (old != one or _is_faulty(old) or _is_faulty(one)):
                self.pairs.append((old, one))
        self.gone = [one for ones in left.values() for one in ones]
        self.order = {id(one): place for place, one in enumerate(now)}

    def changes(self, renames: Mapping[str, str], faulty: tuple[FaultyValues, FaultyValues]) -> Iterator[RecordChange]:
        """What is said of them, by the order of the second state, then what is gone."""
        was = {renames[known]: one for one in self.gone if (known := one.identity or "") in renames}
        found = [(one, self._come(one, was.get(one.identity or ""))) for one in self.added]
        for old, new in self.pairs:
            if fields := with_faulty(changes_of(old, new), (old, new), faulty):
                found.append((new, RecordChange(self.kind, new.identity, "changed", fields)))
        yield from (change for _, change in sorted(found, key=lambda one: self.order[id(one[0])]))
        for one in self.gone:
            if one.identity not in renames:
                yield RecordChange(self.kind, one.identity, "gone", ())

    def _come(self, one: Record, was: Record | None) -> RecordChange:
        if was is None:
            return RecordChange(self.kind, one.identity, "added", ())
        fields = tuple(field for field in changes_of(was, one) if field.path != _ID)
        return RecordChange(self.kind, one.identity, "renamed", fields, was.identity)


def _is_faulty(record: Record) -> bool:
    return bool(getattr(record, "dropped", ()))


def _taken(left: list[Record] | None, one: Record) -> Record | None:
    """The record of the first state that one of the second is, taken from those of its id that are left.

    Of several the one that says the same; without an id no other is it.
    """
    if not left:
        return None
    place = next((place for place, old in enumerate(left) if old is one or old == one), None)
    if place is None and one.identity is None and one.kind != Organisation.kind:
        said = plain_record(one)
        place = next((place for place, old in enumerate(left) if plain_record(old) == said), None)
    elif place is None:
        place = 0
    return left.pop(place) if place is not None else None
