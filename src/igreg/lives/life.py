"""The life of one record: what each commit did to it, through moves, new ids and gaps (rulings H31 to H33)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from igreg.analysis.field_changes import FieldChange, changes_of, plain_record
from igreg.dataclass import dataclass
from igreg.findings import KeyPath
from igreg.lives.pieces import Piece
from igreg.lives.renames import Renames, Standing, standing
from igreg.lives.touched import Broken, History, Track
from igreg.model.base import Part


class State(NamedTuple):
    """What a record was at a commit."""

    kind: str
    id: str
    holder: str
    """The id of the record in which it stands; its own where it is one."""
    file: str
    content: Mapping[str, Any]
    """Its plain values, as JSON has them."""
    part: Part
    """The record itself, or the part of one."""
    piece: Piece
    path: KeyPath
    """Where it stands in that record."""

    def is_as(self, other: State | None) -> bool:
        """Whether it says the same, under the same id, in the same place."""
        return other is not None and self[:4] == other[:4] and not fields_between(other, self)


@dataclass(frozen=True, slots=True)
class Event:
    """What one commit did to a record."""

    commit: int
    change: str
    """added, changed, moved, renamed or gone."""
    before: State | None
    after: State | None
    fields: tuple[FieldChange, ...] = ()
    was: str | None = None
    now: str | None = None

    @property
    def file(self) -> str:
        """The file in which it stands then; where it is gone, the one in which it stood."""
        state = self.after or self.before
        assert state is not None
        return state.file


@dataclass
class Lives:
    """The lives of the records of one history."""

    history: History

    def __post_init__(self) -> None:
        self.renames = Renames(self.history, self.track)
        self._tracks: dict[str, Track] = {}

    def track(self, id: str) -> Track:
        """Where an id stood at each commit."""
        if id not in self._tracks:
            self._tracks[id] = Track(self.history, id)
        return self._tracks[id]

    def present_id(self, id: str) -> str | None:
        """The id that a record has now, or had at last, by an id that it has or had; nothing for no such id."""
        seen: set[str] = set()
        while id not in seen:
            seen.add(id)
            track = self.track(id)
            if not any(track.at.values()):
                return None
            if track.piece(self.history.last) is not None:
                return id
            later = (self.renames.of(number).get(id) for number in reversed(track.moments))
            id = next((one for one in later if one is not None), id)
        return id

    def of(self, id: str) -> Life | None:
        """The life of a record, an action or an audit finding that has or had an id; nothing for no such id."""
        present = self.present_id(id)
        return Life(self, self._names(present)) if present is not None else None

    def _names(self, present: str) -> tuple[str, ...]:
        """The ids that it had, the present one first."""
        names = [present]
        for name in names:  # grows meanwhile
            track = self.track(name)
            for number in reversed(track.moments):
                if any(self.track(later).piece(number) for later in names[: names.index(name)]):
                    continue
                was = self.renames.before(number, name)
                if was is not None and was not in names:
                    names.append(was)
        return tuple(names)


@dataclass
class Life:
    """What became of one record."""

    lives: Lives
    names: tuple[str, ...]
    """The ids that it had, the present one first."""

    @property
    def history(self) -> History:
        """The history that it is a part of."""
        return self.lives.history

    @property
    def kind(self) -> str:
        """The kind of which it is, or was at last."""
        return next(
            state.kind for one in reversed(self.events) for state in (one.after, one.before) if state is not None
        )

    @cached_property
    def moments(self) -> Sequence[int]:
        """The commits at which something may have become of it."""
        return sorted({number for name in self.names for number in self.lives.track(name).moments})

    def state(self, number: int) -> State | None:
        """What it was at a commit, or the last that is known of it where a file cannot be read."""
        for name in self.names:
            piece = self.lives.track(name).piece(number)
            if piece is not None:
                return self._state(name, piece)
        return None

    def _state(self, name: str, piece: Piece) -> State | None:
        if (name, piece) not in self._states:
            found = standing(piece, name)
            self._states[name, piece] = _state_of(found, piece) if found is not None else None
        return self._states[name, piece]

    @cached_property
    def _states(self) -> dict[tuple[str, Piece], State | None]:
        return {}

    @cached_property
    def events(self) -> Sequence[Event]:
        """What commits did to it, the oldest first; of a merge only what it has from none of its parents."""
        return [one for number in self.moments for one in self.events_of(number)]

    def events_of(self, number: int) -> Iterator[Event]:
        """What one commit did to it."""
        parents = self.history.commits[number].parents
        after = self.state(number)
        befores = [self.state(one) for one in parents] or [None]
        if any(_same(one, after) for one in befores):
            return
        before = befores[0]
        if before is None:
            if after is not None:
                yield Event(number, "added", None, after, self._since_gone(number, after))
        elif after is None:
            yield Event(number, "gone", before, None, now=self.lives.renames.of(number).get(before.id))
        elif before.kind != after.kind:
            yield Event(number, "gone", before, None)
            yield Event(number, "added", None, after)
        else:
            yield _change(number, before, after)

    def _since_gone(self, number: int, after: State) -> tuple[FieldChange, ...]:
        """How a record that comes again differs from what it was when it went."""
        earlier = (
            self.state(parent)
            for one in reversed(self.moments)
            if one < number
            for parent in self.history.commits[one].parents[:1]
        )
        last = next((one for one in earlier if one is not None), None)
        return fields_between(last, after) if last is not None and last.kind == after.kind else ()

    @cached_property
    def incomplete(self) -> Sequence[Broken]:
        """The files that commits left unreadable, and that held it or may have held it; the oldest first."""
        kinds = {state.piece.kind for state in self._states.values() if state is not None}
        return [one for one in self.history.broken if self._may_be_in(one, kinds)]

    def _may_be_in(self, one: Broken, kinds: set[str]) -> bool:
        if not one.lost.isdisjoint(self.names):
            return True
        if any(one.file == file for name in self.names for file, _ in self.lives.track(name).holders(one.commit)):
            return True
        hidden = any(one.commit in self.lives.track(name).hidden for name in self.names)
        return one.kind in kinds and (not one.lost or hidden)


def _state_of(found: Standing, piece: Piece) -> State:
    return State(
        found.kind, found.id, found.holder, piece.file, plain_record(found.part), found.part, piece, found.path
    )


def fields_between(before: State, after: State) -> tuple[FieldChange, ...]:
    """The values in which two states of a record differ, its id left out (ruling H23)."""
    if before.content == after.content:
        return ()
    return tuple(one for one in changes_of(before.part, after.part) if one.path != ("id",))


def _same(one: State | None, other: State | None) -> bool:
    return one is other or (one is not None and one.is_as(other))


def _change(number: int, before: State, after: State) -> Event:
    fields = fields_between(before, after)
    if before.id != after.id:
        return Event(number, "renamed", before, after, fields, before.id, after.id)
    return Event(number, "changed" if fields else "moved", before, after, fields)
