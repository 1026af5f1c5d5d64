"""Engagements of which those who took part are still to be told what came: three months after the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.deadlines._deadline import Deadline, dates
from igreg.model.kinds.engagements import Engagement


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[Deadline[Engagement]]:
    span = as_of.span("told-back")
    for engagement in as_of.register.of(Engagement):
        day = engagement.date
        if day is not None and day <= as_of.today and not engagement.is_told_back:
            why = f"those who took part on {day} are to be told within {span} what came of it"
            yield Deadline(engagement, span.after(day), why, rests_on=("limits.told-back",))
