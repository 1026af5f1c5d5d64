"""Register: every record by id, by kind and by file; the indexes that rules ask instead of walking everything."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, cast
from zoneinfo import ZoneInfo

from igreg.findings import Fault, KeyPath
from igreg.model.base import Record, Ref, Reference
from igreg.model.kinds.organisation import Organisation
from igreg.model.kinds.training_record import TrainingRecord
from igreg.model.values import AREAS
from igreg.model.walk import gather, names_any, plan
from igreg.model.walk import references as references_of
from igreg.register.identifiers import Seen, may_hold_numbers, seen, suspected
from igreg.register.ids import Ids, Repeat, index
from igreg.register.sources import Sources
from igreg.register.training_lines import TrainingLine
from igreg.source.places import locate

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Pointer:
    """A record that points at an id, and where it does so."""

    record: Record
    path: KeyPath


@dataclass(frozen=True)
class Register:
    """The whole register as one value. Nothing in it changes; indexes are made on first use."""

    sources: Sources
    organisation: Organisation
    kinds: Mapping[str, tuple[Record, ...]]
    training: tuple[TrainingLine, ...]
    noted: tuple[TrainingRecord, ...]
    """The few training records that have notes, tags or keys of one's own, for whoever reads texts."""
    faults: Mapping[str, list[Fault]]
    lost_ids: frozenset[str]
    """Ids seen as text in files that cannot be read (fine print A24)."""
    lost_kinds: frozenset[str]
    """Kinds of which a file could not even be decoded."""
    files: int
    has_organisation: bool = True

    def of(self, model: type[R]) -> tuple[R, ...]:
        """All records of a kind, in the order of files and of lines."""
        return cast("tuple[R, ...]", self.kinds.get(model.kind, ()))

    def records(self) -> Iterator[Record]:
        """Every record that is a model: all but the organisation and the training records."""
        for records in self.kinds.values():
            yield from records

    def get(self, model: type[R], id: str | None) -> R | None:
        """The record of a kind with this id, or nothing."""
        found = self.by_id.get(id) if id else None
        if isinstance(found, model) or found is None:
            return found
        also = (repeat.later.record for repeat in self.repeats if repeat.id == id)
        return next((record for record in also if isinstance(record, model) and record.identity == id), None)

    def title(self, id: str | None) -> str:
        """A record's title or name, for messages; the id itself where there is none."""
        found = self.by_id.get(id) if id else None
        return (found.label if found is not None else None) or id or "nobody"

    @cached_property
    def person_numbers(self) -> Mapping[str, list[Seen]]:
        """The numbers that identify a person, by the file they stand in (fine print A34)."""
        out = {}
        for texts in (self.sources.texts, self.sources.garbled):
            for file in suspected(texts, may_hold_numbers):
                hits = list(seen(texts[file]))
                if hits:
                    out[file] = hits
        return out

    def record_at(self, file: str, line: int) -> Record | TrainingLine | None:
        """The record that a line of a file belongs to, or nothing; for the few lines that a text search finds."""
        records, begins = self._begun.get(file) or self._begins(file)
        begun = bisect_right(begins, line)
        return records[begun - 1] if begun else None

    def _begins(self, file: str) -> tuple[list[Record | TrainingLine], list[int]]:
        """The records of a file and the lines on which they begin."""
        records: list[Record | TrainingLine] = [
            *self.by_file.get(file, ()),
            *(t for t in self.training if t.file == file),
        ]
        items = [r.item if isinstance(r, TrainingLine) else r.where.item for r in records]
        wanted = [((item,), False) for item in items if item is not None]
        places = locate(self.sources.texts.get(file, ""), wanted) if wanted else {}
        begins = [
            1 if item is None or ((item,), False) not in places else places[(item,), False].line for item in items
        ]
        known = self._begun[file] = (records, begins)
        return known

    @cached_property
    def _begun(self) -> dict[str, tuple[list[Record | TrainingLine], list[int]]]:
        return {}

    @cached_property
    def by_file(self) -> Mapping[str, list[Record]]:
        """The model records of each file, in the order of lines."""
        out: dict[str, list[Record]] = defaultdict(list)
        for record in self.records():
            out[record.where.file].append(record)
        return out

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
    def repeats(self) -> list[Repeat]:
        """Ids that two records have."""
        return self._ids.repeats

    @cached_property
    def reviewed(self) -> tuple[Record, ...]:
        """Every record that has a review."""
        kinds = [records for records in self.kinds.values() if records and "review" in type(records[0]).model_fields]
        return tuple(record for records in kinds for record in records if record.review is not None)  # type: ignore[attr-defined]

    @cached_property
    def targets(self) -> Mapping[Ref, set[str]]:
        """Every id that is referred to, by what may stand there: enough to see whether anything is amiss."""
        out: dict[Ref, set[str]] = {}
        for records in ((self.organisation,), *self.kinds.values()):
            by_model: dict[type[Record], list[Record]] = {}
            for record in records:
                by_model.setdefault(type(record), []).append(record)
            for model, alike in by_model.items():
                gather(alike, plan(model, Ref), out)
        return out

    def references_to(self, wanted: Collection[str]) -> Iterator[tuple[Record, Reference]]:
        """Every reference to one of these ids, of the organisation and every model record."""
        for record in (self.organisation, *self.records()) if wanted else ():
            if names_any(record, plan(type(record), Ref), wanted):
                yield from ((record, found) for found in references_of(record) if found.target in wanted)

    @cached_property
    def references(self) -> tuple[tuple[Record, Reference], ...]:
        """Every reference of every model record, the organisation's included."""
        everyone: list[Record] = [self.organisation, *self.records()]
        return tuple((record, reference) for record in everyone for reference in references_of(record))

    @cached_property
    def pointers(self) -> Mapping[str, list[Pointer]]:
        """Who points at whom: for each id, the records that name it."""
        out: dict[str, list[Pointer]] = defaultdict(list)
        for record, reference in self.references:
            out[reference.target].append(Pointer(record, reference.path))
        return out

    @cached_property
    def areas(self) -> Mapping[str, str]:
        """Every area and its title: the six, then those the organisation adds."""
        out = {area: area.replace("-", " ") for area in AREAS}
        out |= {"governance": "information governance", "caldicott": "Caldicott"}
        for own in self.organisation.areas:
            if own.id:
                out[own.id] = own.title or own.id
        return out

    @cached_property
    def zone(self) -> dt.tzinfo:
        """The organisation's time zone; Europe/London where the name given is unknown."""
        try:
            return ZoneInfo(self.organisation.timezone)
        except (KeyError, ValueError, OSError):
            return ZoneInfo("Europe/London")

    def instant(self, moment: dt.datetime) -> dt.datetime:
        """A moment in universal time: one without an offset is in the organisation's time zone (A05, `fold=0`)."""
        aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=self.zone)
        return aware.astimezone(dt.UTC)

    def day_of(self, moment: dt.datetime) -> dt.date:
        """The organisation's local day on which a moment falls."""
        return self.local(moment).date()

    def local(self, moment: dt.datetime) -> dt.datetime:
        """A moment by the organisation's clock."""
        return self.instant(moment).astimezone(self.zone)

    @cached_property
    def training_names(self) -> tuple[frozenset[str], frozenset[str]]:
        """The ids of people and of courses that training records name."""
        people = frozenset({line.staff for line in self.training} - {None})
        courses = frozenset({line.course for line in self.training} - {None})
        return people, courses  # type: ignore[return-value]

    @cached_property
    def earlier_training(self) -> Mapping[tuple[str, str], list[TrainingLine]]:
        """The records that are not a person's latest of a course, by person and course; for the few who need a look."""
        out: dict[tuple[str, str], list[TrainingLine]] = {}
        latest = self.training_by_course
        for line in self.training:
            if line.staff and line.course and latest.get(line.course, {}).get(line.staff) is not line:
                out.setdefault((line.staff, line.course), []).append(line)
        return out

    @cached_property
    def training_by_course(self) -> Mapping[str, Mapping[str, TrainingLine]]:
        """For each course, each person's latest record of it."""
        out: dict[str, dict[str, TrainingLine]] = {}
        for line in self.training:
            if line.course is None or line.staff is None or line.completed is None:
                continue
            people = out.get(line.course)
            if people is None:
                people = out[line.course] = {}
            seen = people.get(line.staff)
            if seen is None or seen.completed is None or line.completed >= seen.completed:
                people[line.staff] = line
        return out

    def hours_between(self, start: dt.datetime, end: dt.datetime) -> float:
        """Elapsed hours from one moment to another; weekends and the change of clocks included."""
        return (self.instant(end) - self.instant(start)).total_seconds() / 3600

    def minutes_between(self, start: dt.datetime, end: dt.datetime) -> int:
        """Elapsed minutes from the minute of one moment to that of another: a span is over a minute later (A02)."""
        first, last = (self.instant(moment).replace(second=0, microsecond=0) for moment in (start, end))
        return round((last - first).total_seconds() / 60)
