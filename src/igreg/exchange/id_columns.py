"""Columns of ids, keys and codes of which a spreadsheet may have made numbers: such rows are refused."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from igreg.exchange.brought import Refused
from igreg.exchange.cells.numbers import Fault, lost_zeros, no_id
from igreg.exchange.cells.read import IDS
from igreg.exchange.rows import Incoming


def refuse_lost(rows: Sequence[Incoming], known: Collection[str]) -> tuple[list[Incoming], list[Refused]]:
    """The rows whose ids, keys and codes can be trusted, and the cells of the others (ruling X29).

    `known` are the ids there are.
    """
    amiss: dict[int, list[tuple[str, Fault]]] = {}
    for name in sorted(IDS):
        column = {row.row: row.cells[name].value for row in rows if name in row.cells}
        faults = {row: fault for row, value in column.items() if (fault := no_id(value)) is not None}
        for row, fault in (lost_zeros(column, known if name == "id" else ()) | faults).items():
            amiss.setdefault(row, []).append((name, fault))
    refused = [
        Refused(name, str(row.cells[name].value), *fault, row.sheet, row.row, row.cell(name), row.cells[name].header)
        for row in rows
        for name, fault in amiss.get(row.row, ())
    ]
    return [row for row in rows if row.row not in amiss], refused
