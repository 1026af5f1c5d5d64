"""What became of records since they were reviewed, by what was committed (rulings H36 to H38)."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import field
from itertools import islice

from igreg.analysis.field_changes import FieldChange
from igreg.analysis.since_review import Committed, LaterChange, SinceReview, SinceReviews
from igreg.dataclass import dataclass
from igreg.findings import KeyPath
from igreg.lives.documents import Documents
from igreg.lives.life import Life, Lives, State, fields_between
from igreg.lives.reviewed import reviewed
from igreg.model.base import Part, Record
from igreg.model.shared import Review
from igreg.model.walk import documents

Told = Callable[[Iterable[str]], Mapping[str, Committed]]
"""What there is to say of commits, by their hashes."""
Renamed = Callable[[str, str], bool]
"""Whether what a record names now is by another id what it named then."""


def document_paths(part: Part) -> Iterator[str]:
    """The paths of a record's documents that may be in the repository, as Git writes them."""
    for _, document in documents(part):
        path = posixpath.normpath(document.path) if document.path else ""
        if path and not path.startswith(("/", "../")) and path not in (".", ".."):
            yield path


def _never(was: str, now: str) -> bool:
    return False


def since_reviews(
    lives: Lives,
    records: Iterable[tuple[Record, dt.date]],
    papers: Documents,
    told: Told,
    today: dt.date,
    is_renamed: Renamed = _never,
) -> SinceReviews:
    """What became of each record with its last review; of those whose review is not committed yet nothing is said."""
    looks = _Looks(lives, papers, is_renamed)
    found = {(record.kind, record.identity or ""): look for record, last in records if (look := looks.of(record, last))}
    revs = {rev for one in found.values() for number in one.numbers if (rev := lives.history.commits[number].rev)}
    known = told(revs)

    def commit(number: int) -> Committed:
        rev = lives.history.commits[number].rev
        return known[rev] if rev is not None else Committed(None, today, None)

    return SinceReviews(
        {key: look.with_commits(commit) for key, look in found.items() if not look.is_edge},
        tuple(id for (_, id), look in found.items() if look.is_edge),
    )


@dataclass
class _Look:
    """One record, with its commits by number."""

    reviewed: int
    is_edge: bool = False
    changed: dict[int, tuple[tuple[KeyPath, ...], tuple[str, ...]]] = field(default_factory=dict)
    """By commit: the fields and the documents that it changed."""
    as_before: dt.date | None = None

    @property
    def numbers(self) -> Iterable[int]:
        return (self.reviewed, *self.changed) if not self.is_edge else ()

    def with_commits(self, commit: Callable[[int], Committed]) -> SinceReview:
        out = []
        for number, (fields, papers) in sorted(self.changed.items()):
            first, *more = papers or (None,)
            out.append(LaterChange(commit(number), fields, first))
            out += [LaterChange(commit(number), (), one) for one in more]
        return SinceReview(commit(self.reviewed), tuple(out), self.as_before)


@dataclass
class _Looks:
    lives: Lives
    papers: Documents
    is_renamed: Renamed
    _older: dict[int, Container[int]] = field(default_factory=dict)

    def of(self, record: Record, last: dt.date) -> _Look | None:
        """What became of a record; nothing where its review, or the record itself, is not committed."""
        untouched = self._untouched(record, last)
        if untouched is not None:
            return untouched
        life = self.lives.of(record.identity or "")
        now = life.state(self.lives.history.last) if life is not None else None
        if life is None or now is None or now.kind != record.kind:
            return None
        review: Review = record.review  # type: ignore[attr-defined]
        found = list(islice(reviewed(life), 2 if review.outcome == "changed" else 1))
        if not found or found[0].last != last.isoformat() or self._rev(found[0].commit) is None:
            return None
        present, *before = found
        if present.is_edge:
            return _Look(present.commit, is_edge=True)
        look = _Look(present.commit)
        fields = self._fields(present.state, now)
        papers = self._papers(present.commit, present.state.part, now.part)
        if fields or papers:
            look.changed = self._later(life, present.commit, {path[0] for path in fields}, papers)
        if (
            before
            and not before[0].is_edge
            and not self._fields(before[0].state, now)
            and not self._papers(before[0].commit, before[0].state.part, now.part)
        ):
            look.as_before = dt.date.fromisoformat(before[0].last)
        return look

    def _untouched(self, record: Record, last: dt.date) -> _Look | None:
        """The look at a record that one commit brought as it stands here; nothing where that is not plain to see.

        That is most records of a register, and none of them needs be read again.
        """
        id, history = record.identity or "", self.lives.history
        track = self.lives.track(id)
        number, *more = track.moments or (history.last,)
        piece = track.piece(history.last)
        if more or piece is None or self._rev(number) is None or self.lives.renames.before(number, id) is not None:
            return None
        is_same = piece.id == id and (piece.kind, piece.file) == (record.kind, record.where.file)
        if not is_same or piece.text is None or last.isoformat() not in piece.text:
            return None
        is_edge = history.is_shallow and not history.commits[number].parents
        return None if self._papers(number, record, record) else _Look(number, is_edge)

    def _fields(self, then: State, now: State) -> list[KeyPath]:
        """What differs but the review; another id, of itself or of what it names, is no difference (ruling H36)."""
        found = (one for one in fields_between(then, now) if one.path[0] != "review")
        return [one.path for one in found if not self._only_by_id(one)]

    def _only_by_id(self, one: FieldChange) -> bool:
        was, now = one.before, one.after
        return isinstance(was, str) and isinstance(now, str) and self.is_renamed(was, now)

    def _rev(self, number: int) -> str | None:
        return self.lives.history.commits[number].rev

    def _papers(self, since: int, then: Part, now: Part) -> list[str]:
        """The documents that it had then and has now whose bytes are others at HEAD; missing ones are passed over."""
        head = self.lives.history.commits[self.lives.history.last].parents[0]
        had = set(document_paths(then))
        out = []
        for path in dict.fromkeys(document_paths(now)):
            was, is_now = self.papers.at(path, since), self.papers.at(path, head)
            if path in had and was is not None and is_now is not None and was != is_now:
                out.append(path)
        return out

    def _later(
        self, life: Life, since: int, keys: set[int | str], papers: list[str]
    ) -> dict[int, tuple[tuple[KeyPath, ...], tuple[str, ...]]]:
        """By commit after the review what it changed of these fields and documents."""
        older = self._before(since)
        out: dict[int, tuple[tuple[KeyPath, ...], tuple[str, ...]]] = {}
        for event in (one for number in life.moments if number not in older for one in life.events_of(number)):
            paths = tuple(one.path for one in event.fields if one.path[0] in keys)
            if paths:
                out[event.commit] = (paths, ())
        for paper in papers:
            for number in self.papers.changes(paper):
                if number not in older:
                    fields, more = out.get(number, ((), ()))
                    out[number] = (fields, (*more, paper))
        return out

    def _before(self, number: int) -> Container[int]:
        if number not in self._older:
            self._older[number] = self.lives.history.older(number)
        return self._older[number]
