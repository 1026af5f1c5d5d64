"""One file's text -> its records and faults: a value, from which a register is assembled and can be assembled anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import cast

from igreg.dataclass import dataclass
from igreg.findings import WRONG_SHAPE, Fault, Origin, Told
from igreg.model.base import Record
from igreg.model.build import build, sound
from igreg.model.kinds import model_of
from igreg.model.kinds.organisation import Organisation
from igreg.model.kinds.training_records import TrainingRecord
from igreg.register.fast_training import Lines
from igreg.register.file_names import kind_in_name
from igreg.register.keyed import keyed_by_id, written_under
from igreg.register.training_lines import TrainingLine
from igreg.source.places import Cut
from igreg.source.reading.conflicts import conflict
from igreg.source.reading.document import is_flat, parse
from igreg.source.reading.fast import Doubt
from igreg.source.reading.limits import MOST_FAULTS, MOST_OF_A_KIND, MOST_RECORDS, excess, too_many_faults
from igreg.source.reading.pieces import Piece, glance, indent, opening
from igreg.source.reading.proved import Proved
from igreg.source.reading.values import ids_as_text

_TRAINING = TrainingRecord.kind
_ORGANISATION = Organisation.kind


@dataclass(frozen=True, slots=True)
class FileRecords:
    """What one file holds, and what is wrong in it. Nothing in it changes, and no YAML is kept."""

    file: str
    kind: str | None
    """The kind that the file's name says; nothing where it names no kind."""
    records: tuple[Record, ...] = ()
    training: tuple[TrainingLine, ...] = ()
    noted: tuple[TrainingRecord, ...] = ()
    """The training records that have notes, tags or keys of one's own."""
    text_faults: tuple[Told, ...] = ()
    record_faults: tuple[Told, ...] = ()
    lost_ids: frozenset[str] = field(default=frozenset())
    """Ids seen as text in a file that cannot be read (ruling A24)."""
    is_lost: bool = False
    """Whether it may hold records of which nothing is known, not even their ids."""


def read_file(file: str, text: str, root: str = "register", lines: Lines | None = None) -> FileRecords:
    """Read one file of a register; its name, counted from the repository's root, says what it holds. Never raises.

    `lines` is given where several files are read, so that equal ids and days are one object in all of them.
    """
    named = kind_in_name(file.removeprefix(f"{root}/"))
    if named is None or named.kind is None:
        return FileRecords(file, None, lost_ids=ids_as_text(text))
    return records_of(named.kind, file, text, lines or Lines())


def records_of(kind: str, file: str, text: str, lines: Lines) -> FileRecords:
    """The records of a file that holds a kind: at a glance first, closely where anything in it is doubtful."""
    too_much = excess(file, text, MOST_RECORDS if kind == _TRAINING else MOST_OF_A_KIND)
    if too_much is not None:
        return FileRecords(file, kind, text_faults=(too_much,), is_lost=True)
    merging = conflict(file, text)
    if merging is not None:
        return FileRecords(
            file, kind, text_faults=(merging,), lost_ids=ids_as_text(text), is_lost=kind == _ORGANISATION
        )
    empty = FileRecords(file, kind)
    if kind != _ORGANISATION:
        try:
            return _taken(
                empty,
                text,
                glance(text, take=lines.met.take if kind == _TRAINING else None),
                frozenset(),
                lines,
                closely=False,
            )
        except Doubt:
            pass
    # A text that cannot be cut was read as a whole already.
    parsed = parse(file, text, closely=kind != _ORGANISATION and indent(text[opening(text) :]) is None)
    known = replace(empty, text_faults=parsed.faults)
    if parsed.value is None:
        # With an organisation the areas are lost that it adds; without any id that can be made out, nobody knows whose.
        return replace(known, lost_ids=parsed.ids, is_lost=kind == _ORGANISATION or not parsed.ids)
    if kind == _ORGANISATION:
        return _organisation(known, text, parsed.value, parsed.single, 0 in parsed.bad)
    return _taken(known, text, iter([(parsed.single, parsed.value)]), parsed.bad, lines, closely=True)


_NEAR_THE_MOST = 1_000
"""With so many records less than a file may hold, its lines are not counted again."""


def gone_on(part: FileRecords, before: str, text: str, lines: Lines) -> FileRecords | None:
    """The records of a file of training of which the text goes on from what it was: only what is new is read.

    Nothing where that may not be what reading all of it would give: where anything in it is odd, before or now.
    """
    if part.kind != _TRAINING or not part.training or part.text_faults or part.record_faults or part.is_lost:
        return None
    if not (before.endswith("\n") and text.startswith(before) and text.startswith("- ", len(before))):
        return None
    if indent(before[opening(before) :]) != 0 or "\n..." in before:
        return None
    more, count = records_of(_TRAINING, part.file, text[len(before) :], lines), len(part.training)
    if count + len(more.training) > MOST_RECORDS - _NEAR_THE_MOST:
        return None
    if more.text_faults or more.record_faults or more.noted or more.lost_ids or more.is_lost:
        return None
    if part.training[-1].item != count - 1:
        return None
    added = [line._replace(item=count + at) for at, line in enumerate(more.training)]
    return replace(part, training=(*part.training, *added))


def _taken(
    known: FileRecords, text: str, pieces: Iterator[Piece], bad: frozenset[int], lines: Lines, *, closely: bool
) -> FileRecords:
    """The records of a file's pieces added to what is known. Raises Doubt where it is not `closely` and has to be."""
    taking = _Taking(known, text, closely)
    try:
        if known.kind == _TRAINING:
            taking.training(pieces, bad, lines)
        else:
            taking.models(pieces, bad)
    except _Enough:
        return taking.done(is_lost=True)
    return taking.done()


class _Enough(Exception):
    """A file has so many faults that it is not read on."""


class _Taking:
    """What grows while the records of one file are taken."""

    def __init__(self, known: FileRecords, text: str, closely: bool) -> None:
        self.known, self.text, self.closely = known, text, closely
        self.as_written = Cut(text).written
        self.records: list[Record] = []
        self.lines: list[TrainingLine] = []
        self.noted: list[TrainingRecord] = []
        self.faults: list[Told] = []

    def done(self, *, is_lost: bool = False) -> FileRecords:
        """The file as a value."""
        return replace(
            self.known,
            records=tuple(self.records),
            training=tuple(self.lines),
            noted=tuple(self.noted),
            record_faults=tuple(self.faults),
            is_lost=is_lost,
        )

    def models(self, pieces: Iterator[Piece], bad: frozenset[int]) -> None:
        """Build the records. What is deep can only hide under `extra` or in a record with faults."""
        model = model_of(self.known.kind or "")
        file, index, add, new = self.known.file, -1, self.records.append, tuple.__new__
        for single, piece in pieces:
            if single and (ids := keyed_by_id(piece, model)):
                self.look(piece[0])
                self.faults.append(written_under(file, ids))
                self.known = replace(self.known, lost_ids=frozenset(ids) | ids_as_text(self.text))
                return  # one mapping is all that the file holds
            for data in piece:
                index += 1
                if index in bad:
                    continue
                origin = new(Origin, (file, None if single else index))
                record = sound(model, data, origin)
                if record is None or record.extra:
                    self.look(data)
                if record is not None:
                    add(record)
                    continue
                built = build(model, data, origin, self.as_written)
                add(built.record)
                self.tell(built.faults, origin)

    def training(self, pieces: Iterator[Piece], bad: frozenset[int], lines: Lines) -> None:
        """Make lines of training records: plain tuples, and no model for the many that are plainly right."""
        if isinstance(self.text, Proved) and lines.take(self.lines, self.known.file, self.text.columns):
            return
        lines.read(self.lines, self.known.file, pieces, bad, self.training_line)

    def training_line(self, data: dict[str, object], index: int | None) -> TrainingLine:
        """The line of a record that is not plainly right."""
        self.look(data)
        origin = Origin(self.known.file, index)
        built = build(TrainingRecord, data, origin, self.as_written)
        record = cast(TrainingRecord, built.record)
        line = TrainingLine(record.staff, record.course, record.completed, record.expires, *origin)
        if record.notes or record.tags or record.extra:
            self.noted.append(record)
        self.tell([Told(rule, replace(fault, record=line.identity)) for rule, fault in built.faults], origin)
        return line

    def look(self, data: dict[str, object]) -> None:
        """Raise Doubt where plain data is deeper than the format allows, and nobody has looked yet."""
        if not self.closely and not is_flat([data]):
            raise Doubt

    def tell(self, faults: Sequence[Told], origin: Origin) -> None:
        """Keep faults; raises _Enough where there are too many of them."""
        self.faults += faults
        if len(self.faults) > MOST_FAULTS:
            told = too_many_faults(self.known.file)
            self.faults.append(Told(told.rule, replace(told.fault, origin=origin, place=None)))
            raise _Enough


def _organisation(
    known: FileRecords, text: str, data: Sequence[Mapping[str, object]], single: bool, is_bad: bool
) -> FileRecords:
    """The organisation's file: one mapping, and the first one where there is a list of them."""
    file = known.file
    if not single and data:
        message = f"a list of {len(data)} where the organisation's one mapping belongs"
        help = "write the fields at the top of the file, without `- `"
        known = replace(known, text_faults=(*known.text_faults, Told.at(WRONG_SHAPE, file, 1, 1, message, help)))
    if not data or is_bad:
        return known
    built = build(Organisation, dict(data[0]), Origin(file, None if single else 0), Cut(text).written)
    faults = tuple(Told(rule, _nameless(fault)) for rule, fault in built.faults)
    return replace(known, records=(built.record,), record_faults=faults)


def _nameless(fault: Fault) -> Fault:
    """A fault in organisation.yaml names no record (ruling A20)."""
    return replace(fault, record=None)
