"""The records of a file's text as pieces: each with its id and its own lines, which are read closely when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property
from re import compile as shape
from typing import Any

from igreg.dataclass import dataclass
from igreg.findings import Origin
from igreg.model.base import Record
from igreg.model.build import build
from igreg.model.kinds import model_of
from igreg.model.kinds.organisation import Organisation
from igreg.model.kinds.training_records import TrainingRecord
from igreg.model.values import ID_FORM, RESERVED_IDS
from igreg.model.walk import inner_ids, inner_models
from igreg.register.fast_training import Lines
from igreg.register.file import records_of
from igreg.register.keyed import keyed_by_id
from igreg.source.places import Cut
from igreg.source.reading.conflicts import conflict
from igreg.source.reading.document import is_flat, parse
from igreg.source.reading.fast import Doubt
from igreg.source.reading.pieces import glance
from igreg.source.reading.values import ids_as_text

__all__ = ["Doubt", "Piece", "Pieces", "closely", "quickly"]

_ID = shape(ID_FORM)


@dataclass(eq=False)
class Piece:
    """One record as it stood in one file."""

    kind: str
    id: str
    file: str
    text: str | None
    """Its lines, as an item of a list or as the one mapping of a file; nothing where they cannot be cut out."""
    inner: tuple[str, ...] = ()
    """The ids of the actions and audit findings in it."""
    read: Record | None = None

    @cached_property
    def record(self) -> Record:
        """The record that the lines say."""
        if self.read is not None:
            return self.read
        data, single = _data(self.text or "")
        return build(model_of(self.kind), data, Origin(self.file, None if single else 0), Cut(self.text or "").written)[
            0
        ]

    @cached_property
    def data(self) -> Mapping[str, Any]:
        """The plain data of the lines, in the order in which it is written; nothing where they cannot be cut out."""
        return _data(self.text)[0] if self.text is not None else {}

    def is_as(self, other: Piece | None) -> bool:
        """Whether both are the same lines; where they are not, the records may still say the same."""
        if other is None or self.file != other.file or (self.text is None) is not (other.text is None):
            return False
        return self.read == other.read if self.text is None else self.text == other.text


@dataclass(frozen=True)
class Pieces:
    """What the text of a file holds."""

    of: tuple[Piece, ...] = ()
    is_cut: bool = False
    """Whether each record of a list begins on a line of its own, so that a part of the text can be read alone."""
    is_broken: bool = False
    """Whether it could not be read, so that it may hold records of which nothing is known."""
    lost: frozenset[str] = field(default=frozenset())
    """The ids that can be made out in a text that could not be read; none where nothing can."""


def quickly(kind: str, file: str, text: str) -> Pieces:
    """The pieces of a text that can be read fast and has nothing wrong with it. Raises Doubt for any other text."""
    if kind == Organisation.kind or conflict(file, text) is not None or "\x00" in text:
        raise Doubt
    found = list(glance(text))
    items = [one for _, records in found for one in records]
    single = bool(found) and found[0][0]
    if not is_flat(items) or (single and keyed_by_id(items, model_of(kind))):
        raise Doubt
    if single:
        return Pieces(tuple(_pieces(kind, file, items, [text])))
    cut = Cut(text).starts if items else None
    if cut is None or len(cut) != len(items):
        texts: list[str | None] = [None] * len(items)
        return Pieces(tuple(_pieces(kind, file, items, texts)))
    ends = [*cut[1:], len(text)]
    lines = [text[start:end] for start, end in zip(cut, ends, strict=True)]
    return Pieces(tuple(_pieces(kind, file, items, lines)), is_cut=True)


def closely(kind: str, file: str, text: str) -> Pieces:
    """The pieces of any text, as the register reads it; of records with one id the first counts."""
    read = records_of(kind, file, text, Lines())
    if read.is_lost or read.lost_ids or (read.text_faults and not read.records and not read.training):
        return Pieces(is_broken=True, lost=read.lost_ids or ids_as_text(text))
    out: dict[str, Piece] = {}
    for record in read.records:
        id = Organisation.kind if kind == Organisation.kind else record.identity
        if id is not None:
            inner = tuple(one for _, one, _ in inner_ids(record))
            own = text if kind == Organisation.kind else None
            out.setdefault(id, Piece(kind, id, file, own, inner, record))
    return Pieces(tuple(out.values()))


def _pieces(kind: str, file: str, items: list[dict[str, Any]], texts: list[Any]) -> Iterator[Piece]:
    model = model_of(kind)
    has_inner = bool(inner_models(model))
    for index, (data, text) in enumerate(zip(items, texts, strict=True)):
        inner: tuple[str, ...] | None = tuple(_inner(list(data.values()))) if has_inner else ()
        id: object = data.get("id")
        record = None
        if (
            model is TrainingRecord
            or text is None
            or (id and not _is_id(id))
            or (inner and not all(map(_is_id, inner)))
        ):
            record = build(model, data, Origin(file, index), lambda paths: {})[0]
            if text is not None:  # a number is an id as it is written
                record = Piece(kind, "", file, text).record
            id = record.identity
            inner = tuple(one for _, one, _ in inner_ids(record))
        if id:
            yield Piece(kind, str(id), file, text, inner or (), record)


def _is_id(value: object) -> bool:
    return type(value) is str and value not in RESERVED_IDS and _ID.match(value) is not None and value[-1] != "\n"


def _inner(values: list[Any]) -> Iterator[Any]:
    """Whatever stands as `id` in a list of parts, however deep."""
    for value in values:
        if type(value) is list:
            for one in value:
                if type(one) is dict:
                    if one.get("id"):
                        yield one["id"]
                    yield from _inner(list(one.values()))
        elif type(value) is dict:
            yield from _inner(list(value.values()))


def _data(text: str) -> tuple[dict[str, object], bool]:
    """The plain data of one record's lines, and whether they are one mapping."""
    try:
        single, records = next(iter(glance(text)))
    except (Doubt, StopIteration):
        parsed = parse("", text, closely=True)
        single, records = parsed.single, parsed.value or [{}]
    return records[0], single
