"""Which tables there are, with which columns: one a kind, and one for each list in its records (ruling X35)."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from igreg.dataclass import dataclass
from igreg.model.kinds import model_of
from igreg.tables.fields import Field, Type, fields
from igreg.tables.withheld import told

APPLICATION = 0x69677265
"""Stands in a database, so that it is known again for one of ours."""
TITLE = "Tables of an igreg register"
"""By which a workbook is known again."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a field, or what says where the row belongs."""

    name: str
    type: Type
    meaning: str
    field: Field | None = None

    @property
    def names_one_of(self) -> str | None:
        """The one kind whose records it names, if it can name no other."""
        ref = self.field.ref if self.field is not None else None
        return ref.kinds[0] if ref is not None and len(ref.kinds) == 1 and not (ref.or_text or ref.audiences) else None


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `fields` are those that its columns come from, parts not yet taken apart."""

    name: str
    kind: str
    columns: tuple[Column, ...]
    meaning: str
    keys: tuple[str, ...]
    """The columns that together tell one row from another; none where nothing does."""
    fields: tuple[Field, ...]
    lists: tuple[tuple[tuple[str, ...], Table], ...]
    """The tables of lists that stand in a row, each with the attributes that lead to the list."""

    def every(self) -> Iterator[Table]:
        """This table and all of lists in it."""
        yield self
        for _, table in self.lists:
            yield from table.every()


@functools.cache
def table_of(kind: str, *, names: bool = True) -> Table:
    """The table of a kind, with those of its lists; without names, as ruling X36 has it."""
    found = fields(kind) if names else told(kind)
    keys = ("id",) if any(one.key == "id" for one in found) else ()
    model = model_of(kind)
    return _table(kind.replace("-", "_"), kind, (), found, f"{model.many[0].upper()}{model.many[1:]}.", keys)


def _table(
    name: str, kind: str, where: tuple[Column, ...], found: Sequence[Field], meaning: str, keys: tuple[str, ...]
) -> Table:
    return Table(
        name,
        kind,
        (*where, *_columns(found, "")),
        meaning,
        keys,
        tuple(found),
        tuple(_lists(name, kind, where, found, ())),
    )


def _columns(found: Sequence[Field], before: str) -> Iterator[Column]:
    for one in found:
        if one.many:
            continue
        if one.inside:
            yield from _columns(one.inside, f"{before}{one.key}_")
        else:
            yield Column(f"{before}{one.key}", one.type, one.meaning, one)


RECORD = Column("record", "text", "The record it stands in, by its id.")


def _lists(
    name: str, kind: str, where: tuple[Column, ...], found: Sequence[Field], way: tuple[str, ...], before: str = ""
) -> Iterator[tuple[tuple[str, ...], Table]]:
    for one in found:
        if one.inside and not one.many:
            yield from _lists(name, kind, where, one.inside, (*way, one.attribute), f"{before}{one.key}_")
        elif one.many:
            inner = f"{before}{one.key}"
            if where:  # a list in a list: its place is that of the outer item, then its own
                outer = name.removeprefix(f"{kind.replace('-', '_')}_")
                at = (*where[:-1], Column(f"{outer}_position", "integer", where[-1].meaning))
            else:
                at = (RECORD,)
            place = (*at, Column("position", "integer", f"Which of `{'.'.join(one.path)}` it is, from 1."))
            yield (*way, one.attribute), _inner(f"{name}_{inner}", kind, place, one)


def _inner(name: str, kind: str, place: tuple[Column, ...], one: Field) -> Table:
    keys = tuple(column.name for column in place)
    if one.inside:
        return _table(name, kind, place, one.inside, one.meaning, keys)
    return Table(name, kind, (*place, Column("value", one.type, one.meaning, one)), one.meaning, keys, (), ())


def heads(kinds: Sequence[str]) -> dict[str, list[tuple[str, ...]]]:
    """The columns that each table of some kinds has, with names and without."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for kind in kinds:
        for names in (True, False):
            for table in table_of(kind, names=names).every():
                out.setdefault(table.name, []).append(tuple(column.name for column in table.columns))
    return out
