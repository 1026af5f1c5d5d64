"""Whether a record counts on a day, as its model says: its status, its start and its end (ruling A59)."""

from __future__ import annotations

import datetime as dt

from igreg.model.base import Part, Record
from igreg.model.marks import Ends, Starts
from igreg.model.shared import Review
from igreg.model.walk import plan


def in_force(record: Record, day: dt.date) -> bool:
    """Whether the record counts on a day (ruling A59). Kinds that mark neither status nor start nor end always do."""
    return (
        status_counts(record)
        and _has_begun(record, day)
        and not has_ended(record, day)
        and not is_withdrawn(record, day)
    )


def is_withdrawn(record: Record, day: dt.date) -> bool:
    """Whether a review up to a day withdrew the record; before it the record counted.

    A post or group comes and goes by its own days, whatever a review of its record says.
    """
    review: Review | None = record.__dict__.get("review")
    if review is None or review.outcome != "withdrawn" or record.comes_and_goes:
        return False
    return review.last is None or review.last <= day


def status_counts(record: Record) -> bool:
    """Whether its status lets it count: it is no draft, and nobody has taken it back or closed it."""
    if not (record.pending or record.settled or record.void):
        return True
    status = record.standing
    return not (status in record.pending or status in record.settled or status in record.void)


def has_ended(record: Part, day: dt.date) -> bool:
    """Whether the last day of a record or part, where it has one, is before a day."""
    for attribute, _, _, _ in plan(type(record), Ends).here:
        end: dt.date | None = getattr(record, attribute)
        if end is not None and end < day:
            return True
    return False


def start_of(record: Record) -> dt.date | None:
    """The day a record came into force, where its kind has one (ruling A60)."""
    for attribute, _, _, _ in plan(type(record), Starts).here:
        start: dt.date | None = getattr(record, attribute)
        if start is not None:
            return start.date() if isinstance(start, dt.datetime) else start
    return None


def _has_begun(record: Record, day: dt.date) -> bool:
    start = start_of(record)
    if start is not None:
        return start <= day
    return all(mark.always for _, _, mark, _ in plan(type(record), Starts).here)
