"""Which record, and which part of it, a row that went out is now: the register may have moved on since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from igreg.analysis.field_changes import matched
from igreg.findings import KeyPath
from igreg.register.register import Register
from igreg.workbook.columns import Table, tables
from igreg.workbook.kept import Kept
from igreg.workbook.standing import There, path_of, rows_of, standing, value_at, values_of


class Pairs(dict[str, "Paired"]):
    """The records of each kind, found from what was kept of them; only kinds that are asked for are looked at.

    In most workbooks that come back nearly all is as it went out, and a large register is not gone through for that.
    """

    def __init__(self, register: Register, kept: Mapping[str, Kept]) -> None:
        super().__init__()
        self._register = register
        self._kept: dict[str, dict[str, Kept]] = defaultdict(dict)
        for mark, row in kept.items():
            self._kept[row.table][mark] = row

    def __missing__(self, kind: str) -> Paired:
        self[kind] = Paired(kind, standing(self._register, [kind]).records[kind], self._kept)
        return self[kind]


class Paired:
    """The records of a kind as they stand, found from what was kept of them: by table, then by fingerprint."""

    def __init__(self, kind: str, records: Sequence[There], kept: Mapping[str, Mapping[str, Kept]]) -> None:
        self.own, *self.nested = tables(kind)
        self.records = records
        self.by_name: dict[str, list[There]] = defaultdict(list)
        for one in records:
            self.by_name[one.name].append(one)
        self.kept: dict[tuple[str, str], list[Kept]] = defaultdict(list)
        for table in self.nested:
            for row in kept.get(table.name, {}).values():
                self.kept[row.table, row.name].append(row)
        self.mark_of = {row.name: mark for mark, row in kept.get(kind, {}).items()}
        self._places: dict[tuple[str, str], dict[tuple[int, ...], tuple[int, ...]]] = {}

    @cached_property
    def _by_mark(self) -> Mapping[str, There]:
        return {row.fingerprint: row.there for row in rows_of(self.own, self.records)}

    def record(self, name: str, mark: str | None = None) -> There | None:
        """The record that went out under a name; where several have it, the one that says the same still."""
        found = self.by_name.get(name, ())
        if len(found) == 1:
            return found[0]
        return self._by_mark.get(mark or self.mark_of.get(name, "")) if found else None

    def part(self, table: Table, row: Kept) -> tuple[There, tuple[int, ...]] | None:
        """The record and the places at which a part stands that went out; nothing where it is there no more."""
        there = self.record(row.name)
        if there is None:
            return None
        places = self._now(table, row.name, there).get(row.places)
        return None if places is None else (there, places)

    def places(self, table: Table, name: str, there: There, before: tuple[int, ...]) -> tuple[int, ...] | None:
        """The places now of the part in whose list a new part is to stand."""
        if not before:
            return ()
        parent = next(one for one in self.nested if one.way == table.way[: _last_list(table)])
        return self._now(parent, name, there).get(before)

    def _now(self, table: Table, name: str, there: There) -> dict[tuple[int, ...], tuple[int, ...]]:
        """The places of all parts of a table that went out of a record, and where they stand now."""
        known = self._places.get((table.name, name))
        if known is not None:
            return known
        out: dict[tuple[int, ...], tuple[int, ...]] = {}
        by_parent: dict[tuple[int, ...], list[Kept]] = defaultdict(list)
        for row in sorted(self.kept.get((table.name, name), ()), key=lambda one: one.places):
            by_parent[row.places[:-1]].append(row)
        for before, rows in by_parent.items():
            parent = self.places(table, name, there, before)
            if parent is None:
                continue
            held = value_at(there.data, list_path(table, parent))
            items = held if isinstance(held, list) else []
            now = [values_of(table, one) if isinstance(one, dict) else {"": one} for one in items]
            for old, new in matched([dict(row.values) for row in rows], now):
                if old is not None and new is not None:
                    out[rows[old].places] = (*parent, new)
        self._places[table.name, name] = out
        return out


def list_path(table: Table, parent: Sequence[int]) -> KeyPath:
    """The way to a list, given the places of what it stands in."""
    return path_of(table.way, parent)


def part_path(table: Table, places: Sequence[int]) -> KeyPath:
    """The way to a part."""
    return path_of(table.way, places)


def _last_list(table: Table) -> int:
    """How many steps lead to the part in whose list those of the table stand."""
    return max((at + 1 for at, step in enumerate(table.way[:-1]) if step.is_list), default=0)
