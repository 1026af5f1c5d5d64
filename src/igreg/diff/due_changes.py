"""What comes to the list of the next 30 days, and what leaves it (ruling H20)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from igreg.analysis.evidence.lost import lost_kinds
from igreg.diff.difference import Side
from igreg.due.collect import collect
from igreg.due.due_list import THIRTY_DAYS, rows
from igreg.due.item import Item, Row

Key = tuple[str, str | None, str | None]
"""What is due, of which record, and of what in it; another day, owner or reason is no other item."""


def due_changes(
    before: Side, after: Side, renamed: Mapping[str, str] | None = None
) -> tuple[Sequence[Row], Sequence[Row]]:
    """The items that are on the list of the second state alone, and of the first alone, in the order of the list.

    `renamed` are the ids of the first state that are others in the second. Of a state with a broken file only what
    the record itself explains is said to come or go (ruling H25).
    """
    ids, back = renamed or {}, {new: old for old, new in (renamed or {}).items()}
    was, now = _items(before), _items(after)
    old, new = [_key(one, ids) for one in was], [_key(one, {}) for one in now]
    come = [one for one in _more(now, new, old) if _explained(one, after, before, back)]
    gone = [one for one in _more(was, old, new) if _explained(one, before, after, ids)]
    return rows(after.context, come), rows(before.context, gone)


def _items(side: Side) -> list[Item]:
    """What is on the list of a state; where there is no register, nothing is due."""
    return list(collect(side.context, THIRTY_DAYS.after(side.context.today))) if side.is_there else []


def _key(item: Item, renamed: Mapping[str, str]) -> Key:
    record, subject = (renamed.get(id, id) if id else id for id in (item.record, item.subject))
    return item.what, record, subject


def _more(items: Iterable[Item], keys: Iterable[Key], others: Iterable[Key]) -> Iterator[Item]:
    """The items that are not among others, each as often as it is more."""
    left = Counter(others)
    for item, key in zip(items, keys, strict=True):
        if left[key] > 0:
            left[key] -= 1
        else:
            yield item


def _explained(item: Item, side: Side, other: Side, renamed: Mapping[str, str]) -> bool:
    """Whether an item that the other state lacks is not missing there, or here, for want of what cannot be read."""
    lost = lost_kinds(other.register)
    if not lost and not lost_kinds(side.register):
        return True
    if item.kind in lost or item.record is None:
        return False
    here, there = side.register.by_id.get(item.record), other.register.by_id.get(renamed.get(item.record, item.record))
    return here != there
