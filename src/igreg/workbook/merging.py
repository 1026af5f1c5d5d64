"""All rows of a workbook against the register: which values change, and which rows cannot be taken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any

from igreg.dataclass import dataclass
from igreg.exchange.brought import FieldChange, Gone, Refused
from igreg.findings import KeyPath
from igreg.register.register import Register
from igreg.workbook.came import Read
from igreg.workbook.cells import plain, untouched
from igreg.workbook.columns import Column, Table
from igreg.workbook.kept import Kept
from igreg.workbook.paired import Pairs, part_path
from igreg.workbook.rows import Came, Cell
from igreg.workbook.standing import There, value_at
from igreg.workbook.three_sides import Values
from igreg.workbook.writing import Edits


@dataclass
class Changed:
    """A record of which values change, with the rows that say so."""

    kind: str
    there: There
    edits: Edits
    first: Came
    title: str | None = None
    fields: list[FieldChange] = field(default_factory=list)
    cells: dict[KeyPath, tuple[str, str]] = field(default_factory=dict)
    cell: Cell | None = None
    field: str | None = None

    @property
    def name(self) -> str:
        """What it is called."""
        return self.there.name

    @property
    def row(self) -> int | None:
        """The row of the first change; nothing where a row was deleted."""
        return self.first.number or None


@dataclass
class Made:
    """A record that is new."""

    kind: str
    values: dict[str, Any]
    came: Came
    cells: dict[KeyPath, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Ended:
    """A record whose row was deleted, and which is taken out."""

    there: There


@dataclass
class Found:
    """What a workbook comes to."""

    changed: list[Changed] = field(default_factory=list)
    made: list[Made] = field(default_factory=list)
    ended: list[Ended] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    gone: list[Gone] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


class Merging:
    """All tables of a workbook against the register."""

    def __init__(self, register: Register, now: dt.datetime, kept: Mapping[str, Kept], missing: str) -> None:
        self.register, self.kept, self.missing = register, kept, missing
        self.values = Values(register, now)
        self.now = now
        self.pairs = Pairs(register, kept)
        self.found = Found()
        self.changes: dict[tuple[str, int | None], Changed] = {}
        self.made: dict[tuple[str, str], Made] = {}
        self.refused_ids: set[str] = set()
        self.back: set[str] = set()
        """The fingerprints that came back."""
        self.named = self._names()

    def _names(self) -> Mapping[tuple[str, str], str]:
        """The fingerprint of each row by its table and its original id."""
        out: dict[tuple[str, str], str] = {}
        for mark, row in self.kept.items():
            out.setdefault((row.table, row.original), mark)
        return out

    def merged(self, chosen: Sequence[Table], read: Read) -> Found:
        """What all rows come to."""
        from igreg.workbook.deleted import deleted
        from igreg.workbook.fresh import Fresh

        rows = [came for table in chosen for came in read.rows.get(table.name, ())]
        fresh: list[Came] = []
        for came in rows:
            if not came.original:
                fresh.append(came)
                if not came.table.is_nested and (cell := came.cell("id")) and plain(cell.value).strip():
                    self.values.coming.add(plain(cell.value).strip())
        for came in rows:
            if came.original:
                self.known(came)
        Fresh(self).rows(fresh)
        if self.missing != "keep":
            deleted(self, chosen, read)
        changed = {one.name for one in self.changes.values() if one.fields}
        self.found.unchanged = [
            row.name
            for mark, row in self.kept.items()
            if not row.places and mark in self.back and row.name not in changed
        ]
        self.found.changed = [one for one in self.changes.values() if one.fields]
        self.found.made = list(self.made.values())
        self.found.refused += self.values.refused
        return self.found

    def known(self, came: Came) -> None:
        """A row that went out: what was changed in it."""
        mark = came.fingerprint or self.named.get((came.table.name, came.original), "")
        row = self.kept.get(mark)
        if row is None or row.table != came.table.name or row.original != came.original:
            self.refuse(
                came, "what igreg keeps in the hidden columns of the row was changed", "take the row from a fresh copy"
            )
            return
        if mark in self.back:
            self.refuse(
                came,
                f"the row of {row.original} stands here twice",
                "take one out; for a new row type into an empty one",
            )
            return
        if came.is_empty and came.table.columns:
            return  # cleared: as good as deleted
        self.back.add(mark)
        if not self._keys_stand(came, row) or came.is_as(row.values):
            return
        pairs = self.pairs[came.table.kind]
        there: There | None
        places: tuple[int, ...] = ()
        if came.table.is_nested:
            part = pairs.part(came.table, row)
            there, places = part if part is not None else (None, ())
        else:
            there = pairs.record(row.name, mark)
        path = part_path(came.table, places)
        ours = value_at(there.data, path) if there is not None else {}
        if there is None:
            self._gone_here(came, row)
            return
        changes = self.values.merged(came, row.values, ours)
        for column in changes or {}:
            if self._is_blocked(came, there, path, column):
                break
        else:
            for column, (before, after) in (changes or {}).items():
                self.change(came, there, (*path, *column.path), before, after, came.cells[column.name], column)

    def _keys_stand(self, came: Came, row: Kept) -> bool:
        """Whether the id, the record and the place of a row are as they went out; else it is refused."""
        has_ids = came.table.has_ids
        for cell, name, was in (
            (came.cell("id") if has_ids else None, "id", row.values.get("id")),
            (came.record, "record", row.name),
            (came.position, "position", row.original.rpartition("#")[2]),
        ):
            if cell is None or cell.value == was:
                continue
            if plain(cell.value).strip() == plain(was if isinstance(was, str) else str(was or "")).strip():
                continue
            help = f"put back {was!r}; for another one, fill in an empty row" if was else "leave it empty"
            self.values.refused.append(came.refused(cell, name, f"the {name} of a row stays as it is", help))
            return False
        return True

    def _gone_here(self, came: Came, row: Kept) -> None:
        """A row whose record, or part, is not in the register any more: refused where it was changed."""
        for column in came.table.columns:
            cell = came.cell(column.name)
            if cell is not None and not untouched(column.leaf, row.values.get(column.name), cell.value):
                message = f"{row.original} is not in the register any more"
                help = "put the cell back, or fill in an empty row to have it again"
                refused = came.refused(cell, column.leaf.name, message, help)
                self.values.refused.append(refused)

    def _is_blocked(self, came: Came, there: There, path: KeyPath, column: Column) -> bool:
        """Whether something that is no mapping stands on the way to a field; then the cell is refused."""
        for end in range(1, len(column.path)):
            held = value_at(there.data, (*path, *column.path[:end]))
            if held not in (None, "") and not isinstance(held, dict):
                message = f"`{'.'.join(column.path[:end])}` is not what it should be in the register"
                cell = came.cells[column.name]
                self.values.refused.append(
                    came.refused(cell, column.leaf.name, message, f"put it right in {there.file}")
                )
                return True
        return False

    def change(
        self, came: Came, there: There, path: KeyPath, before: Any, after: Any, cell: Cell, column: Column | None
    ) -> None:
        """Note a value that changes."""
        one = self.changed(came, there)
        one.fields.append(FieldChange(path, before, after))
        one.edits.sets[path] = after
        one.cells[path] = (cell.name, cell.head)
        if one.cell is None:
            one.cell, one.field = cell, column.leaf.name if column is not None else None

    def changed(self, came: Came, there: There) -> Changed:
        """What changes of a record."""
        place = (there.file, there.item)
        if place not in self.changes:
            title = self.register.title(there.id) if there.id else None
            self.changes[place] = Changed(came.table.kind, there, Edits(there), came, title)
        return self.changes[place]

    def refuse(self, came: Came, message: str, help: str, cell: Cell | None = None, field: str | None = None) -> None:
        """Note that a row is refused."""
        self.values.refused.append(came.refused(cell, field, message, help))
