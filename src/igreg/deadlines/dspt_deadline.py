"""The day by which the DSPT assessment of the year is published (ruling A100)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.deadlines._deadline import Deadline, dates
from igreg.model.kinds.organisation import Organisation

MONTH, DAY = 6, 30
"""The toolkit closes on 30 June each year."""


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[Deadline[Organisation]]:
    organisation, today = as_of.register.organisation, as_of.today
    if not as_of.standing.in_england:
        return
    day = dt.date(today.year, MONTH, DAY)
    if day < today:
        day = day.replace(year=today.year + 1)
    begun = day.replace(year=day.year - 1) + dt.timedelta(days=1)
    published = [edition.published for edition in organisation.dspt if edition.published is not None]
    if any(begun <= on <= today for on in published):
        return
    number = as_of.standing.category
    why = f"publish the DSPT assessment of {begun.year}-{day.year % 100:02d}, category {number}"
    yield Deadline(organisation, day, why, subject="DSPT")
