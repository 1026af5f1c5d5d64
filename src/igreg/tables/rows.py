"""The rows of tables: each record flat, and each of its lists in a table of its own."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from igreg.analysis.people_in_texts import People
from igreg.dataclass import dataclass
from igreg.model.kinds.organisation import Organisation
from igreg.model.kinds.training_records import TrainingRecord
from igreg.register.register import Register
from igreg.tables.fields import Field
from igreg.tables.shape import Table, table_of
from igreg.tables.spoken import own_keys

Value = str | bool | int | float | Decimal | dt.date | dt.datetime | None
"""What stands in a cell; a moment is one of the organisation's clock, without an offset."""
Row = list[Value]


@dataclass(frozen=True, slots=True)
class Filled:
    """A table and its rows, in the order of the register's files and lines."""

    table: Table
    rows: Sequence[Row]


def filled(register: Register, kinds: Iterable[str], people: People | None = None) -> list[Filled]:
    """The tables of some kinds with all that the register has of them; with `people`, without names."""
    return [one for kind in kinds for one in _Filling(register, kind, people).filled()]


class _Filling:
    """The tables of one kind while they are filled."""

    def __init__(self, register: Register, kind: str, people: People | None) -> None:
        self.register, self.kind, self.people = register, kind, people
        self.table = table_of(kind, names=people is None)
        self.rows: dict[str, list[Row]] = {one.name: [] for one in self.table.every()}

    def filled(self) -> list[Filled]:
        if self.kind == Organisation.kind:
            if self.register.has_organisation:
                self._take(self.table, self.register.organisation, Organisation.kind, [])
        elif self.kind == TrainingRecord.kind:
            self._training()
        else:
            for record in self.register.kinds.get(self.kind, ()):
                identity = record.identity
                self._take(self.table, record, self._id(identity), [])
        return [Filled(one, self.rows[one.name]) for one in self.table.every()]

    def _training(self) -> None:
        """Training records are no models, but for the few that say more than whose they are."""
        noted = {(one.where.file, one.where.item): one for one in self.register.noted}
        rows, rest = self.rows[self.table.name], len(self.table.columns) - 4
        said = self._id
        for line in self.register.training:
            more = noted.get((line.file, line.item)) if noted else None
            if more is not None:
                self._take(self.table, more, self._id(line.identity), [])
            else:
                rows.append([said(line.staff), said(line.course), line.completed, line.expires, *[None] * rest])

    def _id(self, id: str | None) -> str | None:
        return id if id is None or self.people is None else self.people.id(id)

    def _take(self, table: Table, part: Any, record: str | None, place: Sequence[int]) -> None:
        """Put a record, or an item of a list, into its table, and its lists into theirs."""
        before: Row = [record, *place] if place else []
        self.rows[table.name].append([*before, *self._cells(table.fields, part)])
        for way, inner in table.lists:
            found = part
            for step in way:
                found = getattr(found, step)
                if not found:
                    break
            for position, item in enumerate(found or (), 1):
                if inner.fields:
                    self._take(inner, item, record, [*place, position])
                else:
                    column = inner.columns[-1]
                    assert column.field is not None
                    value = self._value(column.field, item)
                    self.rows[inner.name].append([record, *place, position, value])

    def _cells(self, fields: Sequence[Field], part: Any) -> Iterator[Value]:
        for field in fields:
            if field.many:
                continue
            found = getattr(part, field.attribute) if part is not None else None
            if field.inside:
                yield from self._cells(field.inside, found)
            else:
                yield None if found is None else self._value(field, found)

    def _value(self, field: Field, value: Any) -> Value:
        if type(value) is str:
            if self.people is None or field.sort == "word":
                return value
            return self.people.id(value) if field.ref is not None or field.key == "id" else self.people.text(value)
        as_cell = _AS_CELL.get(type(value))
        if as_cell is None:
            return value  # type: ignore[no-any-return]
        found = as_cell(self.register, value)
        return found.isoformat() if field.type == "text" and isinstance(found, dt.date) else found


def _local(register: Register, value: dt.datetime) -> dt.datetime:
    """A moment by the organisation's clock; where it has no offset it is by that clock already."""
    return value if value.tzinfo is None else register.clock.local(value).replace(tzinfo=None)


def _words(_: Register, value: object) -> str:
    return str(value)


def _keys(_: Register, value: dict[str, Any]) -> str:
    return json.dumps(own_keys(value), ensure_ascii=False, separators=(",", ":"))


def _day(_: Register, value: dt.date) -> dt.date:
    return value


def _as_cell() -> dict[type, Callable[[Register, Any], Value]]:
    from igreg.model.span import Span

    return {dt.datetime: _local, Span: _words, dict: _keys, dt.date: _day}


_AS_CELL = _as_cell()
