"""An item from a record."""

from __future__ import annotations

import datetime as dt

from igreg.due.item import Item
from igreg.due.owner import owner_of
from igreg.model.base import Record


def item(record: Record, due: dt.date, what: str, detail: str, **more: object) -> Item:
    """An item about a record: kind, title, owner, areas and units come from it."""
    areas = () if record.kind == "organisation" else tuple(getattr(record, "areas", ()) or ())
    unit = record.identity if record.kind == "units" else getattr(record, "unit", None)
    units = (unit,) if unit else ()
    given: dict[str, object] = {"title": record.label, "owner": owner_of(record), "areas": areas, "units": units}
    return Item(
        due=due,
        what=what,
        kind=record.kind,
        record=record.identity,
        detail=detail,
        origin=record.where,
        **(given | more),  # type: ignore[arg-type]
    )
