"""Reviews that are due, with what the record says of them: for whatever kind of date lists some of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from igreg.analysis.as_of import AsOf
from igreg.analysis.in_force import start_of
from igreg.analysis.reviews import review_due
from igreg.dataclass import dataclass
from igreg.deadlines._deadline import Deadline
from igreg.language.english import every
from igreg.model.base import Record
from igreg.model.shared import Review
from igreg.register.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDue(Deadline[Record]):
    """A review that is due, with what the record says of its reviews."""

    review: Review


def reviews(as_of: AsOf, records: Iterable[Record], until: dt.date) -> Iterator[ReviewDue]:
    """The reviews of some records that are due by a day."""
    for record in records:
        day = review_due(record, as_of.today)
        if day is not None and day <= until:
            review: Review = record.review  # type: ignore[attr-defined]
            yield ReviewDue(
                record,
                day,
                _why(as_of.register, record, review),
                last=review.last,
                every=review.every,
                anchor=review.anchor if review.cycle == "fixed" else None,
                review=review,
            )


def _why(register: Register, record: Record, review: Review) -> str:
    """How often, when last, by whom and with what outcome."""
    parts = [every(review.every)] if review.every else []
    if review.last is not None:
        by = f" by {register.title(review.by)}" if review.by else ""
        outcome = f", {review.outcome}" if review.outcome else ""
        parts.append(f"last reviewed {review.last}{by}{outcome}")
    else:
        start = start_of(record)
        parts.append("never reviewed" if start is None else f"never reviewed, counted from {start}")
    if review.next is not None:
        parts.append(f"next set for {review.next}")
    elif review.cycle == "fixed" and review.anchor is not None:
        parts.append(f"fixed days from {review.anchor}")
    return ", ".join(parts)
