"""What became of records since they were reviewed: changed after it, or declared changed although nothing was.

What was committed is given as a value, worked out by whoever can ask the history; without one nothing is said.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import NamedTuple

from igreg.analysis.as_of import AsOf
from igreg.analysis.reviews import can_be_due
from igreg.dataclass import dataclass
from igreg.findings import KeyPath
from igreg.model.base import Record
from igreg.model.shared import Review
from igreg.register.register import Register

Key = tuple[str, str]
"""A kind of record, and an id."""


class Committed(NamedTuple):
    """A commit: its full hash, the committer's day by the organisation's clock, and who wrote it."""

    rev: str | None
    """Nothing for what is not committed yet."""
    date: dt.date | None
    """Nothing for a commit whose day no calendar has."""
    author: str | None


class LaterChange(NamedTuple):
    """What one commit changed after the review was written down."""

    commit: Committed
    fields: tuple[KeyPath, ...]
    document: str | None
    """The path of a document whose bytes it changed."""


@dataclass(frozen=True, slots=True)
class SinceReview:
    """One record whose present `review.last` is committed."""

    reviewed: Committed
    """The commit with which that day came to be written."""
    changed: tuple[LaterChange, ...] = ()
    """What changed since then and has not changed back, the oldest first."""
    as_before: dt.date | None = None
    """The day of the review before it, where nothing at all has changed since that one was written down."""


@dataclass(frozen=True)
class SinceReviews:
    """What is known of all records; `unknown` are those whose review may be older than what a shallow clone has."""

    of: Mapping[Key, SinceReview] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()


def judged(register: Register, today: dt.date) -> Iterator[tuple[Record, dt.date]]:
    """The records that have been reviewed, with the day; those that are never due are not judged (rulings A61, H36)."""
    for record in register.reviewed:
        review: Review = record.review  # type: ignore[attr-defined]
        if review.last is not None and record.identity and can_be_due(record, today):
            yield record, review.last


def changed_since_review(as_of: AsOf, known: SinceReviews | None) -> Iterator[tuple[Record, dt.date, SinceReview]]:
    """The records whose content, or a document's, is not what it was when the review was written down (ruling H36)."""
    for record, last, since in _known(as_of, known):
        if since.changed:
            yield record, last, since


def reviewed_without_a_look(as_of: AsOf, known: SinceReviews | None) -> Iterator[tuple[Record, dt.date, SinceReview]]:
    """The records whose review says `changed`, and which are what they were before it (ruling H37)."""
    for record, last, since in _known(as_of, known):
        review: Review = record.review  # type: ignore[attr-defined]
        if review.outcome == "changed" and since.as_before is not None and not since.changed:
            yield record, last, since


def _known(as_of: AsOf, known: SinceReviews | None) -> Iterator[tuple[Record, dt.date, SinceReview]]:
    for record, last in judged(as_of.register, as_of.today) if known is not None and known.of else ():
        since = known.of.get((record.kind, record.identity or "")) if known is not None else None
        if since is not None:
            yield record, last, since
