"""The sample register as it would have been written on an earlier day: what came later is taken out of its texts.

The history is told backwards, from the register as it stands, so that it always ends exactly there, whatever is changed
in the sample. Comments, order and quoting stay, since the texts are edited as igreg edits them.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from igreg.findings import KeyPath
from igreg.source.editing.change import Delete, Set
from igreg.source.editing.patch import patch
from igreg.source.editing.removed import removed
from igreg.source.nodes import compose
from igreg.source.reading.exact import read
from tools.history.when import ADDED, BORN, FIRST, IMPORTS, LATER, MOVED, NOTICE, ONLY_DATED, WRITTEN

Files = Mapping[str, str]
"""The texts of a register, by their names below its folder."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NEEDS = frozenset(["staff", "course", "record", "to", "item", "skill"])
"""Without these an item of a list says nothing."""


@lru_cache(maxsize=2048)
def records(text: str) -> tuple[Any, bool]:
    """The records of a file as plain data, and whether it holds one alone."""
    parsed = read("x", text)
    return parsed.value or [], parsed.single


def kind_of(name: str) -> str:
    """The kind of record that a file holds."""
    return name.partition("/")[0].removesuffix(".yaml")


def before(day: str, months: int) -> str:
    """A day so many months earlier."""
    year, month, number = (int(part) for part in day.split("-"))
    at = year * 12 + month - 1 - months
    return f"{at // 12:04}-{at % 12 + 1:02}-{min(number, calendar.monthrange(at // 12, at % 12 + 1)[1]):02}"


def rewound(files: Files, day: str) -> dict[str, str]:
    """The texts as they would have stood on a day."""
    out = dict(files)
    gone: set[str] = set()
    for name, text in files.items():
        look = _Rewind(day, gone)
        _put(out, name, text, look.file(kind_of(name), records(text)[0]), look)
    while gone:
        again: set[str] = set()
        word = re.compile(r"(?<![\w.-])(?:" + "|".join(map(re.escape, sorted(gone))) + r")(?![\w.-])")
        for name, text in list(out.items()):
            if word.search(text):
                prune = _Prune(frozenset(gone), again)
                _put(out, name, text, prune.file(records(text)[0]), prune)
        gone = again
    return out


@dataclass
class _Looking:
    dropped: list[int] = field(default_factory=list)
    changes: list[Delete | Set] = field(default_factory=list)

    def items(self, path: KeyPath, keep: list[bool]) -> None:
        """Take out the items of a list that do not stay; the last first, so that places stay right."""
        if keep and not any(keep):
            self.changes.append(Delete(path))
        else:
            self.changes += [Delete((*path, at)) for at in range(len(keep) - 1, -1, -1) if not keep[at]]


def _put(out: dict[str, str], name: str, text: str, changes: list[Delete | Set], look: _Looking) -> None:
    """The file with its changes, or without those of its records that were not there; none is left empty."""
    found, single = records(text)
    if found and len(look.dropped) == len(found):
        del out[name]
        return
    for change in changes:
        path = change.path[1:] if single else change.path
        text = patch(text, compose(text), path, replace(change, path=path), "\n")
    for at in reversed(look.dropped):
        text = removed(text, [at])
    out[name] = text


@dataclass
class _Rewind(_Looking):
    """One file as of a day; ids of what was not there yet go to `gone`."""

    day: str = ""
    gone: set[str] = field(default_factory=set)

    def __init__(self, day: str, gone: set[str]) -> None:
        super().__init__()
        self.day, self.gone = day, gone
        self.notice = (dt.date.fromisoformat(day) + NOTICE).isoformat()

    def file(self, kind: str, found: list[Any]) -> list[Delete | Set]:
        for at, one in enumerate(found):
            if not self.stays(kind, one, (at,)):
                self.dropped.append(at)
                self.gone |= set(_ids(one))
        return [one for one in self.changes if one.path[0] not in self.dropped]

    def stays(self, place: str, node: dict[str, Any], path: KeyPath) -> bool:
        """Whether a mapping was there; what it had not yet is noted."""
        late = WRITTEN.get((node.get("staff", ""), str(node.get("from", "")))) if place == "roles.holders" else None
        until = self.notice if place == "roles.holders" and late is None else self.day
        if (late or self._born(place, node)) > until:
            return False
        for key, value in node.items():
            here = (*path, key)
            if isinstance(value, dict):
                if key == "review":
                    self._review(place, node, value, here)
                elif not self.stays(f"{place}.{key}", value, here):
                    self.changes.append(Delete(here))
            elif isinstance(value, list) and value and isinstance(value[0], dict):
                self.items(here, [self.stays(f"{place}.{key}", one, (*here, at)) for at, one in enumerate(value)])
            else:
                self._day(place, node, key, value, path)
        return True

    def _born(self, place: str, node: dict[str, Any]) -> str:
        first = FIRST.get(place, "")
        born = str(node.get(BORN.get(place, ""), ""))[:10]
        if place == "training-records":
            return next((one for one in IMPORTS if one >= born), IMPORTS[-1])
        if place in ADDED and (not born or born > ADDED[place]):
            born = ADDED[place]
        return max(first, born)

    def _day(self, place: str, node: dict[str, Any], key: str, value: Any, path: KeyPath) -> None:
        text = str(value)[:10]
        if not _DAY.fullmatch(text):
            return
        if key in MOVED and text > self.day:
            self.changes.append(Set((*path, key), before(text, MOVED[key])))
        elif place == "training-plans" and key == "approved_on" and text > self.notice:
            self.changes.append(Set((*path, key), before(text, 12)))
        elif place == "meetings" and key == "approved_on" and text > self.day:
            self.changes.append(Delete((*path, key)))
        elif place == "notices" and key == "published" and self._is_later_version(place, node):
            self.changes.append(Set((*path, key), before(text, 24)))
        elif place == "policies" and key == "in_force_from" and self._is_later_version(place, node):
            self._version(node, text, path)
        elif key in LATER and text > (self.notice if place == "roles.holders" else self.day):
            if key == "until" and (place != "roles.holders" or node.get("as") == "acting"):
                return
            self.changes += [Delete((*path, one)) for one in (key, *LATER[key]) if one in node]
            if place == "incidents" and key == "closed":
                self.changes.append(Set((*path, "status"), "investigating"))

    def _version(self, node: dict[str, Any], day: str, path: KeyPath) -> None:
        """A policy of a later version was one of an earlier."""
        while day > self.day:
            day = before(day, 24)
        major, _, minor = str(node.get("version") or "2.0").partition(".")
        was = f"{major}.{int(minor) - 1}" if int(minor or 0) else f"{max(int(major) - 1, 1)}.0"
        self.changes += [Set((*path, "in_force_from"), day), Set((*path, "version"), was)]

    def _review(self, place: str, node: dict[str, Any], review: dict[str, Any], path: KeyPath) -> None:
        """A review that was still to come: the one before it, which changed nothing; or none, where it changed much."""
        last, every = str(review.get("last", "")), str(review.get("every", "12 months"))
        months = int(every.split()[0]) * (12 if "year" in every else 1)
        if last <= self.day:
            return
        changed = review.get("outcome") == "changed"
        if changed and place == "risks":
            likelihood = node["likelihood"]
            self.changes.append(Set((*path[:-1], "likelihood"), likelihood + 1 if likelihood < 5 else 4))
        elif changed and node.get("id") not in ONLY_DATED and not self._is_later_version(place, node):
            self.changes += [Delete((*path, key)) for key in ("last", "by", "outcome") if key in review]
            return
        while last > self.day:
            last = before(last, months)
        self.changes.append(Set((*path, "last"), last))
        if changed:
            self.changes.append(Set((*path, "outcome"), "unchanged"))

    def _is_later_version(self, place: str, node: dict[str, Any]) -> bool:
        """Whether what is there now was written for the last review, or for a day that had not come yet."""
        starts = str(node.get({"policies": "in_force_from", "notices": "published"}.get(place, ""), ""))
        last = str(node.get("review", {}).get("last", "")) or starts
        return bool(starts) and min(starts, last) > self.day


@dataclass
class _Prune(_Looking):
    """One file without what names a record that is not there; records that fall with it go to `again`."""

    gone: frozenset[str] = frozenset()
    again: set[str] = field(default_factory=set)

    def __init__(self, gone: frozenset[str], again: set[str]) -> None:
        super().__init__()
        self.gone, self.again = gone, again

    def file(self, found: list[Any]) -> list[Delete | Set]:
        for at, one in enumerate(found):
            if not self.stays(one, (at,)):
                self.dropped.append(at)
                self.again |= set(_ids(one))
        return [one for one in self.changes if one.path[0] not in self.dropped]

    def stays(self, node: dict[str, Any], path: KeyPath) -> bool:
        for key, value in node.items():
            here = (*path, key)
            if isinstance(value, dict):
                if not self.stays(value, here):
                    self.changes.append(Delete(here))
            elif isinstance(value, list):
                self.items(here, [self._keeps(one, (*here, at)) for at, one in enumerate(value)])
            elif key != "id" and value in self.gone:
                if key in _NEEDS:
                    return False
                self.changes.append(Delete(here))
        return True

    def _keeps(self, one: Any, path: KeyPath) -> bool:
        return self.stays(one, path) if isinstance(one, dict) else one not in self.gone


def _ids(node: Any) -> Iterator[str]:
    """All ids that a record and its parts have."""
    if isinstance(node, dict):
        if isinstance(node.get("id"), str):
            yield node["id"]
        for one in node.values():
            yield from _ids(one)
    elif isinstance(node, list):
        for one in node:
            yield from _ids(one)
