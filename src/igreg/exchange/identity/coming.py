"""The records that a table brings, by what its other rows may call them."""

from __future__ import annotations

from collections.abc import Sequence

from igreg.exchange.cells.records import called
from igreg.exchange.identity.meaning import Meant
from igreg.exchange.rows import Incoming
from igreg.model.base import titles
from igreg.model.kinds import model_of


def coming(kind: str, rows: Sequence[Incoming], meant: Sequence[Meant]) -> dict[str, tuple[str, ...]]:
    """The ids of the records of a table by the ids that it brings, and by the titles that they will have."""
    if "id" not in model_of(kind).model_fields:
        return {}
    ids: dict[str, tuple[str, ...]] = {}
    titled: dict[str, dict[str, None]] = {}
    for row, one in zip(rows, meant, strict=True):
        id = one.record.identity if one.record is not None else one.id
        if id is None or one.refused is not None:
            continue
        if one.record is None:
            ids[called(id)] = (id,)
        for name in titles(model_of(kind)):
            if name in row.cells and row.cells[name].value is not None:
                titled.setdefault(called(str(row.cells[name].value)), {})[id] = None
    return {title: tuple(found) for title, found in titled.items()} | ids
