"""The day by which an incident is to be closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.analysis.incidents import current
from igreg.deadlines._deadline import Deadline, dates
from igreg.model.kinds.incidents import Incident


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[Deadline[Incident]]:
    for incident in current(as_of.register):
        if incident.status in ("open", "investigating") and incident.target is not None:
            yield Deadline(incident, incident.target, f"{incident.status}, to be closed")
