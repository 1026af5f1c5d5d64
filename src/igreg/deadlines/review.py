"""Reviews: when each record is to be looked at again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.deadlines._deadline import dates
from igreg.deadlines._reviews import ReviewDue, reviews
from igreg.model.kinds.decisions import RecordedDecision


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[ReviewDue]:
    records = (record for record in as_of.register.reviewed if not isinstance(record, RecordedDecision))
    return reviews(as_of, records, until)
