"""Which records are called by another id in the second of two states (ruling H22)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from igreg.analysis.field_changes import alike, plain_record
from igreg.dataclass import dataclass
from igreg.findings import KeyPath
from igreg.model.base import Inner, Record
from igreg.model.walk import references

_MOST_ROUNDS = 100
"""So many references, one after another, are followed to tell records apart that say the same."""


def renamed(gone: Iterable[Record | Inner], added: Iterable[Record | Inner]) -> dict[str, str]:
    """The new id of each record of the first state that is in the second under another.

    It is of the same kind, and says the same but for its id once renamed references are put through, be it to records
    that refer to one another or to itself. Where several say the same they are paired in the order of their ids.
    """
    olds, news = ([one for record in records if (one := _One(record)).id] for records in (gone, added))
    kinds = {one.kind for one in olds} & {one.kind for one in news}
    olds, news = ([one for one in some if one.kind in kinds] for some in (olds, news))
    if not olds or not news:
        return {}
    found = _sound(_by_class(olds, news), {one.id: one for one in olds}, {one.id: one for one in news})
    for _ in range(_MOST_ROUNDS):
        more = _alike(olds, news, found)
        if not more:
            break
        found |= more
    return found


@dataclass(frozen=True)
class _One:
    """A record that has gone or come, or a part of one that has an id of its own."""

    record: Record | Inner

    @property
    def id(self) -> str:
        return (self.record.identity if isinstance(self.record, Record) else self.record.id) or ""

    @property
    def kind(self) -> str:
        return self.record.kind

    @cached_property
    def plain(self) -> Mapping[str, Any]:
        return {key: value for key, value in plain_record(self.record).items() if key != "id"}

    @cached_property
    def named(self) -> Sequence[tuple[KeyPath, str]]:
        """Where it refers to which ids."""
        return [(one.path, one.target) for one in references(self.record)]

    def said(self, ids: Mapping[str, str]) -> tuple[str, str]:
        """Its kind, and what it says but for its id, with other words for some ids; no order of a list is told."""
        there = [(path, ids[target]) for path, target in self.named if target in ids]
        plain = self.plain
        if there:
            plain = json.loads(json.dumps(plain))
            for path, word in there:
                _put(plain, path, word)
        return self.kind, alike(plain)


def _put(value: Any, path: KeyPath, word: str) -> None:
    for step in path[:-1]:
        value = value[step]
    value[path[-1]] = word


def _by_class(olds: Sequence[_One], news: Sequence[_One]) -> dict[str, str]:
    """Pairs of records that nothing tells apart, however far their references to one another are followed."""
    known: dict[object, str] = {}
    classes = [{one.id: one.kind for one in side} for side in (olds, news)]
    count = 0
    for _ in range(_MOST_ROUNDS):
        classes = [
            {one.id: known.setdefault(one.said(words), f"\0{len(known)}") for one in side}
            for side, words in zip((olds, news), classes, strict=True)
        ]
        told_apart = sum(len(set(words.values())) for words in classes)
        if told_apart == count:
            break
        count = told_apart
    first, second = classes
    return _paired(olds, news, lambda one: first[one.id], lambda one: second[one.id])


def _paired(
    olds: Iterable[_One], news: Iterable[_One], old: Callable[[_One], object], new: Callable[[_One], object]
) -> dict[str, str]:
    """Those of one key, in the order of their ids."""
    there: dict[object, list[str]] = defaultdict(list)
    for one in sorted(news, key=lambda one: one.id, reverse=True):
        there[new(one)].append(one.id)
    return {one.id: same.pop() for one in sorted(olds, key=lambda one: one.id) if (same := there.get(old(one)))}


def _alike(olds: Iterable[_One], news: Iterable[_One], found: Mapping[str, str]) -> dict[str, str]:
    """Pairs of those left that say the same by what is found already, be it with a reference to what is gone."""
    known = set(found.values())
    left, there = [one for one in olds if one.id not in found], [one for one in news if one.id not in known]
    return _paired(left, there, lambda one: one.said(found), lambda one: one.said({}))


def _sound(pairs: dict[str, str], olds: Mapping[str, _One], news: Mapping[str, _One]) -> dict[str, str]:
    """The pairs of which the one says what the other says, by none but these pairs."""
    for _ in range(_MOST_ROUNDS):
        kept = {old: new for old, new in pairs.items() if olds[old].said(pairs) == news[new].said({})}
        if len(kept) == len(pairs):
            return kept
        pairs = kept
    return {}
