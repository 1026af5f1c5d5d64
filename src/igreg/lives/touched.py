"""Which records each commit touched: what `lives` are made of. Oldest first; nothing here runs Git."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import field
from typing import NamedTuple

from igreg.dataclass import dataclass
from igreg.lives.pieces import Piece
from igreg.lives.versions import Change, Version, difference

Key = tuple[str, str]
"""A file, and the id of a record in it."""


class Commit(NamedTuple):
    """One commit, or what is not committed yet: its hash, and the numbers of its parents."""

    rev: str | None
    parents: tuple[int, ...]


class Broken(NamedTuple):
    """A file that a commit left so that it cannot be read."""

    commit: int
    file: str
    kind: str
    lost: frozenset[str]
    """The ids that can be made out in it."""
    last: Version | None
    """What it was when it could be read."""


@dataclass(frozen=True, slots=True)
class _Older:
    """Commits: all up to one of them, and some."""

    low: int
    others: frozenset[int]

    def __contains__(self, number: object) -> bool:
        return isinstance(number, int) and (number <= self.low or number in self.others)


@dataclass
class History:
    """Every commit that can be reached, parents before children, and what each did to the records of a register."""

    commits: list[Commit] = field(default_factory=list)
    touched: dict[int, dict[Key, Change]] = field(default_factory=dict)
    """What each commit did, against its first parent."""
    by_id: dict[str, dict[int, list[Key]]] = field(default_factory=lambda: defaultdict(dict))
    """The commits that touched a record, or what stands in one under an id of its own, and under which keys."""
    broken: list[Broken] = field(default_factory=list)
    mended: list[int] = field(default_factory=list)
    """The commits after which a file that could not be read can be read, or is not there."""
    is_shallow: bool = False
    remarks: tuple[str, ...] = ()
    _unread: dict[int, Mapping[str, Broken]] = field(default_factory=dict)
    _line: list[int] = field(default_factory=list)
    """The line of first parents on which a commit stands, by the number of the line's first commit."""
    _last: dict[int, int] = field(default_factory=dict)
    _one_line: int = -1

    def take(self, commit: Commit, changes: Iterable[tuple[str, Version | None, Version | None]] = ()) -> int:
        """Put the next commit to the history: the files in which it differs from its first parent, before and after."""
        number = len(self.commits)
        self.commits.append(commit)
        self._stand(number)
        unread = dict(self.unread(commit.parents[0])) if commit.parents else {}
        touched: dict[Key, Change] = {}
        for file, old, new in changes:
            before = unread.pop(file, None)
            last = before.last if before is not None else old
            if new is not None and new.is_broken:
                unread[file] = Broken(number, file, new.kind, new.lost, last)
                self.broken.append(unread[file])
                continue
            if before is not None:
                self.mended.append(number)
            touched |= {(file, id): change for id, change in difference(last, new).items()}
        if unread:
            self._unread[number] = unread
        if touched:
            self.touched[number] = touched
            for key, change in touched.items():
                for id in _ids(key, change):
                    self.by_id[id].setdefault(number, []).append(key)
        return number

    def unread(self, number: int) -> Mapping[str, Broken]:
        """The files that cannot be read at a commit."""
        return self._unread.get(number, {})

    def _stand(self, number: int) -> None:
        """Put a commit on the line of its first parent, or on one of its own where another commit is there already."""
        parents = self.commits[number].parents
        line = self._line[parents[0]] if parents else number
        if parents and self._last[line] != parents[0]:
            line = number
        self._line.append(line)
        self._last[line] = number

    def lines(self, number: int) -> Iterable[tuple[int, int]]:
        """The way back from a commit along first parents: each line, and the commit at which it is entered."""
        at: int | None = number
        while at is not None:
            line = self._line[at]
            yield line, at
            parents = self.commits[line].parents
            at = parents[0] if parents else None

    def line_of(self, number: int) -> int:
        """The line of first parents on which a commit stands."""
        return self._line[number]

    def older(self, number: int) -> Container[int]:
        """A commit and all that it stands on. Up to where the first branch begins, that is all that come before it."""
        straight, seen, left = self._straight(), set[int](), [number]
        low = -1
        while left:
            one = left.pop()
            if one <= straight:
                low = max(low, one)
            elif one not in seen:
                seen.add(one)
                left.extend(self.commits[one].parents)
        return _Older(low, frozenset(seen))

    def _straight(self) -> int:
        """The number of the last commit up to which each stands on the one before it alone."""
        while self._one_line + 1 < len(self.commits):
            parents = self.commits[self._one_line + 1].parents
            if parents != ((self._one_line,) if self._one_line >= 0 else ()):
                break
            self._one_line += 1
        return self._one_line

    @property
    def last(self) -> int:
        """The number of the newest commit, or of what is not committed yet."""
        return len(self.commits) - 1


def _ids(key: Key, change: Change) -> set[str]:
    return {key[1], *(id for one in change if one is not None for id in one.inner)}


@dataclass
class Track:
    """Where an id stood at each commit; asked at any commit, since what lies between is as it was before."""

    history: History
    id: str
    at: dict[int, Mapping[Key, Piece]] = field(default_factory=dict)
    numbers: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    hidden: dict[int, Piece] = field(default_factory=dict)
    """What it last was, at commits at which a file that cannot be read may hold it."""

    def __post_init__(self) -> None:
        for number in self.moments:
            self._follow(number)

    @property
    def moments(self) -> Sequence[int]:
        """The commits at which something may have become of it."""
        return sorted({*self.history.by_id.get(self.id, ()), *self.history.mended})

    def holders(self, number: int) -> Mapping[Key, Piece]:
        """The records that have the id, or hold what has it, at a commit."""
        found = self._before(number)
        return self.at[found] if found is not None else {}

    def piece(self, number: int) -> Piece | None:
        """The one that counts, the first by its file's name; what it last was where it may be in an unread file."""
        found = self._before(number)
        if found is None:
            return None
        holders = self.at[found]
        return holders[min(holders)] if holders else self.hidden.get(found)

    def _before(self, number: int) -> int | None:
        for line, at in self.history.lines(number):
            numbers = self.numbers.get(line)
            if numbers and numbers[0] <= at:
                return numbers[bisect_right(numbers, at) - 1]
        return None

    def _follow(self, number: int) -> None:
        parents = self.history.commits[number].parents
        before = self.holders(parents[0]) if parents else {}
        known = self.piece(parents[0]) if parents else None
        touched = self.history.touched.get(number, {})
        holders = {key: piece for key, piece in before.items() if key not in touched}
        for key in self.history.by_id.get(self.id, {}).get(number, ()):  # a first commit touches every record
            _, piece = touched[key]
            if piece is not None and (key[1] == self.id or self.id in piece.inner):
                holders[key] = piece
        if not holders and known is not None and self._may_be_hidden(number, known):
            self.hidden[number] = known
        elif holders == before and (not parents or self._is_hidden(parents[0]) is False):
            return
        self.at[number] = holders
        self.numbers[self.history.line_of(number)].append(number)

    def _is_hidden(self, number: int) -> bool:
        found = self._before(number)
        return found is not None and found in self.hidden

    def _may_be_hidden(self, number: int, known: Piece) -> bool:
        """Whether a file of its kind that cannot be read may hold what is seen nowhere else (ruling H25)."""
        unread = [one for one in self.history.unread(number).values() if one.kind == known.kind]
        parents = self.history.commits[number].parents
        is_hidden = bool(parents) and self._is_hidden(parents[0])
        return any(is_hidden or not one.lost or self.id in one.lost or one.commit == number for one in unread)
