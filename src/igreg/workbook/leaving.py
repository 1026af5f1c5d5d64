"""A register as a workbook: what stands on each of its sheets."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field

from igreg.dataclass import dataclass
from igreg.language.english import counted, listed
from igreg.model.kinds import in_order, model_of
from igreg.model.leaf import Leaf
from igreg.model.marks import Ref
from igreg.model.values import AUDIENCES
from igreg.register.register import Register
from igreg.workbook.cells import BETWEEN, Cell, shown, text
from igreg.workbook.columns import FINGERPRINT, KEYS, ORIGINAL, POSITION, RECORD, Column, Table, tables
from igreg.workbook.kept import Keeping
from igreg.workbook.pages import Book, Choice, Head, Page
from igreg.workbook.standing import Row, There, items, position, rows_of, standing

LOOKED_AT = 200
"""So many rows say how wide a column is."""
NAME = " (name)"
"""What the head of a column of names has behind that of its ids."""


@dataclass(frozen=True)
class Left:
    """The workbook, how many records are in it, and the files that could not be read."""

    book: Book
    records: int
    kinds: Sequence[str]
    unread: Sequence[str]


def leaving(
    register: Register, kinds: Sequence[str], today: dt.date, *, by: str | None = None, commit: str | None = None
) -> Left:
    """The workbook of some kinds; where none are named, of all of which there are records."""
    found = standing(register, kinds or in_order())
    chosen = list(kinds) or [kind for kind in in_order() if found.records[kind]]
    all_tables = [table for kind in chosen for table in tables(kind)]
    keeping = Keeping(all_tables)
    out = _Leaving(register, keeping)
    pages = [out.page(table, found.records[table.kind]) for table in all_tables]
    name = register.organisation.name or "the register"
    about = _about(register, pages, today, by, commit, found.unread)
    book = Book(f"{name}: register as at {today}", about, pages, out.lists, keeping)
    return Left(book, sum(len(found.records[kind]) for kind in chosen), chosen, found.unread)


@dataclass
class _Leaving:
    """The sheets of tables, and the lists that their columns choose from."""

    register: Register
    keeping: Keeping
    lists: dict[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)

    def page(self, table: Table, records: Sequence[There]) -> Page:
        """The sheet of a table."""
        named = [column for column in table.columns if column.leaf.sort == "reference"]
        first = itertools.islice(rows_of(table, records), LOOKED_AT)
        return Page(
            table.sheet,
            table.name,
            table.meaning,
            list(self.heads(table, named)),
            self.rows(table, named, self._kept(rows_of(table, records))),
            sum(1 for there in records for _ in items(there.data, table.way)),
            list(self.rows(table, named, first)),
        )

    def _kept(self, rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            self.keeping.take(row)
            yield row

    def heads(self, table: Table, named: Sequence[Column]) -> Iterator[Head]:
        """The heads in their order: keys, fields, names, and what is hidden."""
        if table.is_nested:
            one = model_of(table.kind).one
            note = f"The id of the record, {one}, that the row is part of. In a new row choose it; elsewhere it stays."
            yield Head(RECORD, note, "text", True, self.choice_of(Ref((table.kind,))), locked=True)
            parent = "" if table.lists == 1 else " Before the dot stands the place of what the row is part of."
            yield Head(POSITION, f"The place in the record's list; leave it empty in a new row.{parent}", locked=True)
        for column in table.columns:
            yield self.head(table, column)
        if table.is_nested:
            yield Head(f"{RECORD}{NAME}", "Shown for reading; not read back.", beside=True)
        for column in named:
            yield Head(f"{column.head}{NAME}", "Shown for reading; not read back.", beside=True)
        yield Head(ORIGINAL, hidden=True, locked=True)
        yield Head(FINGERPRINT, hidden=True, locked=True)

    def head(self, table: Table, column: Column) -> Head:
        """The head of a field, with its description as a note."""
        leaf = column.leaf
        is_id = table.has_ids and column.path == ("id",)
        needed = leaf.needed and len(column.path) == 1
        note = " ".join(filter(None, ("Required." if needed else "", leaf.meaning, _form(leaf))))
        if is_id:
            note += " Ids stay as they are; in a new row leave it empty, and one is made."
        return Head(column.head, note, _sort(leaf), needed, self.choice(leaf), locked=is_id)

    def choice(self, leaf: Leaf) -> Choice | None:
        """What may be chosen in a column."""
        if leaf.words:
            return Choice(leaf.words, strict=not leaf.many)
        if leaf.sort == "flag":
            return Choice(("yes", "no"), strict=True)
        if leaf.sort == "area":
            self.lists.setdefault("areas", list(self.register.areas.items()))
            return Choice(source="areas", strict=not leaf.many)
        if leaf.ref is not None and leaf.ref.kinds:
            return self.choice_of(leaf.ref, strict=not leaf.many)
        return None

    def choice_of(self, ref: Ref, *, strict: bool = False) -> Choice:
        """The ids of some kinds with their names; a new record's id may be typed, so nothing else is refused there."""
        name = ", ".join(ref.kinds) + (", everybody" if ref.audiences else "")
        if name not in self.lists:
            register = self.register
            ids = [
                (id, register.title(id)) for kind in ref.kinds for id, what in register.kind_of.items() if what == kind
            ]
            self.lists[name] = [*ids, *((word, word) for word in sorted(AUDIENCES) if ref.audiences)]
        return Choice(source=name, strict=False)

    def rows(self, table: Table, named: Sequence[Column], rows: Iterable[Row]) -> Iterator[list[Cell]]:
        """The cells of each row."""
        nested = table.is_nested
        first = KEYS if nested else 0
        beside = first + len(table.columns) + (1 if nested else 0)
        width = beside + len(named) + 2
        place = {column.name: (first + at, column.leaf) for at, column in enumerate(table.columns)}
        names = {column.name: beside + at for at, column in enumerate(named)}
        for row in rows:
            cells: list[Cell] = [None] * width
            for name, value in row.values.items():
                at, leaf = place[name]
                cells[at] = shown(leaf, value)
                if name in names:
                    cells[names[name]] = self.names(value)
            if nested:
                cells[0], cells[1] = text(row.there.id or row.name), position(row.places)
                cells[beside - 1] = self.name(row.there.id) if row.there.id else None
            cells[-2], cells[-1] = text(row.original), row.fingerprint
            yield cells

    def names(self, value: object) -> Cell:
        """The names of what ids mean."""
        if isinstance(value, str):
            return self.name(value) if value in self.register.by_id else None
        ids = [one for one in (value if isinstance(value, list) else ()) if isinstance(one, str)]
        found = [self.register.title(one) for one in ids if one in self.register.by_id]
        return text(BETWEEN.join(found)) if found else None

    def name(self, id: str) -> str:
        """The name of what an id means, as a cell holds it."""
        if id not in self._names:
            self._names[id] = text(self.register.title(id))
        return self._names[id]


def _sort(leaf: Leaf) -> str:
    if leaf.many:
        return "text"
    return {"day or moment": "moment", "decimal": "number"}.get(leaf.sort, leaf.sort)


def _form(leaf: Leaf) -> str:
    """What to type, in a sentence."""
    several = f" Several are parted by `{BETWEEN.strip()}`." if leaf.many else ""
    return f"{leaf.form[:1].upper()}{leaf.form[1:].rstrip('.')}.{several}" if leaf.form else several.strip()


_HELP = (
    (
        "How to use it",
        "Change cells, add rows below the last one, and save it. Whoever keeps the register brings it back with "
        "`igreg sheet --in FILE`, and sees every change before it is written.",
    ),
    (
        "Cells",
        "What is not touched stays in the register as it is written. An emptied cell takes its value out.",
    ),
    ("Several values", "Several values of one cell are parted by a semicolon: `governance; training`."),
    (
        "Required columns",
        "Their heads are bold with a double line below, and the note on the head begins with Required.",
    ),
    (
        "Ids",
        "Ids are locked. In a new row leave the id empty and one is made, or type one that nothing else has. Other "
        "cells choose an id from a list; the sheet Lists has the names beside them, and so have the columns with "
        "(name) at the right.",
    ),
    (
        "Lists of a record",
        "A sheet such as roles.holders has a row for each item of a list: `record` says of which record, `position` "
        "its place. For a new item choose the record and leave the position empty.",
    ),
    (
        "Rows",
        "Sort and move them as you like. A row that is deleted changes nothing, unless the workbook is brought back "
        "with `--missing end`. Do not copy whole rows: type into an empty one.",
    ),
    (
        "Protection",
        "The sheets are protected without a password, so that ids are not changed by accident. To sort or delete "
        "rows in Excel, first take it off: Review, Unprotect Sheet.",
    ),
)
"""What the first sheet says to whoever fills it in."""


def _about(
    register: Register, pages: Sequence[Page], today: dt.date, by: str | None, commit: str | None, unread: Sequence[str]
) -> list[tuple[str, str]]:
    """What the first sheet says: heads and texts."""
    return [
        ("Register", register.organisation.name or "without a name"),
        ("As at", str(today)),
        *([("Exported by", by)] if by else []),
        *([("Commit", commit)] if commit else []),
        *([("Not in it", f"{listed(unread)}: could not be read")] if unread else []),
        *_HELP,
        *((page.name, f"{page.meaning.rstrip('.')} ({counted(page.count, 'row')})") for page in pages),
    ]
