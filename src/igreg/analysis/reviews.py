"""When each record is due for review (format, section 2; rulings A60 to A62)."""

from __future__ import annotations

import datetime as dt
import functools

from igreg.analysis.existence import is_there
from igreg.analysis.in_force import has_ended, start_of, status_counts
from igreg.model.base import Record
from igreg.model.marks import Ends
from igreg.model.shared import Review
from igreg.model.span import Span
from igreg.model.walk import plan


def can_be_due(record: Record, today: dt.date) -> bool:
    """Whether the record can be due at all: drafts, withdrawn and expired ones never are (ruling A61)."""
    review: Review | None = getattr(record, "review", None)
    if review is None or review.outcome == "withdrawn" or not is_there(record, today):
        return False
    return status_counts(record) and (_goes_on(type(record)) or not has_ended(record, today))


@functools.cache
def _goes_on(model: type[Record]) -> bool:
    """Whether records of a kind are reviewed after their end too."""
    return all(mark.reviewed_after for _, _, mark, _ in plan(model, Ends).here)


def review_due(record: Record, today: dt.date) -> dt.date | None:
    """The day a record is due for review; nothing when it never is.

    `next`, else its cycle, else the day it came into force plus `every`; without such a day it is due today.
    """
    if not can_be_due(record, today):
        return None
    review: Review = record.review  # type: ignore[attr-defined]
    return review.next or by_cycle(record, review, today)


def by_cycle(record: Record, review: Review, today: dt.date) -> dt.date | None:
    """The day a record is due for review by its cycle alone, whatever `next` says; nothing without one."""
    if review.every is None:
        return None
    if review.cycle == "fixed" and review.anchor is not None:
        since = review.last or start_of(record)
        return today if since is None else next_fixed_day(review.anchor, review.every, since)
    if review.last is not None:
        return review.every.after(review.last)
    start = start_of(record)
    return today if start is None else review.every.after(start)


def next_fixed_day(anchor: dt.date, every: Span, since: dt.date) -> dt.date:
    """The first day after `since` among `anchor` + n x `every`, n from 0 (ruling A62)."""
    if anchor > since:
        return anchor
    longest = {"hour": 1, "day": 1, "week": 7, "month": 31, "year": 366}[every.unit] * every.number
    times = max((since - anchor).days // longest - 1, 0)
    while every.after(anchor, times) <= since:
        times += 1
        if every.after(anchor, times) in (anchor, dt.date.max):
            return dt.date.max
    return every.after(anchor, times)
