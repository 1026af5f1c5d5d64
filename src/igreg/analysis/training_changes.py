"""Which training records two states have not in common: by staff, course and day, and counted (ruling H22)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from igreg.analysis.field_changes import FieldChange, alike, field_changes, plain_record
from igreg.register.register import Register
from igreg.register.training_lines import TrainingLine

Change = tuple[str, str | None, tuple[FieldChange, ...]]
"""The word for it, the record's name, and what differs."""
_Key = tuple[str | None, str | None, str]


class _One(NamedTuple):
    name: str | None
    said: Mapping[str, Any]


def training_changes(before: Register, after: Register, renames: Mapping[str, str]) -> Iterator[Change]:
    """What was added, has changed and is gone; a record of somebody whose id is another now has changed."""
    was, now = (_by_key(register, other, ids) for register, other, ids in _sides(before, after, renames))
    for key, ones in now.items():
        yield from _of_key(was.pop(key, []), ones)
    for ones in was.values():
        yield from (("gone", one.name, ()) for one in ones)


def _sides(
    before: Register, after: Register, renames: Mapping[str, str]
) -> Iterator[tuple[Register, Register, Mapping[str, str]]]:
    yield before, after, renames
    yield after, before, {}


def _by_key(register: Register, other: Register, renames: Mapping[str, str]) -> dict[_Key, list[_One]]:
    """The lines that the other state has not word for word at the same place, by what they go by once renamed."""
    noted, elsewhere = ({one.where: plain_record(one) for one in side.noted} for side in (register, other))
    same = set(other.training)
    out: dict[_Key, list[_One]] = defaultdict(list)
    for line in _apart(register.training, same, noted, elsewhere):
        said = noted.get((line.file, line.item)) or _said(line)  # type: ignore[call-overload]
        staff, course = (renames.get(id or "", id) for id in (line.staff, line.course))
        out[staff, course, str(line.completed)].append(_One(line.identity, said))
    return out


def _apart(
    lines: Iterable[TrainingLine], same: set[TrainingLine], noted: Mapping[Any, Any], elsewhere: Mapping[Any, Any]
) -> Iterator[TrainingLine]:
    some = bool(noted or elsewhere)
    for line in lines:
        place = (line.file, line.item)
        if line not in same or (some and noted.get(place) != elsewhere.get(place)):
            yield line


def _said(line: TrainingLine) -> dict[str, Any]:
    days = {"completed": line.completed, "expires": line.expires}
    said = {"staff": line.staff, "course": line.course} | {key: str(day) for key, day in days.items() if day}
    return {key: value for key, value in said.items() if value}


def _of_key(olds: list[_One], news: list[_One]) -> Iterator[Change]:
    """Those of one person, course and day: what is alike is one, then one after another, then what is left."""
    if len(olds) == len(news) == 1:  # as nearly always
        if olds[0].said != news[0].said:
            yield "changed", news[0].name, field_changes(olds[0].said, news[0].said)
        return
    there: dict[str, list[_One]] = defaultdict(list)
    for one in reversed(olds):
        there[alike(one.said)].append(one)
    others = []
    for one in news:
        same = there.get(alike(one.said))
        if same:
            same.pop()
        else:
            others.append(one)
    left = [one for same in there.values() for one in same]
    for old, new in zip(left, others, strict=False):
        yield "changed", new.name, field_changes(old.said, new.said)
    yield from (("added", one.name, ()) for one in others[len(left) :])
    yield from (("gone", one.name, ()) for one in left[len(others) :])
