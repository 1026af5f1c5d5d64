"""What is wrong in a pack that its fields alone do not say: names that nothing in it has, days, rows (ruling E16)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from igreg.findings import KeyPath
from igreg.language.english import listed
from igreg.language.suggest import one_of
from igreg.model.base import Part, Record
from igreg.model.packs.pack import CATEGORIES, NEEDS, TYPES, UNKNOWN, Group, Item, Pack, Status
from igreg.model.packs.reading import Reading
from igreg.model.packs.taking import Amiss, Mention
from igreg.model.said import shown

_WHOM = (*CATEGORIES, *TYPES)
MOST_COMPARED = 1_000
"""Among so many groups the nearest is looked for."""
_NEEDS_OF_STATUS = ("mandatory", "approaching")


def amiss(pack: Pack) -> tuple[list[Amiss], list[Mention]]:
    """Everything that is wrong in a pack by itself, and the names that only a register or the rules can settle.

    Paths are those of the pack as built; its `fault` makes them those of the file.
    """
    reading = Reading()
    found: list[Amiss] = list(_head(pack))
    for name, parts in (("statuses", pack.statuses), ("groups", pack.groups), ("items", pack.items)):
        found += _repeated(name, parts)
    groups = dict.fromkeys(group.id for group in pack.groups if group.id)
    found += _loops(pack.groups)
    keys = pack.sources
    for index, group in enumerate(pack.groups):
        found += _sources(group, ("groups", index), keys)
        if group.part_of is not None and group.part_of not in groups:
            help = _group(group.part_of, groups)
            found.append(Amiss(("groups", index, "part_of"), f"no group is called {shown(group.part_of)}", help))
    for index, status in enumerate(pack.statuses):
        found += _sources(status, ("statuses", index), keys)
        found += _whom(status.applies_to, ("statuses", index, "applies_to"))
        _needs(status, ("statuses", index, "needs"), reading)
    for index, item in enumerate(pack.items):
        found += _item(pack, item, ("items", index), groups)
        for number, proof in enumerate(item.proofs):
            reading.proof(proof, ("items", index, "proofs", number))
    return found + reading.amiss, reading.mentions


def _head(pack: Pack) -> Iterator[Amiss]:
    for key in ("notes", "tags", "extra"):
        if getattr(pack, key) and key in Record.model_fields:
            help = "what igreg is to carry without a look at it goes under `facts:`"
            yield Amiss((key,), f"a pack has no field {key!r}", help, on_key=True)
    if pack.opens is not None and pack.deadline is not None and pack.opens > pack.deadline:
        message = f"it opens on {pack.opens}, after its deadline, {pack.deadline}"
        yield Amiss(("opens",), message, "correct one of the two days")
    yield from _whom(pack.applies_to, ("applies_to",))
    yield from _sources(pack, (), pack.sources)


def _repeated(name: str, parts: Iterable[Item | Group | Status]) -> Iterator[Amiss]:
    seen: dict[str, int] = {}
    for index, part in enumerate(parts):
        if part.id is not None and seen.setdefault(part.id, index) != index:
            one = {"statuses": "status", "groups": "group", "items": "item"}[name]
            yield Amiss((name, index, "id"), f"a second {one} with the id {shown(part.id)}", "give it an id of its own")


def _loops(groups: Sequence[Group]) -> Iterator[Amiss]:
    """Groups that are a part of themselves; each way upwards is gone once, however many begin lower on it."""
    above = {group.id: group.part_of for group in groups if group.id}
    looping: set[str] = set()
    done: set[str | None] = {None}
    for start in above:
        way: dict[str, None] = {}
        at: str | None = start
        while at not in done and at not in way:
            assert at is not None
            way[at] = None
            at = above.get(at)
        if at in way:
            steps = list(way)
            looping |= set(steps[steps.index(at or "") :])
        done |= way.keys()
    for index, group in enumerate(groups):
        if group.id in looping:
            message = f"the group {shown(group.id)} is a part of itself"
            yield Amiss(("groups", index, "part_of"), message, "take a step out")


def _whom(words: Iterable[str], path: KeyPath) -> Iterator[Amiss]:
    for index, word in enumerate(words):
        if word not in _WHOM:
            yield Amiss((*path, index), f"{shown(word)} is no category or type of organisation", one_of(word, _WHOM))


def _item(pack: Pack, item: Item, path: KeyPath, groups: Collection[str]) -> Iterator[Amiss]:
    if item.group is not None and item.group not in groups:
        yield Amiss((*path, "group"), f"no group is called {shown(item.group)}", _group(item.group, groups))
    if item.need is None or item.need == {}:
        yield Amiss((*path, "need"), "the field `need` is missing or empty", "add `need: mandatory`, or a row for each")
    else:
        yield from _rows(item.need, NEEDS, (*path, "need"))
    levels = pack.levels_of(item)
    if item.level is not None:
        yield from _rows(item.level, (*levels, UNKNOWN), (*path, "level"))
    yield from _whom(item.approaching, (*path, "approaching"))
    yield from _sources(item, path, pack.sources)


def _group(word: str, groups: Collection[str]) -> str:
    """What to do about a group that there is not; of very many the nearest is not looked for."""
    return one_of(word, groups) if len(groups) <= MOST_COMPARED else "name one of the pack's groups"


def _rows(rows: Any, words: tuple[str, ...], path: KeyPath) -> Iterator[Amiss]:
    """A word for everybody, or a word for each category or type."""
    if isinstance(rows, Mapping):
        yield from (
            Amiss((*path, str(key)), f"{shown(key)} is no category or type", one_of(str(key), _WHOM), on_key=True)
            for key in rows
            if key not in _WHOM
        )
    for key, word in rows.items() if isinstance(rows, Mapping) else ((None, rows),):
        at = path if key is None else (*path, str(key))
        if isinstance(word, dict | list | bool) or word is None or str(word) not in words:
            yield Amiss(at, f"{shown(word)} is not one of the words for `{path[-1]}`", one_of(str(word), words))


def _needs(status: Status, path: KeyPath, reading: Reading) -> None:
    if status.needs is None:
        return
    several = isinstance(status.needs, list)
    for index, one in enumerate(status.needs if several else [status.needs]):
        at = (*path, index) if several else path
        if isinstance(one, dict):
            reading.proof(one, at)
        elif one not in _NEEDS_OF_STATUS:
            help = one_of(str(one), _NEEDS_OF_STATUS)
            reading.wrong(at, f"{shown(one)} is not one of the words for `needs`, and no proof", help)


def _sources(part: Part, path: KeyPath, keys: Mapping[str, str]) -> Iterator[Amiss]:
    source = getattr(part, "source", None)
    if source is None or isinstance(source, str | int | float):
        return
    at = (*path, "source")
    if not isinstance(source, list) or not all(isinstance(one, str | int | float) for one in source):
        yield Amiss(at, f"{shown(source)} is no source", "write a text, or a list of texts")
    elif keys:
        for index, one in enumerate(source):
            if str(one) not in keys:
                help = one_of(str(one), keys, f"the keys are {listed(keys)}")
                yield Amiss((*at, index), f"no source has the key {shown(one)}", help)
