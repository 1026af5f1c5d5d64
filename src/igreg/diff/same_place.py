"""Where a finding stands, in words that are the same in two states: renames followed, elements of lists matched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from igreg.analysis.field_changes import matched, plain_record
from igreg.findings import Finding, KeyPath
from igreg.model.base import Record
from igreg.register.register import Register

Place = tuple[object, ...]


class SamePlace:
    """The places of findings in two states, told as the first has them (ruling H24)."""

    def __init__(self, before: Register, after: Register, renames: Mapping[str, str]) -> None:
        self.first, self.second = before, after
        self.now_called = renames
        self.was_called = {new: old for old, new in renames.items()}
        self._ways: dict[tuple[str, KeyPath], KeyPath] = {}
        self._plain: dict[str, tuple[Any, Any]] = {}
        self._pairs: dict[tuple[str, KeyPath], Mapping[int, int | None]] = {}

    def before(self, one: Finding) -> Place:
        """The place of a finding of the first state."""
        if one.record is None:
            return None, one.file, one.subject
        record = self.first.by_id.get(one.record)
        path = one.path if record is None else _as_meant(record, one.path)
        return one.record, one.subject, path

    def after(self, one: Finding) -> Place:
        """The place of a finding of the second state, in the words of the first."""
        if one.record is None:
            return None, one.file, self._called(one.subject)
        return self._called(one.record), self._called(one.subject), self._way(one.record, one.path)

    def _called(self, word: str | None) -> str | None:
        """What an id was called, or of the name of a training record each id in it."""
        if word is None or not self.was_called:
            return word
        if word in self.was_called:
            return self.was_called[word]
        return "/".join(self.was_called.get(part, part) for part in word.split("/")) if "/" in word else word

    def _way(self, id: str, path: KeyPath) -> KeyPath:
        key = (id, path)
        if key not in self._ways:
            new = self.second.by_id.get(id)
            old = self.first.by_id.get(self.was_called.get(id, id))
            if new is not None:
                path = _as_meant(new, path)
            same = new is None or old is None or old is new
            self._ways[key] = path if same else self._as_it_was(id, old, new, path)  # type: ignore[arg-type]
        return self._ways[key]

    def _as_it_was(self, id: str, old: Record, new: Record, path: KeyPath) -> KeyPath:
        """A way with the places of the first state; what that has not is called new."""
        out: list[str | int] = []
        other: Any
        value: Any
        other, value = self._plain.get(id) or self._plain_of(id, old, new)
        for number, step in enumerate(path):
            if isinstance(step, int) and isinstance(value, list):
                place = self._places((id, path[:number]), other, value).get(step)
                if place is None:
                    return (*out, "new", *path[number:])
                out.append(place)
                value, other = value[step], other[place]
            else:
                out.append(step)
                value = value.get(step) if isinstance(value, Mapping) else None
                other = other.get(step) if isinstance(other, Mapping) else None
        return tuple(out)

    def _plain_of(self, id: str, old: Record, new: Record) -> tuple[Any, Any]:
        self._plain[id] = plain_record(old), plain_record(new)
        return self._plain[id]

    def _places(self, key: tuple[str, KeyPath], was: Any, now: Sequence[Any]) -> Mapping[int, int | None]:
        """For each place of a list of the second state, that of the first."""
        if key not in self._pairs:
            pairs = matched(was if isinstance(was, list) else [], now)
            self._pairs[key] = {new: old for old, new in pairs if new is not None}
        return self._pairs[key]


def _as_meant(record: Record, path: KeyPath) -> KeyPath:
    """A way as the file has it, counted without the elements of lists that were dropped for a fault."""
    dropped: tuple[KeyPath, ...] = getattr(record, "dropped", ())
    if not dropped:
        return path
    out: list[str | int] = []
    for number, step in enumerate(path):
        if isinstance(step, int):
            gone = [way[-1] for way in dropped if way[:-1] == path[:number] and isinstance(way[-1], int)]
            if step in gone:
                return (*out, "dropped", *path[number:])
            step -= sum(place < step for place in gone)
        out.append(step)
    return tuple(out)
