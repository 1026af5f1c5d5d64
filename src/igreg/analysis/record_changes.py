"""Which records two states of a register have not in common, and which of their fields differ (rulings H22, H23)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from igreg.findings import KeyPath
from igreg.model.base import Record
from igreg.model.span import Span
from igreg.register.register import Register


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One value that differs; nothing where it was not there, or is there no more."""

    path: KeyPath
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record that was added, is gone or has changed."""

    kind: str
    record: str | None
    change: str
    fields: tuple[FieldChange, ...]


def record_changes(before: Register, after: Register) -> list[RecordChange]:
    """Every record that differs, in the order of kinds and of the register; training records stand apart."""
    out = []
    was, now = (dict(_records(register)) for register in (before, after))
    for key in dict.fromkeys([*was, *now]):
        old, new = was.get(key), now.get(key)
        if old is None or new is None:
            out.append(RecordChange(*key, "added" if old is None else "gone", ()))
        elif old is not new and old != new:
            out.append(RecordChange(*key, "changed", tuple(_fields(plain_record(old), plain_record(new), ()))))
    return out


def _records(register: Register) -> Iterator[tuple[tuple[str, str | None], Record]]:
    yield ("organisation", None), register.organisation
    for record in register.records():
        if record.identity is not None:
            yield (record.kind, record.identity), record


def plain_record(record: Record) -> dict[str, Any]:
    """What a record says, as JSON has it: empty fields and defaults are nothing."""
    found: dict[str, Any] = _value(record.model_dump(by_alias=True, exclude_defaults=True))
    return found


def _value(value: Any) -> Any:
    """A value as JSON has it: days, moments and lengths of time are texts."""
    if isinstance(value, dict):
        return {key: _value(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_value(one) for one in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple):
        return str(Span(*value))
    if isinstance(value, dt.date):
        return value.isoformat()
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


def _fields(was: Any, now: Any, path: KeyPath) -> Iterator[FieldChange]:
    if was == now:
        return
    if isinstance(was, dict) and isinstance(now, dict):
        for key in dict.fromkeys([*was, *now]):
            yield from _fields(was.get(key), now.get(key), (*path, key))
    elif _are_parts(was) and _are_parts(now):
        yield from _parts(was, now, path)
    else:
        yield FieldChange(path, was, now)


def _are_parts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _parts(was: list[Any], now: list[Any], path: KeyPath) -> Iterator[FieldChange]:
    """Parts of a list are the same by what tells them apart, else by their place; their order alone is no change."""
    left: dict[object, Any] = {_key(one, index): one for index, one in enumerate(was)}
    places: Mapping[object, int] = {_key(one, index): index for index, one in enumerate(was)}
    for index, one in enumerate(now):
        yield from _fields(left.pop(_key(one, index), None), one, (*path, index))
    for key, one in left.items():
        yield FieldChange((*path, places[key]), one, None)


def _key(part: Mapping[str, Any], index: int) -> object:
    if part.get("id"):
        return part["id"]
    told = tuple(part.get(key) for key in ("staff", "from", "as"))
    return told if any(told) else index
