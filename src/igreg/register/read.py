"""Texts -> register: file by file read and let go, so that memory holds records and not YAML; then assembled."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import cast

from igreg.findings import NO_ORGANISATION, UNKNOWN_KIND, WRONG_SHAPE, Fault, Origin, Told
from igreg.language.suggest import did_you_mean, nearest
from igreg.model.base import Record
from igreg.model.kinds import KINDS, in_order, model_of
from igreg.model.kinds.organisation import Organisation
from igreg.model.kinds.training_records import TrainingRecord
from igreg.register.fast_training import Lines
from igreg.register.file import FileRecords, gone_on, records_of
from igreg.register.file_names import kind_in_name, passed_over
from igreg.register.overlooked import copy_of, overlooked
from igreg.register.register import Register
from igreg.register.sources import Sources
from igreg.register.training_lines import TrainingLine
from igreg.source.reading.values import ids_as_text


def read(sources: Sources, kinds: Collection[str] | None = None) -> Register:
    """Read a register; with `kinds` only the files of those kinds (the organisation is always read)."""
    return assemble(read_files(sources, kinds), sources)


def read_files(sources: Sources, kinds: Collection[str] | None = None) -> Iterator[FileRecords]:
    """Every file of a register as a value, in the order of names; with `kinds` only the files of those kinds."""
    prefix = sources.prefix
    lines = Lines()
    for file in sorted(sources.texts):
        named = kind_in_name(file.removeprefix(prefix))
        if named is None:
            continue
        if named.kind is None:
            yield FileRecords(file, None, lost_ids=ids_as_text(sources.texts[file]))
        elif kinds is None or named.kind in kinds or named.kind == Organisation.kind:
            yield records_of(named.kind, file, sources.texts[file], lines)


def reread(register: Register, texts: Mapping[str, str]) -> Register:
    """The register with other texts: what stands in a file whose text is the same is not read again.

    Gives what reading all of them would give.
    """
    return read_beside(register, replace(register.sources, texts=texts))


def read_beside(register: Register, sources: Sources) -> Register:
    """Another state of a register: what stands in a file whose text is the same is not read again.

    Gives what `read` would give; both name their files alike.
    """
    before, known = register.sources.texts, {part.file: part for part in register.parts}
    texts = sources.texts
    same = {file for file, text in texts.items() if before.get(file) == text}
    changed = {file: text for file, text in texts.items() if file not in same}
    parts = {file: part for file, part in known.items() if file in same}
    lines = Lines()
    for file, text in changed.items():
        more = gone_on(known[file], before[file], text, lines) if file in known and file in before else None
        if more is not None:
            parts[file] = more
    changed = {file: text for file, text in changed.items() if file not in parts}
    parts |= {part.file: part for part in read_files(replace(sources, texts=changed))}
    return assemble((parts[file] for file in sorted(parts)), sources)


def assemble(files: Iterable[FileRecords], sources: Sources) -> Register:
    """The register of files that were read, in the order of names.

    Where one file changes, it alone is read again: the register of the others and of it is the register that reading
    everything again would give.
    """
    assembling = _Assembling(sources)
    for file in files:
        assembling.take(file)
    assembling.names()
    return assembling.register()


class _Assembling:
    """What grows while files are put together."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.prefix = sources.prefix
        self.records: dict[str, list[Record]] = {kind: [] for kind in KINDS}
        self.training: list[TrainingLine] = []
        self.noted: list[TrainingRecord] = []
        self.faults: list[Told] = list(sources.faults)
        self.lost_ids: set[str] = set()
        self.lost_kinds: set[str] = set()
        self.unknown: dict[str, bool] = {}
        self.organisation: Organisation | None = None
        self.files = 0
        self.parts: list[FileRecords] = []

    def take(self, part: FileRecords) -> None:
        """Put one file to the others."""
        self.parts.append(part)
        self.lost_ids |= part.lost_ids
        if part.kind is None:
            self._name(part.file)
            return
        self.files += 1
        if part.is_lost:
            self.lost_kinds.add(part.kind)
        self.faults += part.text_faults
        if part.kind == Organisation.kind and part.records:
            if self.organisation is not None:
                message = f"a second organisation; the first is in {self.organisation.where.file}"
                self.faults.append(Told.at(WRONG_SHAPE, part.file, 1, 1, message, "keep one of the two files"))
                return
            self.organisation = cast(Organisation, part.records[0])
        else:
            self.records[part.kind].extend(part.records)
        self.training.extend(part.training)
        self.noted.extend(part.noted)
        self.faults += part.record_faults

    def names(self) -> None:
        """Look at the names of what was not read: files that nobody could decode, and folders."""
        for file in self.sources.unreadable:
            self._name(file)
        for folder in self.sources.folders:
            if not passed_over(folder) and (folder not in KINDS or folder == Organisation.kind):
                self.unknown[folder] = True
        self.faults += [_unknown(self.prefix, name, folder) for name, folder in sorted(self.unknown.items())]

    def _name(self, file: str) -> None:
        """The name of a file that holds no record that could be read."""
        below = file.removeprefix(self.prefix)
        named = kind_in_name(below)
        if named is None:
            return
        if named.kind is None:
            if "/" in below or copy_of(below) is None:  # a copy is told as one
                self.unknown[cast(str, named.unknown)] = "/" in below
        else:
            self.lost_kinds.add(named.kind)

    def register(self) -> Register:
        """All of it as one value."""
        organisation = self.organisation or self._stand_in()
        faults: dict[str, list[Fault]] = defaultdict(list)
        for rule, fault in self.faults:
            faults[rule].append(fault)
        return Register(
            sources=self.sources,
            organisation=organisation,
            kinds={kind: tuple(self.records[kind]) for kind in self._kinds_in_order()},
            training=tuple(self.training),
            noted=tuple(self.noted),
            faults=dict(faults),
            lost_ids=frozenset(self.lost_ids),
            lost_kinds=frozenset(self.lost_kinds | self._hidden()),
            files=self.files,
            has_organisation=self.organisation is not None,
            parts=tuple(self.parts),
        )

    def _hidden(self) -> set[str]:
        """The kinds of which the one file has a name that is not read: its own finding says so (ruling A24)."""
        hidden = {one.kind for one in overlooked(self.sources) if one.alone and one.kind}
        return hidden - {Organisation.kind}

    def _kinds_in_order(self) -> list[str]:
        """Kinds in the order of their models; those without records come last: no model is loaded for them."""
        return sorted(KINDS, key=lambda kind: (model_of(kind).order if self.records[kind] else math.inf, kind))

    def _stand_in(self) -> Organisation:
        """An organisation in the place of one that is not there, so that every other rule can go on."""
        file = f"{self.prefix}organisation.yaml"
        either = (file, f"{self.prefix}organisation.yml")
        faulty = any(told.fault.origin.file in either for told in self.faults)
        if Organisation.kind not in self.lost_kinds and not faulty:
            seen = any(name in self.sources.texts for name in either)
            message = "organisation.yaml is empty" if seen else "the register has no organisation.yaml"
            help = "write `name:` and `type:` of the organisation into organisation.yaml"
            self.faults.append(Told(NO_ORGANISATION, Fault(Origin(file), (), message, help)))
        return Organisation.model_validate({"name": "The organisation", "type": "other"}).stand(Origin(file))


def _unknown(prefix: str, name: str, folder: bool) -> Told:
    """What is told of a name below the register that is no kind."""
    near = nearest(name.rsplit(".", 1)[0], [kind for kind in KINDS if not folder or kind != Organisation.kind])
    ending = "" if folder else ".yaml"
    help = did_you_mean(near and near + ending, f"the kinds are: {', '.join(in_order())}")
    if folder and name == Organisation.kind:
        help = "the organisation stands in one file, organisation.yaml"
    what = "folder" if folder else "file"
    message = f"the {what} {name!r} is named after no kind of record"
    return Told(UNKNOWN_KIND, Fault(Origin(f"{prefix}{name}"), (), message, help))
