"""The records that a table brings, by what its other rows may call them."""

from __future__ import annotations

from collections.abc import Sequence

from igreg.exchange.cells.records import called
from igreg.exchange.identity.meaning import Meant
from igreg.exchange.rows import Incoming
from igreg.model.base import titles
from igreg.model.kinds import model_of


def coming(kind: str, rows: Sequence[Incoming], meant: Sequence[Meant]) -> dict[str, str]:
    """The ids of the records that a table brings, by those ids and by the titles that only one of them has."""
    if "id" not in model_of(kind).model_fields:
        return {}
    ids: dict[str, str] = {}
    titled: dict[str, set[str]] = {}
    for row, one in zip(rows, meant, strict=True):
        if one.record is None and one.id is not None:
            ids[called(one.id)] = one.id
            for name in titles(model_of(kind)):
                if name in row.cells and row.cells[name].value is not None:
                    titled.setdefault(called(str(row.cells[name].value)), set()).add(one.id)
    return {title: id for title, (id, *more) in titled.items() if not more} | ids
