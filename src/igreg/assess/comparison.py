"""What is new in a pack against an older one, for one register: item by item, with what the register shows."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal, get_args

from igreg.analysis.returns.framework_return import whom
from igreg.analysis.returns.states import States
from igreg.dataclass import dataclass
from igreg.model.packs.pack import Item, Pack, Whom
from igreg.register.register import Register

Change = Literal["new", "gone", "renamed", "need", "meaning"]
CHANGES: tuple[str, ...] = get_args(Change)
"""In the order in which the first that is true of an item names it (ruling E64)."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One item that is not what it was."""

    item: str
    changed: tuple[Change, ...]
    """All that changed, in the order of `CHANGES`."""
    was: str | None
    title: str
    need_before: str | None
    need: str | None
    register: str | None
    """What the register shows of it; nothing of an item that is gone."""
    owner: str | None
    note: str | None

    @property
    def change(self) -> Change:
        """The first of what changed."""
        return self.changed[0]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two packs, and what changed from the old to the new."""

    today: dt.date
    organisation: str
    old: str
    new: str
    titles: tuple[str, str]
    """What the old pack and the new one are called, with their editions."""
    changes: tuple[Changed, ...]
    unchanged: int
    names: Mapping[str, str]
    incomplete: tuple[str, ...]
    derived: str | None = None
    """How the old pack's items were worked out, where they were derived from another edition."""

    @property
    def summary(self) -> Mapping[str, int]:
        """How many items there are of each change, and how many are as they were."""
        found = Counter(one.change for one in self.changes)
        return {**{word: found[word] for word in CHANGES}, "unchanged": self.unchanged}  # type: ignore[index]


def compare(states: States, old: Pack) -> Comparison:
    """What changed from a pack to that of a return (ruling E64)."""
    of, register = states.of, states.of.as_of.register
    pairs = list(_pairs(old, of.pack, of.whom))
    found = [one for was, item in pairs if (one := _changed(states, old, was, item)) is not None]
    shown = [pair for pair in pairs if _is_asked(states, *pair)]
    return Comparison(
        today=of.as_of.today,
        organisation=register.organisation.name or "",
        old=old.id or "",
        new=of.pack.id or "",
        titles=(_called(old), _called(of.pack)),
        changes=tuple(found),
        unchanged=len(shown) - len(found),
        names=_names(register, found),
        incomplete=register.unread,
        derived=old.derived,
    )


def _called(pack: Pack) -> str:
    return f"{pack.title or pack.id}, edition {pack.edition}"


def _pairs(old: Pack, new: Pack, whose: Whom) -> Iterator[tuple[Item | None, Item | None]]:
    """Each item of the new pack with the one that it was, if any; then those that are gone.

    An item that stands in both under one id is itself, unless another item of the new pack took that id's place. One
    in whose place several stood was the first of them that was asked of this organisation, and none of them is gone.
    """
    replaced = {id: item for item in new.items for id in item.replaces if id in old.by_item}
    taken = set(replaced)
    for item in new.items:
        was = _was(item, old, replaced, whose)
        if was is not None and was.id is not None:
            taken.add(was.id)
        yield was, item
    yield from ((item, None) for item in old.items if item.id not in taken)


def _was(item: Item, old: Pack, replaced: Mapping[str, Item], whose: Whom) -> Item | None:
    same = old.by_item.get(item.id or "")
    if same is not None and (same.title == item.title or item.id in item.replaces):
        return same
    earlier = [old.by_item[id] for id in item.replaces if id in old.by_item]
    if earlier:
        return next((one for one in earlier if one.need_of(whose) is not None), earlier[0])
    return same if replaced.get(item.id or "") in (None, item) else None


def _needs(states: States, was: Item | None, item: Item | None) -> tuple[str | None, str | None]:
    whose = whom(states.of.as_of.standing)
    return (was.need_of(whose) if was is not None else None, item.need_of(whose) if item is not None else None)


def _is_asked(states: States, was: Item | None, item: Item | None) -> bool:
    """Whether a pair matters here: items of packs that are for somebody else are all compared (ruling E05)."""
    of = states.of
    return _needs(states, was, item) != (None, None) or not of.pack.is_for(of.whom, of.as_of.standing.nation)


def _changed(states: States, old: Pack, was: Item | None, item: Item | None) -> Changed | None:
    one = item if item is not None else was
    if one is None or not _is_asked(states, was, item):
        return None
    before, need = _needs(states, was, item)
    changed: list[Change] = []
    if was is None:
        changed.append("new")
    elif item is None:
        changed.append("gone")
    else:
        if was.id != item.id:
            changed.append("renamed")
        if before != need:
            changed.append("need")
        if item.changed or was.title != item.title:
            changed.append("meaning")
    if not changed:
        return None
    return Changed(
        item=one.id or "",
        changed=tuple(changed),
        was=was.id if was is not None else None,
        title=one.title or "",
        need_before=before,
        need=need,
        register=states.item(item).register if item is not None else None,
        owner=states.of.owner(one),
        note=one.changed if item is not None else None,
    )


def _names(register: Register, found: list[Changed]) -> Mapping[str, str]:
    return {
        one.owner: register.title(one.owner) for one in found if one.owner is not None and one.owner in register.by_id
    }
