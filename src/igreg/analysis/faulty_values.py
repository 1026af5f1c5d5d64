"""What stands in a file where the record has nothing, because nobody can use it: a misspelt status changes, too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from igreg.analysis.field_changes import FieldChange, alike, plain_record, plain_value
from igreg.findings import KeyPath
from igreg.model.base import Record
from igreg.register.register import Register
from igreg.source.reading.document import parse


class FaultyValues:
    """The values of one state that were dropped for a fault; a file is read again once somebody asks for one in it."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._files: dict[str, Sequence[Any]] = {}

    def of(self, record: Record) -> Mapping[KeyPath, Any]:
        """What was written at each way at which something was dropped, as plain values."""
        ways: tuple[KeyPath, ...] = getattr(record, "dropped", ())
        if not ways:
            return {}
        file, item = record.where
        if file not in self._files:
            self._files[file] = parse(file, self.register.sources.texts.get(file, "")).value or ()
        records = self._files[file]
        if (item or 0) >= len(records):
            return {}
        found = {way: plain_value(_at(records[item or 0], way)) for way in ways}
        return {way: value for way, value in found.items() if value is not None}


def _at(value: Any, way: KeyPath) -> Any:
    for step in way:
        if isinstance(step, int):
            value = value[step] if isinstance(value, list) and step < len(value) else None
        else:
            value = value.get(step) if isinstance(value, Mapping) else None
    return value


def with_faulty(
    fields: Sequence[FieldChange], sides: tuple[Record, Record], faulty: tuple[FaultyValues, FaultyValues]
) -> tuple[FieldChange, ...]:
    """The changes of a record, with those of values that either state has and cannot use."""
    old, new = (some.of(record) for some, record in zip(faulty, sides, strict=True))
    if not old and not new:
        return tuple(fields)
    first, second = (plain_record(record) for record in sides)
    same = Counter(map(_said, old.items())) & Counter(map(_said, new.items()))
    seen: dict[KeyPath, FieldChange] = {}
    for way in sorted({*_left(old, same), *_left(new, same)}, key=_order):
        before, after = old.get(way, _at(first, way)), new.get(way, _at(second, way))
        if before != after:
            seen[way] = FieldChange(way, before, after)
    return (*(one for one in fields if one.path not in seen), *seen.values())


def _left(values: Mapping[KeyPath, Any], same: Counter[object]) -> Iterator[KeyPath]:
    """Where something stands that the other state has not, wherever in a list."""
    left = Counter(same)
    for one in values.items():
        if left[_said(one)] > 0:
            left[_said(one)] -= 1
        else:
            yield one[0]


def _said(one: tuple[KeyPath, Any]) -> object:
    return tuple(step for step in one[0] if isinstance(step, str)), alike(one[1])


def _order(way: KeyPath) -> list[str]:
    return [f"{step:09}" if isinstance(step, int) else step for step in way]
