"""By when a record must be reviewed at the latest, whatever day somebody sets for it, and what says so."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from igreg.analysis.as_of import AsOf
from igreg.analysis.in_force import start_of
from igreg.analysis.reviews import by_cycle
from igreg.facts.tables import Limit
from igreg.model.base import Record
from igreg.model.shared import Review
from igreg.model.span import Span


@dataclass(frozen=True, slots=True)
class Latest:
    """The last day, and what sets it."""

    day: dt.date
    why: str


def latest_review(as_of: AsOf, record: Record, packs: dict[str, Span]) -> Latest | None:
    """The last day on which a review of a record keeps to its own interval, to the figure in force for its kind, and to
    what a pack asks of the kind (`packs`); nothing where nothing is known but the day that is set."""
    review: Review = record.review  # type: ignore[attr-defined]
    found: list[Latest] = []
    own = by_cycle(record, review, as_of.today)
    if own is not None:
        found.append(Latest(own, f"its own interval of {review.every}"))
    since = review.last or start_of(record)
    key = f"review-{record.kind}"
    if since is not None and key in as_of.facts.table(Limit):
        span = as_of.span(key)
        found.append(Latest(span.after(since), f"the limit of {span} for {record.many}"))
    if since is not None and record.kind in packs:
        span = packs[record.kind]
        found.append(Latest(span.after(since), f"the {span} that a toolkit asks for"))
    return min(found, key=lambda one: one.day, default=None)
