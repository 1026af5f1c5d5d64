"""Every id of a register: which record has it, of what kind it is, and which are there twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple, cast

from igreg.findings import KeyPath
from igreg.model.base import Inner, Record
from igreg.model.walk import inner_ids, that_may_hold

_OWN: KeyPath = ("id",)


class IdPlace(NamedTuple):
    """Where an id stands: in which record, at which key path, and what it is the id of."""

    record: Record
    path: KeyPath
    kind: str
    """A kind, or `actions` or `findings`."""


class Repeat(NamedTuple):
    """An id that an earlier record has already: where it stands again, and where it stood first."""

    id: str
    later: IdPlace
    first: IdPlace


class Ids(NamedTuple):
    """All ids. Where an id is there twice, the first in the order of files and lines has it."""

    by_id: Mapping[str, Record]
    kind_of: Mapping[str, str]
    inner_paths: Mapping[str, KeyPath]
    """Where the ids of actions and audit findings stand in their records."""
    repeats: Sequence[Repeat]


def index(kinds: Mapping[str, tuple[Record, ...]]) -> Ids:
    """Every id of these records, and of the actions and findings in them."""
    by_id: dict[str, Record] = {}
    kind_of: dict[str, str] = {}
    paths: dict[str, KeyPath] = {}
    again: dict[str, list[IdPlace]] = {}
    repeats: list[Repeat] = []
    for kind, records in kinds.items():
        if not records:
            continue
        identity = _identity(type(records[0]))
        own = {identity(record): record for record in records}
        if len(own) == len(records) and None not in own and own.keys().isdisjoint(by_id.keys()):
            by_id.update(cast("dict[str, Record]", own))  # as nearly always: no id twice and none missing
            kind_of.update(cast("dict[str, str]", dict.fromkeys(own, kind)))
            continue
        for record in records:
            id = record.identity
            if id is not None:
                if id in kind_of:
                    again.setdefault(id, [IdPlace(by_id[id], ("id",), kind_of[id])]).append(
                        IdPlace(record, ("id",), kind)
                    )
                else:
                    by_id[id] = record
                    kind_of[id] = kind
    for id, place in _inner(kinds):
        if id in kind_of:
            first = IdPlace(by_id[id], paths.get(id, _OWN), kind_of[id])
            again.setdefault(id, [first]).append(place)
        else:
            by_id[id], paths[id], kind_of[id] = place
    for id, places in again.items():
        first, *others = sorted(places, key=place_order)
        by_id[id], kind_of[id] = first.record, first.kind
        paths.pop(id, None)
        if first.path != _OWN:
            paths[id] = first.path
        repeats.extend(Repeat(id, later, first) for later in others)
    return Ids(by_id, kind_of, paths, repeats)


def _identity(model: type[Record]) -> Callable[[Record], str | None]:
    """What tells the id of a model's records; the field itself is quicker than the question whether there is one."""
    return attrgetter("id" if "id" in model.model_fields else "identity")


def _inner(kinds: Mapping[str, tuple[Record, ...]]) -> Iterator[tuple[str, IdPlace]]:
    for records in kinds.values():
        for record in that_may_hold(records, Inner):
            for path, id, what in inner_ids(record):
                yield id, IdPlace(record, path, what)


def place_order(place: IdPlace) -> tuple[str, int, list[str]]:
    """The order of files and lines; a record's own id comes before those inside it."""
    where = place.record.where
    inside = [f"{step:06d}" if isinstance(step, int) else step for step in place.path[:-1]]
    return where.file, where.item or 0, inside
