"""Changes that an engagement brought about and that are not done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.deadlines._deadline import Deadline, dates
from igreg.model.kinds.engagements import Engagement


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[Deadline[Engagement]]:
    for engagement in as_of.register.of(Engagement):
        for index, change in enumerate(engagement.changed):
            if change.due is not None and change.done is None:
                yield Deadline(engagement, change.due, change.what or "", ("changed", index), owner=change.by)
