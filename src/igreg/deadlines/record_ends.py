"""Records of any other kind that end; an ended one stays until it is renewed or taken out (ruling A94)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.analysis.in_force import is_withdrawn, status_counts
from igreg.deadlines._deadline import Deadline, dates
from igreg.model.base import Record
from igreg.model.marks import Ends
from igreg.model.walk import plan


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[Deadline[Record]]:
    for records in as_of.register.kinds.values():
        fields = plan(type(records[0]), Ends).here if records else ()
        for attribute, key in ((attribute, key) for attribute, key, mark, _ in fields if mark.due):
            for record in records:
                end: dt.date | None = getattr(record, attribute)
                if end is not None and status_counts(record) and not is_withdrawn(record, as_of.today):
                    yield Deadline(record, end, f"{record.one} that ends", (key,))
