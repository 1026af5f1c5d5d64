"""Every item of a register: what each kind of date gives, with its record's kind, title, owner, areas and units."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from igreg.analysis.as_of import AsOf
from igreg.analysis.ownership import own_units
from igreg.deadlines._deadline import Deadline, catalogue
from igreg.due.item import Item
from igreg.facts.own import your_own


def collect(as_of: AsOf, until: dt.date) -> Iterator[Item]:
    """Everything that is due by a day."""
    for kind in catalogue():
        for deadline in kind.until(as_of, until):
            yield _item(as_of, kind.name, deadline)


def _item(as_of: AsOf, what: str, deadline: Deadline[Any]) -> Item:
    record = deadline.record
    areas, units = deadline.areas, deadline.units
    if areas is None:
        areas = () if record.kind == "organisation" else tuple(getattr(record, "areas", ()) or ())
    if units is None:
        units = own_units(record)
    owner = deadline.owner or as_of.owners.of(record, deadline.path)
    return Item(
        due=deadline.day,
        what=what,
        kind=record.kind,
        record=record.identity,
        title=deadline.title or record.label,
        owner=owner,
        detail="; ".join(filter(None, (deadline.why, your_own(as_of.facts, deadline.rests_on)))),
        origin=record.where,
        path=deadline.path,
        subject=deadline.subject,
        hours=deadline.hours,
        working_days=deadline.working_days,
        areas=areas,
        units=units,
        names=deadline.names,
        at=deadline.at,
        behind=as_of.owners.besides(record, owner),
    )
