"""Register: every record by id, by kind and by file; the indexes that rules ask instead of walking everything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from igreg.dataclass import dataclass
from igreg.findings import UNREAD, Fault, KeyPath
from igreg.model.base import Record
from igreg.model.kinds.organisation import Organisation
from igreg.model.kinds.training_records import TrainingRecord
from igreg.model.kinds.units import Unit
from igreg.model.values import AREAS
from igreg.register.clock import Clock, clock_in
from igreg.register.ids import Ids, Repeat, index
from igreg.register.lookup import Lookup
from igreg.register.names_alike import NamesAlike
from igreg.register.overlooked import overlooked
from igreg.register.private_numbers import PrivateNumber, may_hold_numbers, private_numbers
from igreg.register.references import References
from igreg.register.sources import Sources
from igreg.register.suspects import suspect_texts
from igreg.register.training_index import TrainingIndex
from igreg.register.training_lines import TrainingLine

if TYPE_CHECKING:
    from igreg.register.file import FileRecords
    from igreg.register.packs import Packs

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Register:
    """The whole register as one value. Nothing in it changes; indexes are made on first use."""

    sources: Sources
    organisation: Organisation
    kinds: Mapping[str, tuple[Record, ...]]
    training: tuple[TrainingLine, ...]
    noted: tuple[TrainingRecord, ...]
    """The few training records that have notes, tags or keys of one's own, for whoever reads texts."""
    faults: Mapping[str, Sequence[Fault]]
    lost_ids: frozenset[str]
    """Ids seen as text in files that cannot be read (ruling A24)."""
    lost_kinds: frozenset[str]
    """Kinds of which a file could not even be decoded."""
    files: int
    has_organisation: bool
    parts: tuple[FileRecords, ...] = ()
    """The files of which it was put together, so that whoever changes one need not read the others again."""

    @cached_property
    def unread(self) -> tuple[str, ...]:
        """The files from which nothing, or not everything, could be taken: whatever they hold is missing everywhere."""
        amiss = {fault.origin.file for rule in UNREAD for fault in self.faults.get(rule, ())}
        return tuple(sorted(amiss | {one.file for one in overlooked(self.sources) if one.alone}))

    def of(self, model: type[R]) -> tuple[R, ...]:
        """All records of a kind, in the order of files and of lines."""
        return cast("tuple[R, ...]", self.kinds.get(model.kind, ()))

    def records(self) -> Iterator[Record]:
        """Every record that is a model: all but the organisation and the training records."""
        for records in self.kinds.values():
            yield from records

    def get(self, model: type[R], id: str | None) -> R | None:
        """The record of a kind with this id, or nothing."""
        found = self.by_id.get(id or "")
        if isinstance(found, model) or found is None:
            return found
        also = (repeat.later.record for repeat in self.repeats if repeat.id == id)
        return next((record for record in also if isinstance(record, model) and record.identity == id), None)

    def title(self, id: str | None) -> str:
        """A record's title or name, for people to read; the id itself where there is none.

        People of one name are told apart here, by job title, unit or id, so that they are wherever a name is shown.
        """
        found = self.by_id.get(id or "")
        if found is not None and found.kind == "staff":
            return self._names_alike.called(id or "", found.label) or self.plain_title(id)
        return self.plain_title(id)

    def plain_title(self, id: str | None) -> str:
        """A record's title or name where its id stands beside it; the id itself where there is none."""
        found = self.by_id.get(id or "")
        return (found.label if found is not None else None) or id or "nobody"

    @cached_property
    def _names_alike(self) -> NamesAlike:
        from igreg.model.kinds.staff import StaffMember  # a register without people needs no model of them

        by_id = self.by_id
        people = [person for person in self.of(StaffMember) if by_id.get(person.id or "") is person]
        return NamesAlike(people, {unit.id: unit.name for unit in self.of(Unit) if unit.id and unit.name})

    @cached_property
    def lookup(self) -> Lookup:
        """Which record somebody means by a name, a title or a function."""
        return Lookup(self)

    @cached_property
    def private_numbers(self) -> Mapping[str, Sequence[PrivateNumber]]:
        """The numbers that identify a person, by the file they stand in (ruling A34)."""
        out = {}
        for texts in (self.sources.texts, self.sources.garbled):
            for file in suspect_texts(texts, may_hold_numbers):
                found = list(private_numbers(texts[file]))
                if found:
                    out[file] = found
        return out

    @cached_property
    def by_file(self) -> Mapping[str, tuple[Record, ...]]:
        """The model records of each file, in the order of lines."""
        return {part.file: part.records for part in self.parts if part.records and part.kind != Organisation.kind}

    def count(self) -> int:
        """How many records there are, training records and the organisation included."""
        return sum(len(records) for records in self.kinds.values()) + len(self.training) + self.has_organisation

    @cached_property
    def _ids(self) -> Ids:
        return index(self.kinds)

    @property
    def by_id(self) -> Mapping[str, Record]:
        """Every id and its record; the id of an action or audit finding gives the record it stands in."""
        return self._ids.by_id

    @property
    def kind_of(self) -> Mapping[str, str]:
        """Every id and what it is the id of: a kind, or `actions` or `findings`."""
        return self._ids.kind_of

    @cached_property
    def kinds_of(self) -> Mapping[str, frozenset[str]]:
        """For each id that two records have, what it is the id of: a reference may mean either."""
        out: dict[str, frozenset[str]] = {}
        for repeat in self.repeats:
            out[repeat.id] = out.get(repeat.id, frozenset()) | {repeat.first.kind, repeat.later.kind}
        return out

    @property
    def inner_paths(self) -> Mapping[str, KeyPath]:
        """Where the ids of actions and audit findings stand in their records."""
        return self._ids.inner_paths

    @property
    def repeats(self) -> Sequence[Repeat]:
        """Ids that two records have."""
        return self._ids.repeats

    @cached_property
    def reviewed(self) -> tuple[Record, ...]:
        """Every record that has a review."""
        kinds = [records for records in self.kinds.values() if records and "review" in type(records[0]).model_fields]
        return tuple(record for records in kinds for record in records if record.review is not None)  # type: ignore[attr-defined]

    @cached_property
    def references(self) -> References:
        """Who points at whom, among the organisation and all model records."""
        return References((self.organisation, *self.records()))

    @cached_property
    def training_index(self) -> TrainingIndex:
        """The training records, to be looked up."""
        return TrainingIndex(self.training)

    @cached_property
    def packs(self) -> Packs:
        """The framework packs that it can be assessed against."""
        from igreg.register.packs import Packs  # most commands ask for none

        return Packs(self.sources.frameworks, self.sources.framework_faults)

    @cached_property
    def clock(self) -> Clock:
        """The clock of the organisation's time zone."""
        return clock_in(self.organisation.timezone)

    @cached_property
    def areas(self) -> Mapping[str, str]:
        """Every area and its title: the six, then those the organisation adds."""
        out = {area: area.replace("-", " ") for area in AREAS}
        out |= {"governance": "information governance", "caldicott": "Caldicott"}
        for own in self.organisation.areas:
            if own.id:
                out[own.id] = own.title or own.id
        return out
