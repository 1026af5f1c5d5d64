"""A row of a table of staff as it was read, before it is known whom it means."""

from __future__ import annotations

import datetime as dt
from dataclasses import field

from igreg.dataclass import dataclass
from igreg.exchange.cells.read import CellNote, CellRefused, Reader
from igreg.exchange.columns.heads import plain
from igreg.exchange.identity.keys import key_text, of_person
from igreg.exchange.identity.meaning import Meant
from igreg.exchange.identity.names import Named, Names, said
from igreg.exchange.rows import Incoming
from igreg.model.kinds.staff import StaffMember


@dataclass
class Person:
    """A row of a table of staff, and what is known of whom it means."""

    at: int
    row: Incoming
    named: Named | None
    id: str = ""
    key: str = ""
    is_part: bool = False
    """Whether its key was that of one of several assignments."""
    unit: str | None = None
    started: dt.date | None = None
    left: dt.date | None = None
    record: StaffMember | None = None
    meant: Meant | None = None
    by: str = ""
    """What told the record: id, key, name, or somebody who was asked."""
    is_new: bool = False
    """Whether somebody who was asked said that it is nobody of the register."""
    notes: list[CellNote] = field(default_factory=list)

    @property
    def token(self) -> str | None:
        """What rows of one person share; nothing where only its name can tell."""
        if self.record is not None:
            return f"record {self.record.id}"
        if self.id or self.key:
            return f"id {self.id.casefold()}" if self.id else f"key {self.key}"
        return f"new in row {self.row.row}" if self.is_new else None


def person_of(reader: Reader, at: int, row: Incoming, names: Names) -> Person:
    """A row of staff; `at` is its place among the rows."""
    key, is_part = "", False
    if "key" in row.cells:
        key = key_text(row.cells["key"].value)
        if plain(row.cells["key"].header) == "assignmentnumber":
            key, is_part = of_person(key)
    if "_assignmentnumber" in row.cells:
        is_part = of_person(key_text(row.cells["_assignmentnumber"].value))[1]
    started, left = _value(reader, row, "started"), _value(reader, row, "left")
    one = Person(at, row, names.of(row), said(row.cells["id"].value) if "id" in row.cells else "", key, is_part)
    one.unit = _value(reader, row, "unit")
    one.started = dt.date.fromisoformat(started) if started else None
    one.left = dt.date.fromisoformat(left) if left else None
    return one


def _value(reader: Reader, row: Incoming, name: str) -> str | None:
    given = row.cells.get(name)
    if given is None or given.column is None:
        return None
    try:
        found: str | None = reader.read(name, given.value).value
    except CellRefused:
        return None
    return found
