"""The rows of a table, settled: what each wants of which record, and what of them is refused, left out or told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property
from typing import Any

from igreg.changes.filled import missing
from igreg.dataclass import dataclass
from igreg.exchange.brought import LeftOut, Note, Refused
from igreg.exchange.cells.read import CellNote, CellRefused, Reader
from igreg.exchange.cells.texts import same_but_for_blanks
from igreg.exchange.columns.content import private_number
from igreg.exchange.columns.incoming import SECRET
from igreg.exchange.holders import Held, NoAppointment, closed_up, is_holders, placed
from igreg.exchange.identity.coming import coming
from igreg.exchange.identity.meant import Identity, Meant
from igreg.exchange.leaning import standing
from igreg.exchange.plan import Wanted
from igreg.exchange.rows import Given, Incoming
from igreg.exchange.settled import Doubt, Settled
from igreg.exchange.ways import in_list, nested, value_at, way
from igreg.findings import KeyPath
from igreg.model.base import Record
from igreg.model.kind_words import singular
from igreg.model.kinds import model_of
from igreg.model.kinds.roles import Role
from igreg.model.leaf import leaf
from igreg.model.span import same_length
from igreg.register.training_lines import TrainingLine
from igreg.sheets.book import Value

NAME_PARTS = ("name.family", "name.given")
"""The columns of which a name is put together, where none has it whole; the first is where its faults stand."""


def settle(rows: Sequence[Incoming], identity: Identity, *, clear: frozenset[str] = frozenset()) -> Settled:
    """What each row of a table wants. A row of which one cell is refused wants nothing; all its refused cells are told.

    `clear` are the fields whose empty cells take away what is there.
    """
    meant = identity.of(rows)
    reader = replace(identity.reader, coming=coming(identity.reader.kind, rows, meant))
    return _Settling(reader, clear).all(rows, meant)


@dataclass
class _Settling:
    reader: Reader
    clear: frozenset[str]
    out: Settled = field(default_factory=Settled)
    ways: dict[str, KeyPath] = field(default_factory=dict)
    alike: dict[str, Callable[[str, str], bool] | None] = field(default_factory=dict)
    """By field, how two values are compared that may be written apart; nothing where they are as they are written."""
    private: dict[Value, str | None] = field(default_factory=dict)
    lacking: dict[str, None] = field(default_factory=dict)
    """Fields that new records must have and for which the table has no column; told once."""
    holding: list[tuple[Incoming, Meant, dict[KeyPath, Any]]] = field(default_factory=list)
    """Rows of roles, of which all are needed to know which appointment each of them means."""
    lost: dict[str, int | None] = field(default_factory=dict)
    """The new ids whose rows are refused, each with its row."""

    def all(self, rows: Sequence[Incoming], meant: Sequence[Meant]) -> Settled:
        for row, one in zip(rows, meant, strict=True):
            self.note(row, None, one.notes)
            if one.record is not None and one.record.identity:
                self.out.there.add(one.record.identity)
            if self.is_private(row):
                self.lose(row, one)
                continue
            if one.left_out is not None:
                self.out.left_out.append(LeftOut(row.row, one.left_out, row.sheet))
            elif one.refused is not None:
                self.out.unsure |= one.record is None
                name, message, help = one.refused
                if one.may_be:
                    self.out.doubts.append(Doubt(row.row, message, one.may_be))
                self.refuse(row, name, message, help)
                self.out.refused_of |= {"new", "changed"}
            elif not one.repeats:
                self.row(row, one)
        self.appoint()
        by_row = {row.row: row for row in rows} if self.lost else {}

        def refuse(one: Wanted, path: KeyPath, message: str, help: str) -> None:
            self.refuse(by_row[one.row or 0], ".".join(map(str, path)), message, help)
            self.out.refused_of.add("new" if one.record is None else "changed")

        self.out.wanted = standing(self.out.wanted, self.lost, refuse)
        kind = self.reader.kind
        for name in self.lacking:
            message = f"no column says `{name}`, which every new record of {kind} must have"
            help = f"say it for all of them, with --set {name}=... or under [defaults] in the map"
            self.out.refused.append(Refused(name, None, message, help))
        return self.out

    def lose(self, row: Incoming, one: Meant) -> None:
        """A row is refused: no other row can name the record that it was to bring."""
        if one.record is None and one.id is not None:
            self.lost[one.id] = row.row

    def is_private(self, row: Incoming) -> bool:
        """Whether a cell of a row holds a number of a person: then it is refused, and shown nowhere."""
        found = False
        for name, given in row.cells.items():
            if given.value not in self.private:
                self.private[given.value] = private_number(given.value)
            what = self.private[given.value]
            if what is not None and given.column is not None:
                found = True
                help = "leave it out: no number of a person belongs into a register"
                self.refuse(row, name, f"that holds {what}", help, SECRET)
        if found:
            self.out.refused_of |= {"new", "changed"}
        return found

    def row(self, row: Incoming, one: Meant) -> None:
        """One row whose record is known."""
        values: dict[KeyPath, Any] = {} if one.record is not None or one.id is None else {("id",): one.id}
        values |= {self.way(name): value for name, value in one.values.items()}
        known = len(self.out.refused)
        for name, message, help in one.amiss:
            self.refuse(row, name, message, help)
        amiss = {name for name, _, _ in one.amiss}
        for name, given in row.cells.items():
            if name not in one.values and name not in amiss and self.is_read(row, name, given, one):
                self.cell(row, name, given, one, values)
        told = {refused.field for refused in self.out.refused[known:]}
        if self.reader.kind == "roles" and not told:
            self.holding.append((row, one, values))
            return
        if one.record is None and not one.amiss:
            self.complete(row, values, told)
        unit = values.get(("unit",))
        if isinstance(unit, str):
            self.out.units.add(unit)
        if len(self.out.refused) > known or (one.record is None and self.lacking):
            self.drop(row, one)
            return
        self.want(row, one, values)

    def drop(self, row: Incoming, one: Meant) -> None:
        """Nothing comes of a row: something of it is refused."""
        self.out.refused_of.add("new" if one.record is None else "changed")
        self.lose(row, one)

    def want(self, row: Incoming, one: Meant, values: dict[KeyPath, Any]) -> None:
        """Something comes of a row."""
        cells = self.places(row, values)
        self.out.wanted.append(Wanted(self.reader.kind, values, one.record, row.row, row.sheet, cells))

    def appoint(self) -> None:
        """What rows of roles say of holders where it belongs (ruling X50); rows of one new role are one record."""
        new: dict[str, dict[KeyPath, Any]] = {}
        rows = list[tuple[Incoming, Meant, dict[KeyPath, Any]]]()
        held = [
            Held(_id(one), one.record if isinstance(one.record, Role) else None, said) for _, one, said in self.holding
        ]
        for (row, one, _), found in zip(self.holding, placed(held), strict=True):
            if isinstance(found, NoAppointment):
                self.refuse(row, found.field, found.message, found.help)
                self.drop(row, one)
                continue
            rows.append((row, one, found))
            if one.record is None:
                new.setdefault(_id(one), {}).update(found)
        begun = set[str]()
        for row, one, values in rows:
            known = len(self.out.refused)
            if one.record is None:
                self.complete(row, new[_id(one)], ())
            if len(self.out.refused) > known or (one.record is None and self.lacking):
                self.drop(row, one)
            elif one.record is not None:
                self.want(row, one, values)
            elif _id(one) not in begun:
                begun.add(_id(one))
                closed_up(new[_id(one)])
                self.want(row, one, new[_id(one)])
        for id in begun:
            self.lost.pop(id, None)

    def places(self, row: Incoming, values: Mapping[KeyPath, Any]) -> dict[KeyPath, tuple[str, str]]:
        """The cell and the head of each value."""
        out: dict[KeyPath, tuple[str, str]] = {}
        for name in row.cells:
            cell, path = row.cell(name), self.way(name)
            if is_holders(path):
                path = next((one for one in values if is_holders(one) and one[2:] in ((), path[2:])), path)
            if cell is not None and path in values:
                out.setdefault(path, (cell, row.cells[name].header))
        return out

    def is_what_it_was_found_by(self, row: Incoming, given: Given, record: Record | TrainingLine) -> bool:
        """Whether a row without the id of the record calls it so by any of its names: then no other is given."""
        id = row.cells.get("id")
        if self.reader.kind == "staff" or (id is not None and str(id.value).strip() == record.identity):
            return False
        found = self.reader.register.lookup.matches(str(given.value), (self.reader.kind,))
        return found == (record.identity,)

    def is_read(self, row: Incoming, name: str, given: Given, one: Meant) -> bool:
        """Whether a cell says something of a field of the record: keys, ids and words for choosing rows do not.

        Of a record that is there, what every new one is given says nothing, and lists of parts are left alone.
        """
        if name in ("id", "key") or name.startswith(("_", "name.")):
            return False
        if one.record is None:
            return True
        if name in ("title", "name") and self.is_what_it_was_found_by(row, given, one.record):
            return False
        return given.column is not None and (not in_list(self.way(name)) or name.startswith("holders."))

    def way(self, name: str) -> KeyPath:
        """The way to a field, looked up once."""
        if name not in self.ways:
            self.ways[name] = way(model_of(self.reader.kind), name)
        return self.ways[name]

    def cell(self, row: Incoming, name: str, given: Given, one: Meant, values: dict[KeyPath, Any]) -> None:
        """One cell, read into its place among the values, or refused."""
        try:
            took = self.reader.read(name, given.value)
        except CellRefused as error:
            value = SECRET if error.secret else None if given.value is None else str(given.value)
            self.refuse(row, name, error.message, error.help, value)
            return
        self.note(row, name, took.notes)
        if took.value is not None:
            values[self.way(name)] = self.as_it_is(name, one, took.value)
        elif one.record is not None and name in self.clear:
            values[self.way(name)] = None

    def as_it_is(self, name: str, one: Meant, value: Any) -> Any:
        """A value, or what the record has where that says the same: twelve months are a year, 9:30 is 9:30 and 12 s.

        Two blanks in a text say no more than one.
        """
        if one.record is None or not isinstance(value, str):
            return value
        if name not in self.alike:
            self.alike[name] = self.same.get(leaf(model_of(self.reader.kind), name).sort)
        same = self.alike[name]
        before = value_at(one.record, self.way(name)) if same is not None else None
        return before if same is not None and isinstance(before, str) and same(before, value) else value

    @cached_property
    def same(self) -> Mapping[str, Callable[[str, str], bool]]:
        """By the sort of a value, whether two that are written apart say the same."""
        days = self.reader._days
        moment = days.same_minute
        return {"span": same_length, "moment": moment, "day or moment": moment, "text": same_but_for_blanks}

    def complete(self, row: Incoming, values: Mapping[KeyPath, Any], told: Collection[str | None]) -> None:
        """Refuse a new record that lacks what it must have; a field without any column is told once, not row by row.

        What is wrong with the fields that are `told` is said already.
        """
        for name in missing(model_of(self.reader.kind), nested(values)):
            if name in told or name == "id":
                continue
            if name in row.cells:
                self.refuse(row, name, f"a new {singular(self.reader.kind)} must have `{name}`", "fill in the cell")
            else:
                self.lacking[name] = None

    def refuse(self, row: Incoming, name: str, message: str, help: str, value: str | None = None) -> None:
        at = (
            name if name in row.cells or name != "name" else next((one for one in NAME_PARTS if one in row.cells), name)
        )
        given = row.cells.get(at)
        if value is None and given is not None and given.value is not None:
            value = str(given.value)
        header = given.header if given is not None else None
        self.out.refused.append(Refused(name, value, message, help, row.sheet, row.row, row.cell(at), header))

    def note(self, row: Incoming, name: str | None, notes: Sequence[CellNote]) -> None:
        given = row.cells.get(name) if name is not None else None
        for one in notes:
            value = None if given is None or given.value is None else str(given.value)
            if one.what.startswith("IG") and value is not None:
                value = SECRET
            header = given.header if given is not None else None
            self.out.notes.append(Note(one.what, one.message, row.sheet, row.row, header, value))


def _id(one: Meant) -> str:
    """The id of the record of a row, or of the new one that it is."""
    return (one.id if one.record is None else one.record.identity) or ""
