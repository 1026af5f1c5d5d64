"""Columns of ids, keys, codes and names that a spreadsheet may have spoilt: such rows are refused."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from igreg.exchange.brought import Refused
from igreg.exchange.cells.numbers import Fault, LostZeros, no_id, no_key, no_name
from igreg.exchange.cells.read import IDS
from igreg.exchange.rows import Incoming
from igreg.sheets.book import Value

NOTHING: Mapping[str, Iterable[Value]] = {}

NAMES = ("id", "key", "name", "name.family", "name.given")
"""The fields in which no text begins as a formula does (ruling X30)."""


def refuse_lost(
    rows: Sequence[Incoming], known: Collection[str], beside: Mapping[str, Iterable[Value]] = NOTHING
) -> tuple[list[Incoming], list[Refused]]:
    """The rows whose ids, keys and codes can be trusted, and the cells of the others (ruling X29).

    `known` are the ids there are, `beside` what stands in these columns in rows that were settled already.
    """
    amiss: dict[int, list[tuple[str, Fault]]] = {}
    for name in sorted(IDS):
        column = {row.row: row.cells[name].value for row in rows if name in row.cells}
        zeros = LostZeros((*column.values(), *beside.get(name, ())), known if name == "id" else ())
        for row, value in column.items():
            fault = (no_key if name == "key" else no_id)(value) or zeros.fault(value)
            if fault is not None:
                amiss.setdefault(row, []).append((name, fault))
    for name in NAMES:
        for one in rows:
            if (given := one.cells.get(name)) is not None and (fault := no_name(given.value)) is not None:
                amiss.setdefault(one.row, []).append((name, fault))
    refused = [
        Refused(name, str(row.cells[name].value), *fault, row.sheet, row.row, row.cell(name), row.cells[name].header)
        for row in rows
        for name, fault in amiss.get(row.row, ())
    ]
    return [row for row in rows if row.row not in amiss], refused
