"""Which records a commit gave another id (ruling H22): asked of a commit where a life ends or begins."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any, NamedTuple

from igreg.analysis.field_changes import plain_value
from igreg.analysis.renames import renamed
from igreg.dataclass import dataclass
from igreg.findings import KeyPath
from igreg.lives.pieces import Piece
from igreg.lives.touched import History, Track
from igreg.model.base import Inner, Part, Record
from igreg.model.walk import parts

MOST = 20_000
"""So many records that come and go with one commit are looked through for new ids; beyond, it is another register."""


class Standing(NamedTuple):
    """A record, or what stands in one under an id of its own."""

    kind: str
    id: str
    part: Record | Inner
    holder: str
    """The id of the record that it is or stands in."""
    path: KeyPath
    """Where it stands in that record."""


def standing(piece: Piece, id: str) -> Standing | None:
    """What has an id in a piece; nothing where nothing has."""
    record = piece.record
    if piece.id == id:
        return Standing(piece.kind, id, record, id, ())
    found = ((path, one) for path, one in parts(record, Inner) if one.id == id)
    return next((Standing(one.kind, id, one, piece.id, path) for path, one in found), None)


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
        touched = [change for _, change in sorted(self.history.touched.get(number, {}).items())]
        olds, news = [one for one, _ in touched], [one for _, one in touched]
        was, now = ({id for one in side if one is not None for id in _ids(one)} for side in (olds, news))
        gone, come = was - now, now - was
        if not gone or not come or len(gone) + len(come) > MOST:
            return {}
        before = self.history.commits[number].parents[:1]
        gone = {id for id in gone if not self.track(id).holders(number)}
        come = {id for id in come if not any(self.track(id).holders(one) for one in before)}
        if not gone or not come:
            return {}
        return renamed(_parts(olds, gone), _parts(news, come))


def _parts(pieces: Iterable[Piece | None], ids: Collection[str]) -> Sequence[Record | Inner]:
    """What has these ids in some pieces; of what is there twice the first."""
    out: dict[str, Record | Inner] = {}
    for piece in pieces:
        if piece is not None and not _ids(piece).isdisjoint(ids):
            for one in _all(piece):
                if one.id in ids:
                    out.setdefault(one.id, one.part)
    return list(out.values())


def _ids(piece: Piece) -> set[str]:
    return {piece.id, *piece.inner}


def _all(piece: Piece) -> Iterator[Standing]:
    yield Standing(piece.kind, piece.id, piece.record, piece.id, ())
    if piece.inner:
        for path, one in parts(piece.record, Inner):
            if one.id:
                yield Standing(one.kind, one.id, one, piece.id, path)


def plain(part: Part) -> dict[str, Any]:
    """What a record or a part of one says, be it written or taken for granted; empty fields are nothing."""
    found: dict[str, Any] = plain_value(part.model_dump(by_alias=True, exclude_none=True))
    return found
