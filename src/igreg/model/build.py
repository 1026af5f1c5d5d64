"""Plain data -> record, or faults: one mistake is one fault, and the rest of the record still counts."""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from igreg.findings import Fault, KeyPath, Origin
from igreg.model.anatomy import fields_of
from igreg.model.base import Part, Record
from igreg.model.lenient import lenient
from igreg.model.messages import describe, is_empty
from igreg.model.shared import Document, Review

Written = Callable[[Iterable[KeyPath]], dict[KeyPath, str]]
"""Gives scalars exactly as the file has them; key paths are those of the file."""


@dataclass(frozen=True, slots=True)
class Built:
    """A record, and what was wrong with its fields, each with the name of the rule that speaks of it."""

    record: Record
    faults: tuple[tuple[str, Fault], ...] = ()
    repaired: bool = False
    """Whether the plain data had to be mended, be it without a fault."""


def build(model: type[Record], data: dict[str, object], origin: Origin, written: Written) -> Built:
    """Build one record; what cannot be used is dropped and told (fine print A11, A12, A17, A23)."""
    try:
        record: Record = _validator(model)(data)
    except ValidationError as error:
        return _repair(model, data, origin, written, error)
    record.stand(origin)
    return Built(record, () if _settled(record, _parts_of(model)) else _unsettled(record))


@functools.cache
def _validator(model: type[Record]) -> Callable[[dict[str, object]], Any]:
    """The compiled validator of a model, without the way through its class."""
    model.model_rebuild()
    return model.__pydantic_validator__.validate_python


def _repair(
    model: type[Record], data: dict[str, object], origin: Origin, written: Written, error: ValidationError
) -> Built:
    """Mend what the format allows, drop what it does not, and try again until the record stands."""
    data = copy.deepcopy(data)
    faults: list[tuple[str, KeyPath, str, str, bool]] = []
    dropped: list[KeyPath] = []
    current: type[Record] = model
    for _ in range(200):
        errors = error.errors(include_url=False)
        texts = _as_written(errors, origin, written)
        missing = False
        drops: list[KeyPath] = []
        blank: set[KeyPath] = set()
        for detail in errors:
            path = tuple(detail["loc"])
            if any(path[: len(d)] == d for d in drops):
                continue
            kind, value = detail["type"], detail["input"]
            if kind == "missing":
                faults.append(("missing-field", path, *describe(model, path, detail), False))
                missing = True
            elif path in texts:
                _put(data, path, texts[path])
            elif kind != "extra_forbidden" and is_empty(kind, value):
                needed = _is_needed(model, path)
                if needed and any(gone[:-1] == path for gone in dropped):
                    missing = True  # its items were there, and each has had its finding
                elif needed:
                    faults.append(("missing-field", path, *describe(model, path, detail), False))
                    missing = True
                elif path and isinstance(path[-1], int):
                    faults.append(("invalid-value", path, "an empty item", "fill it in or take it out", False))
                else:
                    blank.add(path)
                drops.append(path)
            else:
                rule = "unknown-field" if kind == "extra_forbidden" else "invalid-value"
                if rule == "invalid-value" and path and path[-1] == "id":
                    rule = "invalid-id"
                faults.append((rule, path, *describe(model, path, detail), rule == "unknown-field"))
                missing = missing or _is_needed(model, path)
                drops.append(path)
        for path in sorted(drops, key=_drop_order, reverse=True):
            _drop(data, path)
            if path and path not in blank:
                dropped.append(path)
        if missing:
            current = lenient(model)
        try:
            record = current.model_validate(data)
            break
        except ValidationError as again:
            error = again
    else:
        record = lenient(model).model_construct()
    record.stand(origin, tuple(dropped))
    told = tuple(
        (rule, Fault(origin, path, message, help, record.identity, record.label, on_key=on_key))
        for rule, path, message, help, on_key in dict.fromkeys(faults)
    )
    return Built(record, told + _unsettled(record, told), True)


def _unsettled(record: Record, told: tuple[tuple[str, Fault], ...] = ()) -> tuple[tuple[str, Fault], ...]:
    """What only two fields together can settle, unless one of them has a fault of its own already."""
    known = [fault.path for _, fault in told]
    return tuple(
        ("missing-field", record.fault(path, message, help))
        for path, message, help in _incomplete(record, ())
        if not any(other[: len(path) - 1] == path[:-1] for other in known)
    )


def _incomplete(part: Part, prefix: KeyPath) -> Iterable[tuple[KeyPath, str, str]]:
    """Documents with neither path nor url, and fixed cycles without an anchor (fine print A17, A62)."""
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


def _as_written(errors: list[ErrorDetails], origin: Origin, written: Written) -> dict[KeyPath, str]:
    """Numbers and booleans that stand where text belongs, as the file has them (fine print A11)."""
    wanted = [
        tuple(e["loc"]) for e in errors if e["type"] == "string_type" and isinstance(e["input"], bool | int | float)
    ]
    if not wanted:
        return {}
    found = written([origin.path(path) for path in wanted])
    return {path: found[origin.path(path)] for path in wanted if origin.path(path) in found}


def _is_needed(model: type[Part], path: KeyPath) -> bool:
    """Whether a path ends in a field that must be there."""
    current: Any = model
    needed = False
    for step in path:
        if isinstance(step, int):
            needed = False
            continue
        if current is None:
            return False
        field = fields_of(current).get(step)
        if field is None:
            return False
        needed = field.needed
        current = next(iter(field.parts), None)
    return needed


def _drop_order(path: KeyPath) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in path)


def _reach(data: Any, path: KeyPath) -> Any:
    for step in path:
        data = data[step]
    return data


def _put(data: Any, path: KeyPath, value: object) -> None:
    _reach(data, path[:-1])[path[-1]] = value


def _drop(data: Any, path: KeyPath) -> None:
    try:
        del _reach(data, path[:-1])[path[-1]]
    except (KeyError, IndexError, TypeError):
        return
