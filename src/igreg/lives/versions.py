"""The versions of a file one after another: of each only what differs from the one before is read.

A list of 3,000 records in which one line changes is a megabyte that would have to be read again with each commit. What
two versions have in common at their beginning and at their end is passed over, up to where a record begins; only the
records between are read, and they tell whether the whole can still be read (ruling H49).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from igreg.dataclass import dataclass
from igreg.lives.pieces import Doubt, Piece, Pieces, closely, quickly
from igreg.model.kinds.training_records import TrainingRecord
from igreg.source.reading.document import decode, made_out
from igreg.source.reading.pieces import indent, is_idle, opening
from igreg.source.reading.values import ids_as_text

Change = tuple[Piece | None, Piece | None]
"""A record before and after; nothing where it was not there, or is there no more."""
_STEP = 65_536


@dataclass(eq=False)
class Version:
    """A file as one commit has it: in which records it differs from another version that was read before."""

    kind: str
    base: Version | None
    changes: Mapping[str, Change]
    is_broken: bool = False
    """Whether it cannot be read; its records are then those of the last version that could."""
    lost: frozenset[str] = field(default=frozenset())
    depth: int = 0


def difference(old: Version | None, new: Version | None) -> Mapping[str, Change]:
    """The records in which two versions of a file differ; nothing in place of one is no file."""
    if new is not None and new.base is old:
        return new.changes
    was: dict[str, Piece | None] = {}
    now: dict[str, Piece | None] = {}
    common: dict[str, Piece | None] = {}
    left, right = old, new
    while left is not right:
        if right is None or (left is not None and left.depth >= right.depth):
            assert left is not None
            left = _back(left, was, common)
        else:
            right = _back(right, now, common)
    out = {}
    for id, at in common.items():
        before, after = was.get(id, at), now.get(id, at)
        if before is not after and not (before is not None and before.is_as(after)):
            out[id] = (before, after)
    return out


def _back(version: Version, seen: dict[str, Piece | None], common: dict[str, Piece | None]) -> Version | None:
    """Go one version back: its records count where no later version has them."""
    for id, (before, after) in version.changes.items():
        seen.setdefault(id, after)
        common[id] = before
    return version.base


@dataclass
class _Live:
    """The last version of a file that could be read."""

    version: Version
    data: bytes
    records: dict[str, Piece]
    cut: bytes | None
    """What each record but the first begins with; nothing where the text cannot be cut."""
    by_text: dict[str, Piece] = field(default_factory=dict)

    def between(self, start: int, end: int) -> tuple[Piece, ...]:
        """The record whose lines are these; none where they are of none, or of several."""
        try:
            known = self.by_text.get(self.data[start:end].decode("utf-8"))
        except UnicodeDecodeError:
            return ()
        return (known,) if known is not None else ()


class Files:
    """Reads the versions of files in the order in which they are given, and remembers the last one of each."""

    def __init__(self) -> None:
        self._live: dict[str, _Live] = {}

    def read(self, kind: str, file: str, data: bytes) -> Version:
        """The version of a file that these bytes are. Never raises."""
        live = self._live.get(file)
        if live is not None and live.cut is not None:
            try:
                return self._window(live, kind, file, data)
            except Doubt:
                pass
        return self._whole(live, kind, file, data)

    def _whole(self, live: _Live | None, kind: str, file: str, data: bytes) -> Version:
        base = live.version if live is not None else None
        text, fault = decode(file, data)
        if text is None or fault is not None:
            return _broken(kind, base, ids_as_text(made_out(data)))
        pieces = _pieces(kind, file, text)
        if pieces.is_broken:
            return _broken(kind, base, pieces.lost)
        now: dict[str, Piece] = {}
        for one in pieces.of:
            now.setdefault(one.id, one)
        was = live.records if live is not None else {}
        changes: dict[str, Change] = {id: (one, None) for id, one in was.items() if id not in now}
        changes |= {id: (was.get(id), one) for id, one in now.items() if not one.is_as(was.get(id))}
        version = Version(kind, base, changes, depth=base.depth + 1 if base is not None else 0)
        whole = pieces.is_cut and len(now) == len(pieces.of)
        by_text = {one.text: one for one in pieces.of if one.text is not None} if whole else {}
        self._live[file] = _Live(version, data, now, _mark(text) if whole else None, by_text)
        return version

    def _window(self, live: _Live, kind: str, file: str, data: bytes) -> Version:
        """A version of which only the lines are read that differ. Raises Doubt where they do not tell."""
        start, end, end_before = _bounds(live.data, data, live.cut or b"")
        was = live.between(start, end_before) or _between(kind, file, live.data[start:end_before], live.cut)
        now = _between(kind, file, data[start:end], live.cut)
        old, new = ({one.id: one for one in pieces} for pieces in (was, now))
        if len(old) != len(was) or len(new) != len(now):
            raise Doubt
        if kind != TrainingRecord.kind and any(id in live.records and id not in old for id in new):
            raise Doubt  # an id that is there twice
        changes: dict[str, Change] = {}
        for id in {**old, **new}:
            before, after = old.get(id), new.get(id)
            if after is None or not after.is_as(before):
                changes[id] = (live.records.get(id), after)
        for id, (_, after) in changes.items():
            gone = live.records.pop(id, None)
            if gone is not None and gone.text is not None:
                live.by_text.pop(gone.text, None)
            if after is not None and after.text is not None:
                live.records[id] = live.by_text[after.text] = after
        version = Version(kind, live.version, changes, depth=live.version.depth + 1)
        live.version, live.data = version, data
        return version


def _pieces(kind: str, file: str, text: str) -> Pieces:
    try:
        return quickly(kind, file, text)
    except Doubt:
        return closely(kind, file, text)


def _broken(kind: str, base: Version | None, lost: frozenset[str]) -> Version:
    return Version(kind, base, {}, is_broken=True, lost=lost, depth=base.depth + 1 if base is not None else 0)


def _between(kind: str, file: str, data: bytes, cut: bytes | None) -> tuple[Piece, ...]:
    """The records of a part of a list that begins and ends where records do. Raises Doubt where it is no such part."""
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        raise Doubt from None
    if is_idle(text):
        return ()
    found = quickly(kind, file, text)
    if not found.is_cut or _mark(text) != cut:
        raise Doubt
    return found.of


def _mark(text: str) -> bytes:
    """What each record but the first begins with in a text that is a list."""
    return b"\n" + b" " * (indent(text[opening(text) :]) or 0) + b"- "


def _bounds(old: bytes, new: bytes, cut: bytes) -> tuple[int, int, int]:
    """Where the records begin that differ, where they end in the new text, and where in the old one."""
    head = _alike(old, new)
    tail = _alike_at_end(old, new, min(len(old), len(new)) - head)
    start = new.rfind(cut, 0, head) + 1
    at = new.find(cut, len(new) - tail)
    end = at + 1 if at >= 0 else len(new)
    return start, end, end - len(new) + len(old)


def _alike(old: bytes, new: bytes) -> int:
    """How many bytes two texts have in common at their beginning."""
    most, view = min(len(old), len(new)), memoryview(new)
    at = 0
    while at < most and old.startswith(view[at : at + _STEP], at):
        at += _STEP
    low, high = min(at, most), min(at + _STEP, most)
    while low < high:
        middle = (low + high + 1) // 2
        if old.startswith(view[low:middle], low):
            low = middle
        else:
            high = middle - 1
    return low


def _alike_at_end(old: bytes, new: bytes, most: int) -> int:
    """How many bytes two texts have in common at their end, of so many at most."""
    view, length = memoryview(new), len(new)
    at = 0
    while at < most and old.endswith(view[max(length - at - _STEP, 0) : length - at], 0, len(old) - at):
        at += _STEP
    low, high = min(at, most), min(at + _STEP, most)
    while low < high:
        middle = (low + high + 1) // 2
        if old.endswith(view[length - middle : length - low], 0, len(old) - low):
            low = middle
        else:
            high = middle - 1
    return low
