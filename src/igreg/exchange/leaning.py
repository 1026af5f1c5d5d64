"""Rows that name a record which another row brings: where that one is refused, they are refused with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from igreg.exchange.plan import AnyWanted
from igreg.findings import KeyPath
from igreg.model.kinds import model_of
from igreg.model.leaf import leaf

_Some = TypeVar("_Some", bound=AnyWanted)


def standing(
    wanted: Sequence[_Some], lost: Mapping[str, int | None], refuse: Callable[[_Some, KeyPath, str, str], None]
) -> list[_Some]:
    """Those of what is wanted that can stand without the records that are `lost`, down the whole chain.

    `lost` are the new ids that are not given after all, each with the row that would have brought it. The others are
    given to `refuse`, with the way to the value, the message and the help.
    """
    gone, left = dict(lost), list(wanted)
    found = True
    while gone and found:
        found, kept = False, []
        for one in left:
            named = _named(one, gone)
            if named is None:
                kept.append(one)
                continue
            found = True
            path, id = named
            row = f", which row {gone[id]} was to bring," if gone[id] is not None else ""
            refuse(one, path, f"{id}{row} is refused itself", "put that row right first")
            if one.record is None and one.name is not None:
                gone[one.name] = one.row
        left = kept
    return left


def _named(one: AnyWanted, gone: Mapping[str, int | None]) -> tuple[KeyPath, str] | None:
    """The way to the first value that names a record which is gone, and the id of that record."""
    for path, value in one.values.items():
        for id in value if isinstance(value, list) else (value,):
            if isinstance(id, str) and id in gone and _is_reference(one.kind, path):
                return path, id
    return None


def _is_reference(kind: str, path: KeyPath) -> bool:
    return leaf(model_of(kind), ".".join(step for step in path if isinstance(step, str))).ref is not None
