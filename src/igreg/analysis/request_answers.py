"""Was a request answered in time, is it still open, and is its last day past?"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from igreg.analysis.requests import COMPLAINT, TimeLimits, acknowledged
from igreg.dataclass import dataclass
from igreg.model.kinds.requests import Request

Answered = Literal["in time", "late", "open", "overdue", "withdrawn", "not known"]
"""`open` and `overdue` wait for an answer; `not known`: answered, and no limit is known to hold it against."""


@dataclass(frozen=True, slots=True)
class RequestAnswer:
    """How a request stands: of a complaint what is limited is that its receipt is confirmed."""

    request: Request
    state: Answered
    done: dt.date | None
    """When it was answered, or a complaint acknowledged."""
    limit: dt.date | None
    """The last day in time; nothing where none is known, or while what is wanted is still to be made clear."""
    long_open: bool = False
    """Whether a complaint that was acknowledged, or need not be, is open for longer than igreg's own figure."""

    @property
    def waits(self) -> bool:
        """Whether it waits for its answer: a complaint does when it was acknowledged, too."""
        return self.request.is_open

    @property
    def days_late(self) -> int:
        """How many days after the last one in time it was done; none where it was in time."""
        late = (self.done - self.limit).days if self.done is not None and self.limit is not None else 0
        return max(late, 0)


def answer_of(limits: TimeLimits, request: Request, today: dt.date) -> RequestAnswer:
    """How a request stands on a day; the last day itself is in time (ruling A03)."""
    limit = limits.of(request)
    last = limit.day if limit is not None else None
    done = acknowledged(request) if request.category == COMPLAINT else request.responded
    if request.outcome == "withdrawn":
        return RequestAnswer(request, "withdrawn", done, last)
    long_open = _is_past(limits.of_complaint(request), today)
    if done is None:
        return RequestAnswer(request, "overdue" if _is_past(last, today) else "open", None, last, long_open)
    if last is None:
        return RequestAnswer(request, "not known", done, None, long_open)
    return RequestAnswer(request, "in time" if done <= last else "late", done, last, long_open)


def _is_past(day: dt.date | None, today: dt.date) -> bool:
    return day is not None and day < today
