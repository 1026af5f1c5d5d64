"""Cells of a long table that are to be looked at by themselves: numbers of people, lost zeros, what is no name."""

from __future__ import annotations

from typing import Any

from igreg.exchange.cells.numbers import LostZeros, no_key, no_name
from igreg.exchange.columns.content import private_number
from igreg.exchange.id_columns import NAMES
from igreg.exchange.identity.by_column import ByColumn
from igreg.sheets.book import Value

_BETWEEN = "\n\x00\n"
"""What stands between cells that are looked at together: no number goes across it."""


def in_doubt(columns: ByColumn) -> set[int]:
    """The places of rows of which a cell holds a number of a person, or may have lost its zeros."""
    bad: set[int] = set()
    for name, column in columns.cells.items():
        amiss = _private(columns, name)
        if name == "key":
            amiss |= _lost(columns, name)
        if name in NAMES:
            amiss |= {one for one, fault in columns.of_each(name, no_name).items() if fault is not None}
        if amiss:
            bad.update(at for at, one in enumerate(column) if one in amiss)
    return bad


def _lost(columns: ByColumn, name: str) -> set[Any]:
    """The values of a column that may have lost their zeros, or are no keys."""
    values = columns.values(name)
    if set(map(type, values)) == {int} or (set(map(type, values)) == {str} and all(map(_is_plain_number, values))):
        return set()  # numbers alone, or texts alone of which none begins with a zero: nothing says that one was lost
    zeros = LostZeros(values)
    faults = columns.of_each(name, lambda value: no_key(value) or zeros.fault(value))
    return {one for one, fault in faults.items() if fault is not None}


def _private(columns: ByColumn, name: str) -> set[Any]:
    """The values of a column in which a number of a person stands. All are looked at together first."""
    texts = [str(one) for one in columns.values(name) if isinstance(one, str | int)]
    if private_number(_BETWEEN.join(texts)) is None:
        return set()
    return {one for one, what in columns.of_each(name, private_number).items() if what is not None}


def _is_plain_number(value: Value) -> bool:
    """Whether a text is digits alone, the first of them no zero."""
    return isinstance(value, str) and value.isdigit() and value[0] != "0"
