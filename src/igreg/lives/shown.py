"""The life of a record as it may be shown: nothing in it that ought not to have been written (ruling H50)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from igreg.analysis.field_changes import FieldChange
from igreg.analysis.withheld import Withheld, sentence
from igreg.dataclass import dataclass
from igreg.findings import KeyPath
from igreg.lives.life import Event, Life, State
from igreg.lives.said import Said
from igreg.lives.values import Values


@dataclass(frozen=True, slots=True)
class Entry:
    """What one commit did to a record, or what is not committed yet."""

    said: Said | None
    """The commit; nothing for what is not committed."""
    change: str
    """added, changed, moved, renamed or gone."""
    was: str | None
    """The id that it had, of one that is renamed."""
    now: str | None
    """The id that it got, where the commit gave it one."""
    file: str
    came_from: str | None
    """The file in which it stood before, where that was another one."""
    holders: tuple[str, str] | None
    """The records in which it stood before and after, where they are not one."""
    fields: tuple[FieldChange, ...]
    kind: str
    """Of what kind the record is that it is or stands in."""
    before: Mapping[str, Any]
    """What the whole record said before; empty where it was not there."""
    after: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that a commit left unreadable, and that held the record or may have held it."""

    said: Said | None
    file: str


@dataclass(frozen=True, slots=True)
class LifeShown:
    """A life."""

    record: str
    """The id that it has now, or had at last."""
    kind: str
    title: str | None
    names: tuple[str, ...]
    """The ids that it had, the present one first."""
    is_shallow: bool
    entries: Sequence[Entry]
    """What commits did to it, the oldest first."""
    uncommitted: Sequence[Entry]
    incomplete: Sequence[Unread]


@dataclass(frozen=True, slots=True)
class ValueShown:
    """One value of a record, and the commit with which it came to be; none where it is not committed."""

    path: KeyPath
    value: Any
    said: Said | None


def revs_of(life: Life) -> Iterator[str]:
    """The commits that there is something to say of."""
    for number in (*(one.commit for one in life.events), *(one.commit for one in life.incomplete)):
        rev = life.history.commits[number].rev
        if rev is not None:
            yield rev


def shown(life: Life, said: Mapping[str, Said], withheld: Withheld) -> LifeShown:
    """A life as it may be shown; of its commits is said what is given."""
    entries = [_entry(life, one, said, withheld) for one in life.events]
    kind, state = life.kind, _last(life)
    title = getattr(state.part, "label", None) or getattr(state.part, "what", None)
    return LifeShown(
        sentence(life.names[0], {}),
        kind,
        withheld.value(state.piece.kind, ("title",), title) if title else None,
        tuple(sentence(one, {}) for one in life.names),
        life.history.is_shallow,
        [one for one in entries if one.said is not None],
        [one for one in entries if one.said is None],
        [Unread(_of(life, one.commit, said), sentence(one.file, {})) for one in life.incomplete],
    )


def values_shown(life: Life, said: Mapping[str, Said], withheld: Withheld) -> Sequence[ValueShown]:
    """Each value that a record has now, in its own order, with the commit with which it came to be."""
    state = life.state(life.history.last)
    if state is None:
        return []
    kind = state.piece.kind
    return [
        ValueShown(withheld.path(one.path), withheld.value(kind, one.path, one.value), _of(life, one.commit, said))
        for one in Values(life).came(life.history.last)
    ]


def _last(life: Life) -> State:
    return next(state for one in reversed(life.events) for state in (one.after, one.before) if state is not None)


def _of(life: Life, number: int, said: Mapping[str, Said]) -> Said | None:
    rev = life.history.commits[number].rev
    return said[rev] if rev is not None else None


def _entry(life: Life, one: Event, said: Mapping[str, Said], withheld: Withheld) -> Entry:
    before, after = one.before, one.after
    both = before is not None and after is not None
    moved = both and before is not None and after is not None and before.file != after.file
    holders = None
    if before is not None and after is not None and before.holder != after.holder and before.holder != before.id:
        holders = (before.holder, after.holder)
    state = after or before
    assert state is not None
    return Entry(
        _of(life, one.commit, said),
        one.change,
        sentence(one.was, {}) if one.was is not None else None,
        sentence(one.now, {}) if one.now is not None else None,
        sentence(one.file, {}),
        sentence(before.file, {}) if moved and before is not None else None,
        holders,
        tuple(_field(state.piece.kind, field, withheld) for field in one.fields),
        state.piece.kind,
        _content(before, withheld),
        _content(after, withheld),
    )


def _content(state: State | None, withheld: Withheld) -> Mapping[str, Any]:
    found: Mapping[str, Any] = withheld.value(state.piece.kind, (), state.content) if state is not None else {}
    return found


def _field(kind: str, one: FieldChange, withheld: Withheld) -> FieldChange:
    before, after = (withheld.value(kind, one.path, value) for value in (one.before, one.after))
    return FieldChange(withheld.path(one.path), before, after)
