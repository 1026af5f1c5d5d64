"""What changed in a field of a record, in plain words: `review every 12 months → 24 months`."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from igreg.analysis.field_changes import FieldChange
from igreg.dataclass import dataclass
from igreg.findings import KeyPath
from igreg.language.english import long_day
from igreg.model.kinds import model_of
from igreg.model.leaf import Leaf, NoSuchField, leaf
from igreg.model.values import parse_day

NOTHING = "nothing"
LONGEST = 300
"""So many characters of a value are shown; of one that is longer, those around what differs."""
_AROUND = 40
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)\S*")
_NAMES = (
    "staff",
    "title",
    "name",
    "item",
    "what",
    "text",
    "course",
    "skill",
    "role",
    "with",
    "id",
    "path",
    "function",
    "to",
)
"""The fields by which a part of a record is known, the first that it has."""
_VERBS = frozenset({"advises", "supports", "reports_to", "replaces", "follows", "applies_to", "decides", "requires"})
_SINGULAR = frozenset({"acts_as", "lawful_basis"})
Called = Callable[[str], str]
"""An id with its name."""


@dataclass(frozen=True, slots=True)
class Line:
    """One change: of what, and what stands before and after; nothing where it was not there, or is there no more."""

    label: str
    before: str | None
    after: str | None

    @property
    def text(self) -> str:
        """The whole on a line."""
        if self.before is None:
            return f"{self.label} added: {self.after}"
        return f"{self.label} taken out: {self.before}" if self.after is None else self.both

    @property
    def value(self) -> str:
        """The field with what stands in it, of a record that is told as a whole."""
        return f"{self.label}: {self.after}"

    @property
    def both(self) -> str:
        """The field with its value before and after."""
        return f"{self.label} {self.before} → {self.after}"


@dataclass(frozen=True)
class Changes:
    """The changes of one record, with what it says in both states and how records are called in each."""

    kind: str
    was: Mapping[str, Any]
    now: Mapping[str, Any]
    called_then: Called
    called: Called

    def line(self, one: FieldChange) -> Line:
        """One change in plain words."""
        label = self._label(one)
        before = self._value(one.path, one.before, self.called_then)
        after = self._value(one.path, one.after, self.called)
        if before == NOTHING and not isinstance(one.before, str):
            return Line(label, None, _short(after))
        if after == NOTHING and not isinstance(one.after, str):
            return Line(label, _short(before), None)
        return Line(label, *_differing(before, after))

    def said(self, *but: str) -> Iterator[Line]:
        """What a record says that was added, field by field; without the fields that are told already."""
        for key, value in self.now.items():
            if key not in but and value not in (None, [], {}):
                yield Line(_words(key), None, _short(self._value((key,), value, self.called)))

    def had(self, *but: str) -> Iterator[Line]:
        """What a record said that is there no more, field by field; without the fields that are told already."""
        for key, value in self.was.items():
            if key not in but and value not in (None, [], {}):
                yield Line(_words(key), None, _short(self._value((key,), value, self.called_then)))

    def _label(self, one: FieldChange) -> str:
        """The field by the way to it: parts of a list by whom or what they are about."""
        gone = one.after is None and isinstance(one.path[-1], int)
        node: Any = self.was if gone else self.now
        called = self.called_then if gone else self.called
        out: list[str] = []
        many = ""
        for place, step in enumerate(one.path):
            node = _inside(node, step)
            if isinstance(step, str):
                many = step
                after_part = place and isinstance(one.path[place - 1], int)
                out.append(f"{', ' if after_part else ' ' if out else ''}{_words(step)}")
                continue
            out[-1] = out[-1].removesuffix(_words(many)) + _one(many)
            if place < len(one.path) - 1:
                out.append(f" {self._name(node, one.path[:place], called) or step + 1}")
        return "".join(out)

    def _name(self, part: Any, path: KeyPath, called: Called) -> str | None:
        """By whom or what a part of a list is known."""
        if not isinstance(part, Mapping):
            return None
        key = next((key for key in _NAMES if part.get(key)), None)
        return _short(self._value((*path, key), part[key], called)) if key is not None else None

    def _value(self, path: KeyPath, value: Any, called: Called) -> str:
        """A value as people read it: ids with their names, days in full."""
        if isinstance(value, Mapping):
            return ", ".join(self._parts(path, value, called)) or NOTHING
        if isinstance(value, list):
            return "; ".join(self._value(path, one, called) for one in value) or NOTHING
        if value in (None, ""):
            return NOTHING
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, int | float):
            return f"{int(value) if isinstance(value, float) and value.is_integer() else value:,}"
        return _said(_sort(self.kind, path), str(value), called)

    def _parts(self, path: KeyPath, part: Mapping[str, Any], called: Called) -> Iterator[str]:
        first = next((key for key in _NAMES if part.get(key)), None)
        if first is not None:
            yield self._value((*path, first), part[first], called)
        for key, value in part.items():
            if key != first and value not in (None, [], {}):
                yield f"{_words(key)} {self._value((*path, key), value, called)}"


def _said(sort: str, text: str, called: Called) -> str:
    if sort in ("reference", "area"):
        return called(text)
    moment = _MOMENT.fullmatch(text)
    if sort in ("day", "day or moment", "moment"):
        try:
            return f"{long_day(parse_day(moment[1]))} at {moment[2]}" if moment else long_day(parse_day(text))
        except ValueError:
            return text
    return text


@functools.lru_cache(maxsize=4096)
def _leaf(kind: str, name: str) -> Leaf | None:
    try:
        return leaf(model_of(kind), name)
    except (NoSuchField, KeyError):
        return None


def _sort(kind: str, path: KeyPath) -> str:
    """What stands at a path of a kind, in the word of its field."""
    found = _leaf(kind, ".".join(step for step in path if isinstance(step, str)))
    return found.sort if found is not None else "text"


def _inside(node: Any, step: str | int) -> Any:
    if isinstance(node, Mapping):
        return node.get(step)
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        return node[step]
    return None


def _words(key: str) -> str:
    return key.replace("_", " ")


def _one(key: str) -> str:
    """One of a list: `holder` of holders, `duty` of duties; what is a verb stays one."""
    if key in _VERBS | _SINGULAR or not key.endswith("s") or key.endswith("ss"):
        return _words(key)
    return _words(f"{key[:-3]}y" if key.endswith("ies") else key[:-1])


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} … ({len(text):,} characters)"


def _differing(before: str, after: str) -> tuple[str, str]:
    """Two values, each whole where it is short; of longer ones what differs, with a few words around it."""
    if len(before) <= LONGEST and len(after) <= LONGEST:
        return before, after
    shorter = min(len(before), len(after))
    head = next((place for place in range(shorter) if before[place] != after[place]), shorter)
    rest = shorter - head
    tail = next((place for place in range(rest) if before[-1 - place] != after[-1 - place]), rest)
    return _around(before, head, tail), _around(after, head, tail)


def _around(text: str, head: int, tail: int) -> str:
    start, end = max(0, head - _AROUND), min(len(text), len(text) - tail + _AROUND)
    return f"{'… ' if start else ''}{_short(text[start:end])}{' …' if end < len(text) else ''}"
