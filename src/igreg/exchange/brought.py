"""What a command brings into a register, before a byte is written: new, changed, gone, refused, left out, told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from igreg.dataclass import dataclass
from igreg.findings import Finding, KeyPath


@dataclass(frozen=True)
class Column:
    """A column of the file and the field it was taken for."""

    column: str
    """Its letters, as `D`."""
    header: str
    field: str | None
    """A dotted name, `key`, or nothing where it is not read."""
    how: str
    """name, title, synonym, map, course, unmatched, dropped."""
    why: str | None = None


class NewRecord(NamedTuple):
    """A record that is new: its id, where it has one, its file and its values. There may be very many."""

    id: str | None
    file: str
    values: Mapping[str, Any]
    kind: str | None = None
    """Nothing where it is the kind of the whole."""
    row: int | None = None


@dataclass(frozen=True)
class FieldChange:
    """A value of a record that changes: before and after as they are written, nothing where there is none."""

    path: KeyPath
    before: Any
    after: Any


@dataclass(frozen=True)
class ChangedRecord:
    """A record of the register of which some values change."""

    id: str | None
    kind: str
    row: int | None
    fields: Sequence[FieldChange]
    title: str | None = None
    """What people call it, for people to read."""


@dataclass(frozen=True)
class Gone:
    """A record of the register that the file does not have any more."""

    id: str
    kind: str
    what: str
    """told, ended."""
    roles: Sequence[str] = ()
    """What a person holds on the day."""
    title: str | None = None


@dataclass(frozen=True)
class Refused:
    """A cell that cannot be taken; its value is `…` where it may identify a person. Fields of no file have no cell."""

    field: str | None
    value: str | None
    message: str
    help: str
    sheet: str | None = None
    row: int | None = None
    cell: str | None = None
    column: str | None = None
    collision: tuple[Any, Any, Any] | None = None
    """Where both sides changed a value: before, ours (the register now), theirs (the workbook)."""


class LeftOut(NamedTuple):
    """A row that says nothing of a record."""

    row: int
    why: str
    sheet: str | None = None


@dataclass(frozen=True)
class Note:
    """What somebody should know of a cell, a row or several."""

    what: str
    """two-digit-year, hidden-row, hidden-column, merged-cells, other-course, capitals, by-name, external ..."""
    message: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    value: str | None = None
    rows: Sequence[int] = ()
    """The rows, where it is of several; then it has no place of its own."""


@dataclass(frozen=True)
class Brought:
    """What a command brings into a register, and what it refuses."""

    command: str
    kind: str | None
    new: Sequence[NewRecord] = ()
    changed: Sequence[ChangedRecord] = ()
    unchanged: Sequence[str] = ()
    gone: Sequence[Gone] = ()
    refused: Sequence[Refused] = ()
    left_out: Sequence[LeftOut] = ()
    notes: Sequence[Note] = ()
    columns: Sequence[Column] = ()
    findings: Sequence[Finding] = ()
    """What check would find and does not find now."""
    written: bool = False
    file: str | None = None
    sheet: str | None = None
    map: str | None = None
    rows: int = 1
    """How many rows below the head have anything in them."""
