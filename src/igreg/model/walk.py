"""Ways through a record: every field with a certain mark, found once per model and then followed quickly."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import chain, compress
from operator import attrgetter, itemgetter
from typing import Any, TypeVar

from igreg.dataclass import dataclass
from igreg.findings import KeyPath
from igreg.model.anatomy import fields_of
from igreg.model.base import Inner, Part, Reference
from igreg.model.marks import Ref
from igreg.model.shared import Action, Document

P = TypeVar("P", bound=Part)


@dataclass(frozen=True, slots=True)
class Plan:
    """Where in a model the marked fields are: here, and in which parts."""

    here: tuple[tuple[str, str, Any, bool], ...]
    """Attribute, key in the file, mark, whether it is a list."""
    parts: tuple[tuple[str, str, Plan, bool], ...]


@functools.cache
def plan(model: type[Part], mark: type) -> Plan:
    """The plan of a model for one mark (`Ref`, `AreaName`)."""
    here: list[tuple[str, str, Any, bool]] = []
    parts: list[tuple[str, str, Plan, bool]] = []
    for key, field in fields_of(model).items():
        found = next((m for m in field.marks if isinstance(m, mark)), None)
        if found is not None:
            here.append((field.attribute, key, found, field.many))
        for part in field.parts:
            inner = plan(part, mark)
            if inner.here or inner.parts:
                parts.append((field.attribute, key, inner, field.many))
    return Plan(tuple(here), tuple(parts))


_LARGEST = 10**60
"""Python writes out no number of thousands of digits, and nobody's number is as long."""


def walk(value: Any, way: Plan, prefix: KeyPath = ()) -> Iterator[tuple[KeyPath, str, Any]]:
    """Every marked value with its key path and its mark; empty fields are passed over."""
    for attribute, key, mark, many in way.here:
        found = getattr(value, attribute)
        if not found:
            continue
        if many:
            for index, item in enumerate(found):
                yield (*prefix, key, index), item, mark
        else:
            yield (*prefix, key), found, mark
    for attribute, key, inner, many in way.parts:
        found = getattr(value, attribute)
        if not found:
            continue
        if many:
            for index, item in enumerate(found):
                yield from walk(item, inner, (*prefix, key, index))
        else:
            yield from walk(found, inner, (*prefix, key))


def gather(values: Sequence[Any], way: Plan, out: dict[Any, set[str]]) -> None:
    """The marked values of many records of one model, field by field, into a set for each mark; paths are not kept."""
    fields = [*map(vars, values)]
    for attribute, _, mark, many in way.here:
        found = filter(None, map(itemgetter(attribute), fields))
        out.setdefault(mark, set()).update(chain.from_iterable(found) if many else found)
    for attribute, _, inner, many in way.parts:
        below = list(filter(None, map(itemgetter(attribute), fields)))
        if below:
            gather(list(chain.from_iterable(below)) if many else below, inner, out)


def names_any(value: Any, way: Plan, wanted: Collection[str]) -> bool:
    """Whether a record has one of these ids in any marked field; quicker than walking, since it keeps no paths."""
    for attribute, _, _, many in way.here:
        found = getattr(value, attribute)
        if found and (any(item in wanted for item in found) if many else found in wanted):
            return True
    for attribute, _, inner, many in way.parts:
        below = getattr(value, attribute)
        if below and any(names_any(item, inner, wanted) for item in (below if many else (below,))):
            return True
    return False


def references(record: Part) -> Iterator[Reference]:
    """Every reference of a record."""
    for path, target, mark in walk(record, plan(type(record), Ref)):
        yield Reference(path, target, mark)


def parts(part: Part, wanted: type[P], prefix: KeyPath = ()) -> Iterator[tuple[KeyPath, P]]:
    """Every part of a certain model that stands in a record, however deep."""
    for attribute, key, many in _ways(type(part), wanted):
        found = getattr(part, attribute)
        if not found:
            continue
        for index, item in enumerate(found) if many else ((None, found),):
            path = (*prefix, key) if index is None else (*prefix, key, index)
            if isinstance(item, wanted):
                yield path, item
            inner: type[Part] = type(item)
            if _ways(inner, wanted):  # most parts hold none, and there are very many
                yield from parts(item, wanted, path)


def can_hold(model: type[Part], wanted: type[Part]) -> bool:
    """Whether records of a model can hold parts of another, however deep."""
    return bool(_ways(model, wanted))


def that_may_hold(records: Sequence[P], wanted: type[Part]) -> Iterator[P]:
    """Those of a kind's records in which any field is filled that can hold parts of a model, in their order."""
    if not records or not can_hold(type(records[0]), wanted):
        return
    ways = [attrgetter(attribute) for attribute, _, _ in _ways(type(records[0]), wanted)]
    if len(ways) == 1:
        yield from compress(records, map(ways[0], records))
    else:
        yield from (record for record in records if any(way(record) for way in ways))


@functools.cache
def _ways(model: type[Part], wanted: type[Part]) -> tuple[tuple[str, str, bool], ...]:
    """The fields of a model that hold wanted parts, or parts that do: attribute, key, whether a list."""
    return tuple(
        (field.attribute, field.key, field.many)
        for field in fields_of(model).values()
        for part in field.parts
        if issubclass(part, wanted) or _ways(part, wanted)
    )


def actions(record: Part) -> Iterator[tuple[KeyPath, Action]]:
    """Every action that stands in a record, such as those of an audit's findings."""
    return parts(record, Action)


def documents(record: Part) -> Iterator[tuple[KeyPath, Document]]:
    """Every document that a record names."""
    return parts(record, Document)


def inner_ids(record: Part) -> Iterator[tuple[KeyPath, str, str]]:
    """Ids that stand inside a record, as path, id and what it is the id of."""
    for path, part in parts(record, Inner):
        if part.id is not None:
            yield (*path, "id"), part.id, part.kind


@functools.cache
def inner_models(model: type[Part]) -> Mapping[str, type[Inner]]:
    """The parts with ids of their own that a model can hold, by what those are the ids of."""
    out: dict[str, type[Inner]] = {}
    for field in fields_of(model).values():
        for part in field.parts:
            if issubclass(part, Inner):
                out[part.kind] = part
            out |= inner_models(part)
    return out


def texts(part: Part, prefix: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Every text in a record, in its lists and parts and under `extra` too, with its key path.

    A whole number under `extra` comes as its digits: a telephone number without quotes is one.
    """
    for attribute, value in part.__dict__.items():
        if value:
            yield from _texts(value, (*prefix, _key(type(part), attribute)))


def _texts(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif type(value) is int and path[0] == "extra" and abs(value) < _LARGEST:
        yield path, str(value)
    elif isinstance(value, Part):
        yield from texts(value, path)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*path, key))


def all_words(part: Part) -> str:
    """Every text that was written in a record, whichever field it is in, one a line and in no order.

    Many times as quick as `texts`, for whoever wants to know first whether something can be in any of them.
    """
    out: list[str] = []
    _put(part, out.append)
    return "\n".join(out)


def _put(part: Part, put: Callable[[str], None]) -> None:
    values = part.__dict__
    for field in part.__pydantic_fields_set__:
        value = values[field]
        if type(value) is str:
            put(value)
        elif isinstance(value, Part):
            _put(value, put)
        elif type(value) is list:
            for item in value:
                if type(item) is str:
                    put(item)
                elif isinstance(item, Part):
                    _put(item, put)
        elif type(value) is dict:
            for _, text in _texts(value, (field,)):
                put(text)


@functools.cache
def _key(model: type[Part], attribute: str) -> str:
    """What an attribute is called in the file."""
    return model.model_fields[attribute].alias or attribute
