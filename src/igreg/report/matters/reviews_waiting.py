"""Internal reviews of answers to requests for information: which are open, and which are past their last day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from igreg.analysis.requests import review_waits
from igreg.dataclass import dataclass
from igreg.model.kinds.requests import Request
from igreg.report.asked import Asked
from igreg.report.matters.request_sorts import title


@dataclass(frozen=True, slots=True)
class ReviewWaiting:
    """An internal review that is open on the day."""

    id: str
    title: str
    category: str
    asked: dt.date | None
    last_day: dt.date | None
    overdue: bool


def reviews_waiting(asked: Asked, every: Sequence[Request]) -> tuple[ReviewWaiting, ...]:
    """The internal reviews that wait, the most urgent first."""
    found = [(one, asked.as_of.time_limits.of_review(one)) for one in every if review_waits(one)]
    days = [(one, None if limit is None else limit.day) for one, limit in found]
    return tuple(
        ReviewWaiting(
            one.id or "",
            asked.called(one),
            title(one.category or ""),
            one.internal_review.asked if one.internal_review is not None else None,
            day,
            day is not None and day < asked.today,
        )
        for one, day in sorted(days, key=lambda pair: (pair[1] or dt.date.max, pair[0].id or ""))
    )
