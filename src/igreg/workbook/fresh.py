"""Rows that are new: records, and parts at the ends of the lists of records."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from igreg.changes.filled import give_id, missing, ordered
from igreg.changes.new_record import refuse_id
from igreg.errors import IgregError
from igreg.exchange.brought import FieldChange
from igreg.model.anatomy import fields_of
from igreg.model.base import Part
from igreg.model.kinds import model_of
from igreg.workbook.cells import plain
from igreg.workbook.columns import Column, Table
from igreg.workbook.paired import list_path
from igreg.workbook.rows import Came
from igreg.workbook.standing import There, value_at

if TYPE_CHECKING:
    from igreg.workbook.merging import Merging


class Fresh:
    """Takes the rows that have no original id."""

    def __init__(self, merging: Merging) -> None:
        self.merging = merging
        self.taken = {id.casefold() for id in merging.register.kind_of}

    def rows(self, rows: Sequence[Came]) -> None:
        """Records first, then the parts in the order of their tables and places."""
        for came in rows:
            if not came.table.is_nested:
                self.record(came)
        parts = [came for came in rows if came.table.is_nested]
        for came in sorted(parts, key=lambda one: one.table.lists):
            self.part(came)

    def record(self, came: Came) -> None:
        """A record that is new."""
        from igreg.workbook.merging import Made

        merging, kind = self.merging, came.table.kind
        cell = came.cell("id")
        said = plain(cell.value).strip() if cell is not None else ""
        if kind == "organisation":
            merging.refuse(came, "there is one organisation", "change its own row")
            return
        if kind == "organisation" or not came.cells:
            return
        found = merging.values.new(came)
        if found is None:
            merging.refused_ids.add(said)
            return
        values = _nested({column.path: value for column, value in found.items()})
        try:
            if came.table.has_ids:
                self._id(kind, values, said)
        except IgregError as error:
            merging.refused_ids.add(said)
            merging.refuse(came, error.sentence, error.hint, cell, "id")
            return
        name = str(values.get("id") or came.place)
        made = Made(kind, values, came)
        made.cells = {
            column.path: (came.cells[column.name].name, column.head)
            for column in came.table.columns
            if column.name in came.cells
        }
        merging.made[kind, name] = made

    def _id(self, kind: str, values: dict[str, Any], said: str) -> None:
        """Give a new record its id. Raises IgregError where it cannot have it."""
        merging = self.merging
        if said:
            values["id"] = said
            refuse_id(merging.register, kind, said)
            if said.casefold() in self.taken:
                raise IgregError(f"the id {said!r} is taken, or given twice here", "give it another, or leave it empty")
        else:
            give_id(merging.register, kind, values, merging.now.date())
            first = values.get("id")
            if not first:
                empty = [f"`{name}`" for name in missing(model_of(kind), values) if name != "id"]
                why = f", since nothing stands under {', '.join(empty)}" if empty else ""
                raise IgregError(
                    f"no id can be made for the row{why}",
                    "fill that in, or clear the row" if empty else "give it an id that nothing else has",
                )
            values["id"] = self._free(first)
        self.taken.add(str(values["id"]).casefold())

    def _free(self, id: str) -> str:
        """The id, or the next that no row of the workbook has been given."""
        match = re.fullmatch(r"(.*?)(\d+)", id)
        number = 1
        while id.casefold() in self.taken:
            number += 1
            if match is not None:
                id = f"{match[1]}{int(match[2]) + number - 1:0{len(match[2])}}"
            else:
                id = f"{id.removesuffix(f'-{number - 1}')}-{number}"
        return id

    def part(self, came: Came) -> None:
        """A part that is new, at the end of its list."""
        merging, table = self.merging, came.table
        name = plain(came.record.value).strip() if came.record is not None else ""
        if name in merging.refused_ids and name:
            merging.refuse(came, f"the row of {name} was refused", "put that right", came.record, "record")
            return
        made = merging.made.get((table.kind, name))
        there = merging.pairs[table.kind].record(name)
        if made is None and there is None:
            message = f"{name!r} is none of the {table.kind}" if name else "the record is not given"
            merging.refuse(came, message, "choose the id of the record that it is part of", came.record, "record")
            return
        found = merging.values.new(came)
        if found is None:
            return
        item = ordered(_model(table), _nested({column.path: value for column, value in found.items()}))
        if not item:
            merging.refuse(came, "nothing stands in the row but its record", "fill it in, or clear it")
            return
        if made is not None:
            self._into_new(came, made.values, item)
        elif there is not None:
            self._into_known(came, there, name, item, found)

    def _into_new(self, came: Came, values: dict[str, Any], item: dict[str, Any]) -> None:
        """A part of a record that is new itself."""
        data: Any = values
        parents = self._parents(came)
        for number, step in enumerate(came.table.way):
            last = number == len(came.table.way) - 1
            data = data.setdefault(step.key, [] if step.is_list else {})
            if step.is_list and not last:
                place = parents.pop(0) if parents else 0
                if not 0 <= place < len(data):
                    self._no_parent(came)
                    return
                data = data[place]
        data.append(item)

    def _into_known(
        self, came: Came, there: There, name: str, item: dict[str, Any], found: Mapping[Column, Any]
    ) -> None:
        """A part of a record that is there."""
        merging, table = self.merging, came.table
        before = tuple(self._parents(came))
        if table.lists > 1 and not before:
            before = (0,)
            parents = value_at(there.data, list_path(_parent(table), ()))
            if isinstance(parents, list) and len(parents) != 1:
                self._no_parent(came)
                return
        parent = merging.pairs[table.kind].places(table, name, there, before)
        if parent is None:
            self._no_parent(came)
            return
        path = list_path(table, parent)
        held = value_at(there.data, path)
        if held not in (None, "") and not isinstance(held, list):
            merging.refuse(
                came, f"`{path[-1]}` is no list in the register", f"put it right in {there.file}", came.record
            )
            return
        one = merging.changed(came, there)
        size = len(held or ()) + sum(way == path for way, _ in one.edits.added)
        if not self._is_at_end(came, size):
            return
        one.edits.added.append((path, item))
        one.fields.append(FieldChange((*path, size), None, item))
        for column in found:
            cell = came.cells[column.name]
            one.cells[*path, size, *column.path] = (cell.name, cell.head)
            if one.cell is None:
                one.cell, one.field = cell, column.leaf.name

    def _parents(self, came: Came) -> list[int]:
        """The places of what the part stands in, as its position says."""
        said = plain(came.position.value).strip() if came.position is not None else ""
        numbers = [int(one) - 1 for one in re.findall(r"\d{1,9}", said)]
        return numbers[: came.table.lists - 1]

    def _is_at_end(self, came: Came, size: int) -> bool:
        """Whether the position of a new part is beyond those there are; else the row is refused."""
        said = plain(came.position.value).strip() if came.position is not None else ""
        numbers = re.findall(r"\d+", said)
        own = numbers[came.table.lists - 1 :]
        if said and (not re.fullmatch(r"\d{1,9}(\.\d{1,9})*\.?", said) or (own and int(own[0]) <= size)):
            message = "a new row goes to the end of the list"
            self.merging.refuse(came, message, "leave its position empty", came.position, "position")
            return False
        return True

    def _no_parent(self, came: Came) -> None:
        parent = _parent(came.table).name
        message = f"it is not said of which of {parent} the row is part"
        help = f"put the position that it has on {parent} in front, such as 2."
        self.merging.refuse(came, message, help, came.position, "position")


def _parent(table: Table) -> Table:
    """The table of what the parts of a table stand in."""
    from igreg.workbook.columns import tables

    ways = {one.way: one for one in tables(table.kind) if one.way}
    return next(ways[table.way[:end]] for end in range(len(table.way) - 1, 0, -1) if table.way[:end] in ways)


def _model(table: Table) -> type[Part]:
    """The model of the parts of a table."""
    model: type[Part] = model_of(table.kind)
    for step in table.way:
        model = fields_of(model)[step.key].parts[0]
    return model


def _nested(values: Mapping[tuple[str, ...], Any]) -> dict[str, Any]:
    """Values by their ways, one inside the other."""
    out: dict[str, Any] = {}
    for path, value in values.items():
        inner = out
        for step in path[:-1]:
            inner = inner.setdefault(step, {})
        inner[path[-1]] = value
    return out
