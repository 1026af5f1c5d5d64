"""What a record says as plain values, and in which of them two states of it differ (ruling H23)."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from igreg.dataclass import dataclass
from igreg.findings import KeyPath
from igreg.model.base import Part
from igreg.model.span import Span

Pair = tuple[int | None, int | None]
"""The places of one element of a list in the first and in the second state; nothing where it is not there."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One value that differs; nothing where it was not there, or is there no more.

    Places in lists are those of the second state; of what is there no more, those of the first.
    """

    path: KeyPath
    before: Any
    after: Any


def plain_record(record: Part) -> dict[str, Any]:
    """What a record says, as JSON has it: empty fields and defaults are nothing, days and lengths of time are texts."""
    found: dict[str, Any] = plain_value(record.model_dump(by_alias=True, exclude_defaults=True))
    return found


def plain_value(value: Any) -> Any:
    """A value as JSON has it: days, moments and lengths of time are texts, and four hours are 4 and not 4.0."""
    if isinstance(value, dict):
        return {key: plain_value(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain_value(one) for one in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, tuple):
        return str(Span(*value))
    if isinstance(value, dt.date):
        return value.isoformat()
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


def changes_of(old: Part, new: Part) -> tuple[FieldChange, ...]:
    """Every value in which two states of a record differ. A value that is not written is what the format takes for it:
    a policy without a status is in force.
    """
    full = [plain_value(one.model_dump(by_alias=True)) for one in (old, new)]
    return tuple(
        FieldChange(way.now, _else_meant(full[0], way.was, before), _else_meant(full[1], way.now, after))
        for way, before, after in _differences(plain_record(old), plain_record(new), _Way((), ()))
    )


def field_changes(was: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    """Every value in which two plain records differ, in the record's order; another order of a list is no change."""
    return tuple(FieldChange(way.now, before, after) for way, before, after in _differences(was, now, _Way((), ())))


class _Way(NamedTuple):
    """The way to a value in either state; to what is in one alone, the way in that one."""

    was: KeyPath
    now: KeyPath

    def to(self, step: str) -> _Way:
        return _Way((*self.was, step), (*self.now, step))


Differing = tuple[_Way, Any, Any]


def _differences(was: Any, now: Any, way: _Way) -> Iterator[Differing]:
    if was == now:
        return
    if isinstance(was, Mapping) and isinstance(now, Mapping):
        for key in dict.fromkeys([*was, *now]):
            yield from _differences(_or_nothing(was.get(key)), _or_nothing(now.get(key)), way.to(key))
    elif isinstance(was, list | None) and isinstance(now, list | None):
        yield from _of_lists(was or [], now or [], way)
    else:
        yield way, was, now


def _of_lists(was: Sequence[Any], now: Sequence[Any], way: _Way) -> Iterator[Differing]:
    for old, new in matched(was, now):
        if old is not None and new is not None:
            yield from _differences(was[old], now[new], _Way((*way.was, old), (*way.now, new)))
        elif new is not None:
            yield _Way((*way.now, new), (*way.now, new)), None, now[new]
        elif old is not None:
            yield _Way((*way.was, old), (*way.was, old)), was[old], None


def _else_meant(full: Any, path: KeyPath, value: Any) -> Any:
    """A value, or where none is written what the format takes for it; elements of lists are there or not."""
    if value is not None or isinstance(path[-1], int):
        return value
    for step in path:
        full = full.get(step) if isinstance(full, Mapping) else full[step]
    return _or_nothing(full)


def _or_nothing(value: Any) -> Any:
    """A value; nothing for one that is empty."""
    return None if value in ("", [], {}) else value


def alike(value: Any) -> str:
    """A plain value in words that are the same for whatever says the same: no order, and nothing that is empty."""
    return json.dumps(_sorted(value), sort_keys=True, ensure_ascii=False)


def _sorted(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _sorted(one) for key, one in value.items() if _or_nothing(one) is not None}
    if isinstance(value, list):
        return sorted(map(_sorted, value), key=lambda one: json.dumps(one, sort_keys=True, ensure_ascii=False))
    return value


def matched(was: Sequence[Any], now: Sequence[Any]) -> list[Pair]:
    """Which elements of two lists are one: by what they say, else by `id`, by staff, from and as, else by their place.

    In the order of the second list, then those that are there no more. Two of different ids are one only where they
    say the same otherwise.
    """
    left = dict.fromkeys(range(len(was)))
    found: dict[int, int] = {}
    for key in (alike, _id, _appointment):
        _pair(was, now, left, found, key)
    for place, one in enumerate(now):
        if place not in found and place in left and _may_be_one(was[place], one):
            found[place] = place
            del left[place]
    return [(found.get(place), place) for place in range(len(now))] + [(place, None) for place in left]


def _pair(
    was: Sequence[Any],
    now: Sequence[Any],
    left: dict[int, None],
    found: dict[int, int],
    key: Callable[[Any], object],
) -> None:
    """Put together what has one key and is in no pair yet, in the order of both lists."""
    if not left or len(found) == len(now):
        return
    places: dict[object, list[int]] = {}
    for place in reversed(left):
        if (known := key(was[place])) is not None:
            places.setdefault(known, []).append(place)
    for place, one in enumerate(now):
        if place not in found and (same := places.get(key(one))):
            found[place] = same.pop()
            del left[found[place]]


def _id(one: Any) -> object:
    return repr(one["id"]) if isinstance(one, Mapping) and one.get("id") else None


def _appointment(one: Any) -> object:
    if not isinstance(one, Mapping) or not (one.get("staff") and one.get("from")):
        return None
    return repr((one["staff"], one["from"], one.get("as")))


def _may_be_one(was: Any, now: Any) -> bool:
    """Whether what stands at one place in both may be one element: parts, or values, and no two things with ids."""
    if not isinstance(was, Mapping) or not isinstance(now, Mapping):
        return isinstance(was, Mapping) == isinstance(now, Mapping)
    if _id(was) is None or _id(now) is None:
        return True
    return {**was, "id": None} == {**now, "id": None}
