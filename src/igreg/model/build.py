"""Plain data -> record, or faults: what its model says, and what only two fields together can settle."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import BaseModel, ValidationError

from igreg.findings import MISSING_FIELD, KeyPath, Origin, Told
from igreg.model.anatomy import fields_of
from igreg.model.base import Part, Record
from igreg.model.shared import Document, Review

if TYPE_CHECKING:
    from igreg.model.mend import Written


_GIVEN: dict[frozenset[str], set[str]] = {}
"""The sets of fields that records were given, each once. They stay plain sets, or pydantic would write out no record
with the fields alone that were given; nobody adds to one, and a copy of a record has a set of its own."""
_give = vars(BaseModel)["__pydantic_fields_set__"].__set__


class Built(NamedTuple):
    """A record, and what was wrong with its fields."""

    record: Record
    faults: tuple[Told, ...] = ()
    repaired: bool = False
    """Whether the plain data had to be mended, be it without a fault."""


def build(model: type[Record], data: dict[str, object], origin: Origin, written: Written) -> Built:
    """Build one record; what cannot be used is dropped and told (rulings A11, A12, A17, A23).

    The data is nested no deeper than the format allows.
    """
    try:
        record = _taken(model, data, origin)
    except ValidationError as error:
        from igreg.model.mend import mend  # with all that may have been meant; a sound register needs none of it

        record, told = mend(model, data, origin, written, error)
        return Built(record, told + _unsettled(record, told), True)
    return Built(record, _unsettled(record))


def sound(model: type[Record], data: dict[str, object], origin: Origin) -> Record | None:
    """A record that its model takes as it is, and in which nothing is left to settle; nothing where there is more."""
    try:
        record = _taken(model, data, origin)
    except ValidationError:
        return None
    return record if _settled(record, _parts_of(model)) else None


def _taken(model: type[Record], data: dict[str, object], origin: Origin) -> Record:
    """A record as its model makes it. Raises ValidationError.

    Of which of its fields were given pydantic makes a set for each; such a set takes more room than the record's texts,
    and few differ, so each is kept once.
    """
    record: Record = _validator(model)(data)
    given = record.__pydantic_fields_set__
    _give(record, _GIVEN.setdefault(frozenset(given), given))
    return record.stand(origin)


@functools.cache
def _validator(model: type[Record]) -> Callable[[dict[str, object]], Any]:
    """The compiled validator of a model, without the way through its class.

    What several kinds have is compiled first, or each of them would work it out for itself.
    """
    for one in (Document, Review, model):
        one.model_rebuild()
    return model.__pydantic_validator__.validate_python


def _unsettled(record: Record, told: tuple[Told, ...] = ()) -> tuple[Told, ...]:
    """What only two fields together can settle, unless one of them has a fault of its own already."""
    known = [fault.path for _, fault in told]
    return tuple(
        Told(MISSING_FIELD, record.fault(path, message, help))
        for path, message, help in _incomplete(record, ())
        if not any(other[: len(path) - 1] == path[:-1] for other in known)
    )


def _incomplete(part: Part, prefix: KeyPath) -> Iterable[tuple[KeyPath, str, str]]:
    """Documents with neither path nor url, and fixed cycles without an anchor (rulings A17, A62)."""
    for attribute, key, many in _parts_of(type(part)):
        value = getattr(part, attribute)
        if not value:
            continue
        for index, item in enumerate(value) if many else ((None, value),):
            path = (*prefix, key) if index is None else (*prefix, key, index)
            if isinstance(item, Document) and not item.path and not item.url:
                yield (*path, "path"), "a document with neither `path` nor `url`", "say where it is: path: docs/file.md"
            elif isinstance(item, Review) and item.cycle == "fixed" and item.anchor is None:
                yield (*path, "anchor"), "a fixed cycle without `anchor`", "give a day of the cycle: anchor: 2026-04-01"
            elif isinstance(item, Part):
                yield from _incomplete(item, path)


def _settled(part: Part, parts: tuple[tuple[str, str, bool], ...]) -> bool:
    """A quick look: whether nothing is left that two fields have to settle together."""
    for attribute, _, many in parts:
        value = getattr(part, attribute)
        if not value:
            continue
        for item in value if many else (value,):
            kind = item.__class__
            if kind is Review:
                if item.cycle == "fixed" and item.anchor is None:
                    return False
            elif kind is Document:
                if item.path is None and item.url is None:
                    return False
            elif not _settled(item, _parts_of(kind)):
                return False
    return True


@functools.cache
def _parts_of(model: type[Part]) -> tuple[tuple[str, str, bool], ...]:
    """The fields of a model that hold parts with something to look at: attribute, key, whether a list."""
    return tuple(
        (field.attribute, field.key, field.many)
        for field in fields_of(model).values()
        for part in field.parts
        if part in (Document, Review) or _parts_of(part)
    )
