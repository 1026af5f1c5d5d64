"""Texts -> register: file by file parsed, built and let go, so that memory holds records and not YAML."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, cast

from igreg.findings import NO_ORGANISATION, UNKNOWN_KIND, WRONG_SHAPE, Fault, Origin, Told
from igreg.language.suggest import did_you_mean, nearest
from igreg.model.base import Record
from igreg.model.build import build
from igreg.model.kinds import KINDS, model_of
from igreg.model.kinds.organisation import Organisation
from igreg.model.kinds.training_record import TrainingRecord
from igreg.register.file_names import Named, kind_in_name
from igreg.register.register import Register
from igreg.register.sources import Sources
from igreg.register.training_lines import Lines, TrainingLine
from igreg.source.places import Cut
from igreg.source.reading.document import ParsedFile, is_flat, parse
from igreg.source.reading.pieces import Doubt, Piece, glance
from igreg.source.reading.values import ids_as_text

Pieces = Iterator[Piece]
Faults = list[Told]


class _Reader:
    """What grows while the files are read."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.records: dict[str, list[Record]] = {kind: [] for kind in KINDS}
        self.training: list[TrainingLine] = []
        self.faults: Faults = list(sources.faults)
        self.lost_ids: set[str] = set()
        self.lost_kinds: set[str] = set()
        self.noted: list[TrainingRecord] = []
        self.lines = Lines()
        self.organisation: Organisation | None = None
        self.files = 0

    def unknown(self, name: str, folder: bool) -> None:
        """A name below the register that is no kind."""
        near = nearest(name.rsplit(".", 1)[0], [kind for kind in KINDS if not folder or kind != "organisation"])
        origin = Origin(f"{self.sources.root}/{name}" if self.sources.root else name)
        ending = "" if folder else ".yaml"
        help = did_you_mean(near and near + ending, f"the kinds are: {', '.join(KINDS)}")
        if folder and name == "organisation":
            help = "the organisation stands in one file, organisation.yaml"
        what = "folder" if folder else "file"
        self.faults.append(
            Told(UNKNOWN_KIND, Fault(origin, (), f"the {what} {name!r} is named after no kind of record", help))
        )

    def file(self, file: str, kind: str, text: str) -> None:
        """Read one file of a kind: at a glance first, and closely where anything in it is doubtful."""
        self.files += 1
        if kind == "organisation":
            self._closely(file, kind, parse(file, text), text)
            return
        take = self._training if kind == "training-records" else partial(self._records, kind)
        try:
            records, faults = take(file, text, glance(text), frozenset(), closely=False)
        except Doubt:
            self._closely(file, kind, parse(file, text), text)
            return
        self._keep(kind, records, faults)

    def _closely(self, file: str, kind: str, document: ParsedFile, text: str) -> None:
        """Take in a document with its faults."""
        self.faults += document.faults
        if document.value is None:
            self.lost_ids.update(document.ids)
            if kind == "organisation":
                self.lost_kinds.add(kind)  # and with it the areas that it adds
        elif kind == "organisation":
            self._organisation(file, document, text)
        else:
            take = self._training if kind == "training-records" else partial(self._records, kind)
            whole = iter([(document.single, document.value)])
            self._keep(kind, *take(file, text, whole, document.bad, closely=True))

    def _keep(self, kind: str, records: list[Any], faults: Faults) -> None:
        (self.training if kind == "training-records" else self.records[kind]).extend(records)
        self.faults += faults

    def _records(
        self, kind: str, file: str, text: str, pieces: Pieces, bad: frozenset[int], *, closely: bool
    ) -> tuple[list[Any], Faults]:
        """Build the records of a file. What is deep can only hide under `extra` or in a record with faults."""
        model = model_of(kind)
        records: list[Record] = []
        faults: Faults = []
        as_written = Cut(text).written
        index = -1
        for single, piece in pieces:
            for data in piece:
                index += 1
                if index in bad:
                    continue
                built = build(model, data, Origin(file, None if single else index), as_written)
                if (built.repaired or built.faults or built.record.extra) and not closely and not is_flat([data]):
                    raise Doubt
                records.append(built.record)
                faults += built.faults
        return records, faults

    def _training(
        self, file: str, text: str, pieces: Pieces, bad: frozenset[int], *, closely: bool
    ) -> tuple[list[Any], Faults]:
        """Make lines of training records: plain tuples, and no model for the many that are plainly right."""
        lines: list[TrainingLine] = []
        noted: list[TrainingRecord] = []
        faults: Faults = []
        as_written = Cut(text).written
        ids, days, new, add = self.lines.ids, self.lines.days, tuple.__new__, lines.append
        index: int | None = -1
        for single, piece in pieces:
            for data in piece:
                index = None if single else cast(int, index) + 1
                if len(data) == 3:
                    # The three fields, all seen before: by far the most records are made here.
                    try:
                        staff, course = ids[data["staff"]], ids[data["course"]]
                        add(new(TrainingLine, (staff, course, days[data["completed"]], None, file, index)))
                        continue
                    except (KeyError, TypeError):
                        pass
                if index in bad:
                    continue
                line = self.lines.plain(data, file, index)
                if line is None:
                    if not closely and not is_flat([data]):
                        raise Doubt
                    built = build(TrainingRecord, data, Origin(file, index), as_written)
                    record = cast(TrainingRecord, built.record)
                    line = TrainingLine(record.staff, record.course, record.completed, record.expires, file, index)
                    faults += [Told(rule, replace(fault, record=line.identity)) for rule, fault in built.faults]
                    if record.notes or record.tags or record.extra:
                        noted.append(record)
                add(line)
        self.noted += noted
        return lines, faults

    def _organisation(self, file: str, document: ParsedFile, text: str) -> None:
        data = document.value or []
        if not document.single and data:
            message = f"a list of {len(data)} where the organisation's one mapping belongs"
            help = "write the fields at the top of the file, without `- `"
            self.faults.append(Told.at(WRONG_SHAPE, file, 1, 1, message, help))
        if data and self.organisation is not None:
            message = f"a second organisation; the first is in {self.organisation.where.file}"
            self.faults.append(Told.at(WRONG_SHAPE, file, 1, 1, message, "keep one of the two files"))
        elif data and 0 not in document.bad:
            origin = Origin(file, None if document.single else 0)
            built = build(Organisation, data[0], origin, Cut(text).written)
            self.organisation = cast(Organisation, built.record)
            self.faults.extend(Told(rule, _nameless(f)) for rule, f in built.faults)


def read(sources: Sources, kinds: Collection[str] | None = None) -> Register:
    """Read a register; with `kinds` only the files of those kinds (the organisation is always read)."""
    reader = _Reader(sources)
    unknown: dict[str, bool] = {}
    prefix = f"{sources.root}/" if sources.root else ""
    for file in sorted({*sources.texts, *sources.unreadable}):
        below = file.removeprefix(prefix)
        place: Named | None = kind_in_name(below)
        if place is None:
            continue
        if place.kind is None:
            unknown[cast(str, place.unknown)] = "/" in below
            reader.lost_ids.update(ids_as_text(sources.texts.get(file, "")))
        elif file not in sources.texts:
            reader.lost_kinds.add(place.kind)
        elif kinds is None or place.kind in kinds or place.kind == "organisation":
            reader.file(file, place.kind, sources.texts[file])
    for folder in sources.folders:
        if not folder.startswith((".", "_")) and (folder not in KINDS or folder == "organisation"):
            unknown[folder] = True
    for name in sorted(unknown):
        reader.unknown(name, unknown[name])
    return Register(
        sources=sources,
        organisation=_organisation(reader, prefix),
        kinds={kind: tuple(records) for kind, records in reader.records.items()},
        training=tuple(reader.training),
        noted=tuple(reader.noted),
        faults=_by_rule(reader.faults),
        lost_ids=frozenset(reader.lost_ids),
        lost_kinds=frozenset(reader.lost_kinds),
        files=reader.files,
        has_organisation=reader.organisation is not None,
    )


def _organisation(reader: _Reader, prefix: str) -> Organisation:
    """The organisation, or one that stands in for it, so that every other rule can go on."""
    if reader.organisation is not None:
        return reader.organisation
    file = f"{prefix}organisation.yaml"
    seen = file in reader.sources.texts or f"{prefix}organisation.yml" in reader.sources.texts
    faulty = any(f.origin.file in (file, f"{prefix}organisation.yml") for _, f in reader.faults)
    if "organisation" not in reader.lost_kinds and not faulty:
        message = "organisation.yaml is empty" if seen else "the register has no organisation.yaml"
        help = "write `name:` and `type:` of the organisation into organisation.yaml"
        reader.faults.append(Told(NO_ORGANISATION, Fault(Origin(file), (), message, help)))
    return Organisation.model_validate({"name": "The organisation", "type": "other"}).stand(Origin(file))


def _nameless(fault: Fault) -> Fault:
    """A fault in organisation.yaml names no record (ruling A20)."""
    return replace(fault, record=None)


def _by_rule(faults: Iterable[Told]) -> dict[str, list[Fault]]:
    out: dict[str, list[Fault]] = {}
    for rule, fault in faults:
        out.setdefault(rule, []).append(fault)
    return out
