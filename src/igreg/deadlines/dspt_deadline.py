"""The day by which the DSPT assessment of the year is published (ruling A100)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.deadlines._deadline import Deadline, dates
from igreg.facts.dspt import open_on
from igreg.model.kinds.organisation import Organisation


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[Deadline[Organisation]]:
    organisation, today = as_of.register.organisation, as_of.today
    if not as_of.standing.in_england:
        return
    edition = open_on(today)
    published = [entry.published for entry in organisation.dspt if entry.published is not None]
    if any(edition.opens <= on <= today for on in published):
        return
    why = f"publish the DSPT assessment of {edition.years}, category {as_of.standing.category}"
    yield Deadline(organisation, edition.closes, why, subject="DSPT")
