"""A record that its model refuses: what cannot be used is dropped and told, and the rest of it still counts."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from igreg.dataclass import dataclass
from igreg.findings import (
    INVALID_ID,
    INVALID_VALUE,
    MISSING_FIELD,
    TOO_MUCH,
    UNKNOWN_FIELD,
    Fault,
    KeyPath,
    Origin,
    Told,
)
from igreg.model.anatomy import fields_of
from igreg.model.base import Part, Record
from igreg.model.cut_days import cut_days
from igreg.model.lenient import lenient
from igreg.model.messages import describe, is_empty
from igreg.model.said import Said
from igreg.model.sums import NOT_EXACT

Written = Callable[[Iterable[KeyPath]], dict[KeyPath, str]]
"""Gives scalars exactly as the file has them; key paths are those of the file."""

MOST_FAULTS = 1000
"""A record with more faults than this is no record: it is told in one finding, and dropped."""
_ROUNDS = 200


@dataclass(frozen=True, slots=True)
class _Step:
    """What is done about one error: what is told, and whether the value goes or is written as text."""

    path: KeyPath
    told: Told | None = None
    drop: bool = True
    blank: bool = False
    """Whether the value goes as if it had never been there: an empty optional field."""
    lacking: bool = False
    """Whether a field that must be there is now missing."""
    exact: str | Decimal | None = None
    """The value as the file has it, where it was read as something else."""


def mend(
    model: type[Record], data: dict[str, object], origin: Origin, written: Written, error: ValidationError
) -> tuple[Record, tuple[Told, ...]]:
    """The record that is left of plain data, and what is told of the rest (rulings A11, A12, A17, A23)."""
    if error.error_count() > MOST_FAULTS:
        return _nothing(model, origin), (_too_many(origin, error.error_count()),)
    data = copy.deepcopy(data)
    faults: dict[Told, None] = {}
    dropped: list[KeyPath] = []
    current: type[Record] = model
    for _ in range(_ROUNDS):
        steps = list(_steps(model, data, error, origin, written, dropped))
        faults |= {step.told: None for step in steps if step.told is not None}
        dropped += _carried_out(data, steps)
        if any(step.lacking for step in steps):
            current = lenient(model)
        try:
            record = current.model_validate(data)
            break
        except ValidationError as again:
            error = again
    else:
        record = lenient(model).model_construct()
    record.stand(origin, tuple(dropped))
    return record, tuple(
        Told(rule, replace(fault, record=record.identity, title=record.label)) for rule, fault in faults
    )


def _nothing(model: type[Record], origin: Origin) -> Record:
    """A record of a model that holds nothing at all."""
    record: Record = lenient(model).model_construct()
    return record.stand(origin)


def _too_many(origin: Origin, count: int) -> Told:
    message = f"a record with {count} faults, and none is looked at that has more than {MOST_FAULTS}"
    return Told(TOO_MUCH, Fault(origin, (), message, "look at whether this is a record at all"))


def _steps(
    model: type[Record],
    data: dict[str, object],
    error: ValidationError,
    origin: Origin,
    written: Written,
    dropped: list[KeyPath],
) -> Iterator[_Step]:
    """What is done about each error; what stands below a value that goes has no error of its own."""
    errors = error.errors(include_url=False)
    texts = _as_written(errors, origin, written)
    going: set[KeyPath] = set()
    emptied = {path[:-1] for path in dropped}
    names = _names(model, errors)
    mistyped = {(*path[:-1], said.field) for path, said in names.items() if said.field is not None}
    cut = cut_days(errors, data)
    for detail in errors:
        path = tuple(detail["loc"])
        if path in cut:
            said = cut[path]
            told = None if said is None else Told(INVALID_VALUE, Fault(origin, path, said.message, said.help))
            yield _Step(path, told, lacking=_is_needed(model, path))
            going.add(path)
            continue
        if path in mistyped and detail["type"] == "missing":
            yield _Step(path, drop=False, lacking=True)  # it is there, in a key with a slip of the pen
            continue
        if any(path[:length] in going for length in range(len(path) + 1)):
            continue
        step = _step(model, path, detail, origin, texts.get(path), path in emptied, names.get(path))
        if step.drop:
            going.add(path)
        yield step


def _names(model: type[Record], errors: list[ErrorDetails]) -> dict[KeyPath, Said]:
    """What is said of the keys that no field has, and which field each was meant for."""
    unknown = [(tuple(one["loc"]), one) for one in errors if one["type"] == "extra_forbidden"]
    return {path: describe(model, path, one) for path, one in unknown}


def _step(
    model: type[Record],
    path: KeyPath,
    detail: ErrorDetails,
    origin: Origin,
    text: str | None,
    emptied: bool,
    name: Said | None,
) -> _Step:
    """What is done about one error. `emptied`: its items were there, and each has had its finding; `name`: what is said
    of its key, where no field has it."""
    kind, value = detail["type"], detail["input"]

    def told(rule: str) -> Told:
        said = name or describe(model, path, detail)
        on_key = rule == UNKNOWN_FIELD
        return Told(rule, Fault(origin, path, said.message, said.help, on_key=on_key, becomes=said.becomes))

    if kind == "missing":
        return _Step(path, told(MISSING_FIELD), drop=False, lacking=True)
    if text is not None:
        return _Step(path, drop=False, exact=Decimal(text) if kind == NOT_EXACT else text)
    if kind != "extra_forbidden" and is_empty(kind, value):
        if _is_needed(model, path):
            return _Step(path, None if emptied else told(MISSING_FIELD), lacking=True)
        if path and isinstance(path[-1], int):
            return _Step(path, Told(INVALID_VALUE, Fault(origin, path, "an empty item", "fill it in or take it out")))
        return _Step(path, blank=True)
    rule = UNKNOWN_FIELD if kind == "extra_forbidden" else INVALID_ID if path and path[-1] == "id" else INVALID_VALUE
    return _Step(path, told(rule), lacking=_is_needed(model, path))


def _carried_out(data: dict[str, object], steps: list[_Step]) -> list[KeyPath]:
    """Write and drop what the steps say; the paths of what was there and is gone, from the end of lists on."""
    for step in steps:
        if step.exact is not None:
            _reach(data, step.path[:-1])[step.path[-1]] = step.exact
    gone = sorted((step for step in steps if step.drop), key=lambda step: _drop_order(step.path), reverse=True)
    for step in gone:
        _drop(data, step.path)
    return [step.path for step in gone if step.path and not step.blank]


def _as_written(errors: list[ErrorDetails], origin: Origin, written: Written) -> dict[KeyPath, str]:
    """Numbers and booleans that stand where text belongs, and long sums, as the file has them (rulings A11, B76)."""
    wanted = [
        tuple(e["loc"])
        for e in errors
        if e["type"] == NOT_EXACT or (e["type"] == "string_type" and isinstance(e["input"], bool | int | float))
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


def _drop(data: Any, path: KeyPath) -> None:
    try:
        del _reach(data, path[:-1])[path[-1]]
    except (KeyError, IndexError, TypeError):
        return
