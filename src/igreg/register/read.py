"""Texts -> register: file by file parsed, built and let go, so that memory holds records and not YAML."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import partial
from typing import Any, cast

from igreg.findings import Fault, Origin, Place
from igreg.model.base import Record
from igreg.model.build import build
from igreg.model.kinds import KINDS, model_of
from igreg.model.messages import nearest
from igreg.model.organisation import Organisation
from igreg.model.training_record import TrainingRecord
from igreg.register.layout import Seat, seat
from igreg.register.register import Register
from igreg.register.sources import Sources
from igreg.register.training import Lines, TrainingLine
from igreg.source.document import Document, glance, is_flat, parse
from igreg.source.places import written


class _Reader:
    """What grows while the files are read."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.records: dict[str, list[Record]] = {kind: [] for kind in KINDS}
        self.training: list[TrainingLine] = []
        self.faults: list[tuple[str, Fault]] = list(sources.faults)
        self.lost_ids: set[str] = set()
        self.lost_kinds: set[str] = set()
        self.lines = Lines()
        self.organisation: Organisation | None = None
        self.files = 0

    def unknown(self, name: str, folder: bool) -> None:
        """A name below the register that is no kind."""
        near = nearest(name.rsplit(".", 1)[0], [kind for kind in KINDS if not folder or kind != "organisation"])
        origin = Origin(f"{self.sources.root}/{name}" if self.sources.root else name)
        ending = "" if folder else ".yaml"
        help = f"did you mean '{near}{ending}'?" if near else f"the kinds are: {', '.join(KINDS)}"
        if folder and name == "organisation":
            help = "the organisation stands in one file, organisation.yaml"
        what = "folder" if folder else "file"
        self.faults.append(
            ("unknown-kind", Fault(origin, (), f"the {what} {name!r} is named after no kind of record", help))
        )

    def file(self, file: str, kind: str, text: str) -> None:
        """Read one file of a kind: at a glance first, and closely where anything in it is doubtful."""
        self.files += 1
        if not self._take(file, kind, text, glance(file, text), closely=False):
            self._take(file, kind, text, parse(file, text), closely=True)

    def _take(self, file: str, kind: str, text: str, document: Document, *, closely: bool) -> bool:
        """Take a document in; False, and nothing taken, where a closer look is needed."""
        if document.value is not None:
            if kind == "training-records":
                taken = self._training(file, document, text, closely)
            elif kind == "organisation":
                taken = closely or is_flat(document.value)
                if taken:
                    self._organisation(file, document, text)
            else:
                taken = self._records(file, kind, document, text, closely)
            if not taken:
                return False
        else:
            self.lost_ids.update(document.ids)
        for fault in document.faults:
            place = Place(fault.line, fault.column, fault.column + 1)
            self.faults.append((fault.rule, Fault(Origin(file), (), fault.message, fault.help, place=place)))
        return True

    def _records(self, file: str, kind: str, document: Document, text: str, closely: bool) -> bool:
        """Build the records of a file. What is deep can only hide under `extra` or in a record with faults."""
        model = model_of(kind)
        records: list[Record] = []
        faults: list[tuple[str, Fault]] = []
        as_written = partial(written, text)
        single = document.single
        for index, data in enumerate(document.value or ()):
            if index in document.bad:
                continue
            built = build(model, data, Origin(file, None if single else index), as_written)
            if (built.faults or built.repaired or built.record.extra) and not closely and not is_flat([data]):
                return False
            records.append(built.record)
            faults += built.faults
        self.records[kind] += records
        self.faults += faults
        return True

    def _training(self, file: str, document: Document, text: str, closely: bool) -> bool:
        """Make lines of training records; plain data are let go as soon as they are lines."""
        values = cast("list[dict[str, Any] | None]", document.value)
        single = document.single
        ids, days, new = self.lines.ids, self.lines.days, tuple.__new__
        lines: list[TrainingLine] = []
        faults: list[tuple[str, Fault]] = []
        add = lines.append
        for index, data in enumerate(values):
            if data is None or index in document.bad:
                continue
            if len(data) == 3:
                # The three fields, all seen before: by far the most records are made here.
                try:
                    known = (ids[data["staff"]], ids[data["course"]], days[data["completed"]], None, file, index)
                    add(new(TrainingLine, known) if not single else self.lines.make(known))
                    values[index] = None
                    continue
                except (KeyError, TypeError):
                    pass
            place = None if single else index
            line = self.lines.plain(data, file, place)
            if line is None:
                if not closely and not is_flat([data]):
                    return False
                built = build(TrainingRecord, data, Origin(file, place), partial(written, text))
                record = cast(TrainingRecord, built.record)
                line = TrainingLine(record.staff, record.course, record.completed, record.expires, file, place)
                faults += [(rule, replace(fault, record=line.identity)) for rule, fault in built.faults]
            add(line)
        self.training += lines
        self.faults += faults
        return True

    def _organisation(self, file: str, document: Document, text: str) -> None:
        data = document.value or []
        if not document.single and data:
            message = f"a list of {len(data)} where the organisation's one mapping belongs"
            place = Place(1, 1, 2)
            fault = Fault(
                Origin(file), (), message, "write the fields at the top of the file, without `- `", place=place
            )
            self.faults.append(("wrong-shape", fault))
        if data and 0 not in document.bad:
            origin = Origin(file, None if document.single else 0)
            built = build(Organisation, data[0], origin, partial(written, text))
            self.organisation = cast(Organisation, built.record)
            self.faults.extend((rule, _nameless(f)) for rule, f in built.faults)


def read(sources: Sources, kinds: Collection[str] | None = None) -> Register:
    """Read a register; with `kinds` only the files of those kinds (the organisation is always read)."""
    reader = _Reader(sources)
    unknown: dict[str, bool] = {}
    prefix = f"{sources.root}/" if sources.root else ""
    for file in _in_order(sources, prefix):
        below = file.removeprefix(prefix)
        place: Seat | None = seat(below)
        if place is None:
            continue
        if place.kind is None:
            unknown[cast(str, place.unknown)] = "/" in below
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
        faults=_by_rule(reader.faults),
        lost_ids=frozenset(reader.lost_ids),
        lost_kinds=frozenset(reader.lost_kinds),
        files=reader.files,
        has_organisation=reader.organisation is not None,
    )


def _in_order(sources: Sources, prefix: str) -> list[str]:
    """The files by name; training records first, since their plain data take most room and are gone afterwards."""
    names = sorted({*sources.texts, *sources.unreadable})
    return sorted(names, key=lambda name: not name.startswith(f"{prefix}training-records"))


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
        reader.faults.append(("no-organisation", Fault(Origin(file), (), message, help)))
    return Organisation.model_validate({"name": "The organisation", "type": "other"}).stand(Origin(file))


def _nameless(fault: Fault) -> Fault:
    """A fault in organisation.yaml names no record (fine print A20)."""
    return replace(fault, record=None)


def _by_rule(faults: Iterable[tuple[str, Fault]]) -> dict[str, list[Fault]]:
    out: dict[str, list[Fault]] = {}
    for rule, fault in faults:
        out.setdefault(rule, []).append(fault)
    return out
