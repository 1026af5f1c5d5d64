"""Which records a commit gave another id: gone and added at once, with the same content once renamed references are put
through (ruling H22)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from igreg.analysis.field_changes import plain_value
from igreg.lives.pieces import Piece
from igreg.lives.touched import History, Track
from igreg.model.base import Inner, Part
from igreg.model.marks import Ref
from igreg.model.walk import parts, plan, walk

MOST = 20_000
"""So many records that come and go with one commit are looked through for new ids; beyond, it is another register."""


class Standing(NamedTuple):
    """A record, or what stands in one under an id of its own."""

    kind: str
    id: str
    part: Part
    holder: str
    """The id of the record that it is or stands in."""


def standing(piece: Piece, id: str) -> Standing | None:
    """What has an id in a piece; nothing where nothing has."""
    record = piece.record
    if piece.id == id:
        return Standing(piece.kind, id, record, id)
    return next((Standing(one.kind, id, one, piece.id) for _, one in parts(record, Inner) if one.id == id), None)


@dataclass
class Renames:
    """The new ids that commits of a history gave, worked out when a commit is asked for."""

    history: History
    track: Callable[[str], Track]
    _known: dict[int, Mapping[str, str]] = field(default_factory=dict)

    def of(self, number: int) -> Mapping[str, str]:
        """By the id that it had, the id that a commit gave it."""
        if number not in self._known:
            self._known[number] = self._found(number)
        return self._known[number]

    def before(self, number: int, id: str) -> str | None:
        """The id that a record had before a commit gave it this one."""
        return next((was for was, now in self.of(number).items() if now == id), None)

    def _found(self, number: int) -> Mapping[str, str]:
        was, now = self._standing(number)
        gone = {id: one for id, one in was.items() if id not in now}
        come = {id: one for id, one in now.items() if id not in was}
        if not gone or not come or len(gone) + len(come) > MOST:
            return {}
        before = self.history.commits[number].parents[:1]
        gone = {id: one for id, one in gone.items() if not self.track(id).holders(number)}
        come = {id: one for id, one in come.items() if not any(self.track(id).holders(one) for one in before)}
        return _pairs([gone[id] for id in sorted(gone)], [come[id] for id in sorted(come)])

    def _standing(self, number: int) -> tuple[dict[str, Standing], dict[str, Standing]]:
        """What had an id of its own before and after in the records that a commit touched and that came or went."""
        was: dict[str, Standing] = {}
        now: dict[str, Standing] = {}
        for before, after in self.history.touched.get(number, {}).values():
            stays = before is not None and after is not None and _ids(before) == _ids(after)
            for out, piece in ((was, before), (now, after)):
                if piece is not None and stays:
                    out |= {id: Standing("", id, Part(), "") for id in _ids(piece) if id not in out}
                elif piece is not None:
                    out |= {one.id: one for one in _all(piece)}
        return was, now


def _ids(piece: Piece) -> set[str]:
    return {piece.id, *piece.inner}


def _all(piece: Piece) -> Iterator[Standing]:
    yield Standing(piece.kind, piece.id, piece.record, piece.id)
    if piece.inner:
        for _, one in parts(piece.record, Inner):
            if one.id:
                yield Standing(one.kind, one.id, one, piece.id)


def _pairs(gone: list[Standing], come: list[Standing]) -> Mapping[str, str]:
    """Who is who, in the order of ids; what points to another record with a new id shows once that one is known."""
    out: dict[str, str] = {}
    while True:
        places: dict[str, list[str]] = {}
        for one in reversed(come):
            if one.id not in out.values():
                places.setdefault(_content(one, {}), []).append(one.id)
        before = len(out)
        for one in gone:
            same = places.get(_content(one, out)) if one.id not in out else None
            if same:
                out[one.id] = same.pop()
        if len(out) == before:
            return out


def _content(one: Standing, renamed: Mapping[str, str]) -> str:
    """What it says but for its id, and with the new ids of what it points to."""
    said = plain(one.part)
    said.pop("id", None)
    for path, target, _ in walk(one.part, plan(type(one.part), Ref)):
        if target == one.id or target in renamed:
            _put(said, path, renamed.get(target, "\0"))
    return json.dumps([one.kind, said], sort_keys=True, ensure_ascii=False)


def _put(value: Any, path: tuple[str | int, ...], text: str) -> None:
    for step in path[:-1]:
        value = value[step]
    value[path[-1]] = text


def plain(part: Part) -> dict[str, Any]:
    """What a record or a part of one says, be it written or taken for granted; empty fields are nothing."""
    found: dict[str, Any] = plain_value(part.model_dump(by_alias=True, exclude_none=True))
    return found
