"""When does a share of people trained fall under its target, if nobody takes the course again and nobody comes or goes?

What is known of the days ahead is whose training lapses when; whoever books places needs to know it before it happens.
"""

from __future__ import annotations

import bisect
import datetime as dt
from functools import cached_property

from igreg.analysis.training import Training
from igreg.analysis.training_plans import Share
from igreg.dataclass import dataclass

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class TrainingForecast:
    """One share and the days ahead of it."""

    share: Share
    ends: tuple[dt.date | None, ...]
    """The last day of each of those who are trained, the soonest first; nothing where it never lapses."""

    def trained_on(self, day: dt.date) -> int:
        """How many of today's people are still trained on a day."""
        return len(self.ends) - bisect.bisect_left(self.ends, day, key=_or_never)

    @cached_property
    def falls(self) -> dt.date | None:
        """The first day on which it is under its target; nothing where it is today, or never will be."""
        target, counted = self.share.target, len(self.share.due)
        if target is None or not self.share.is_reached:
            return None
        for lapsed, end in enumerate(self.ends, 1):
            if (len(self.ends) - lapsed) * 100 < target * counted:
                return end + _DAY if end is not None and end < dt.date.max else None
        return None


def training_forecast(training: Training, share: Share) -> TrainingForecast:
    """What is known of the days ahead of a share."""
    days = training.of(share.course.id or "").last_days(share.window)
    trained = share.due.difference(share.without)
    return TrainingForecast(share, tuple(sorted((days[id] for id in trained), key=_or_never)))


def _or_never(day: dt.date | None) -> dt.date:
    return dt.date.max if day is None else day
