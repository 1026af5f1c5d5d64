"""One cell in three sides: as it went out, as it came back, and as the register says by now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from igreg.changes.answers import Answers
from igreg.exchange.brought import Refused
from igreg.model.kinds import model_of
from igreg.register.register import Register
from igreg.workbook.cells import CellRefused, plain, shown, taken, untouched
from igreg.workbook.columns import Column
from igreg.workbook.rows import Came, Cell
from igreg.workbook.standing import value_at


class Values:
    """Reads the cells of rows, and merges those of rows that went out."""

    def __init__(self, register: Register, now: dt.datetime) -> None:
        self.register, self.now = register, now
        self.coming: set[str] = set()
        """The ids of records that the workbook brings."""
        self.refused: list[Refused] = []
        self._answers: dict[str, Answers] = {}

    def merged(self, came: Came, before: Mapping[str, Any], ours: Any) -> dict[Column, tuple[Any, Any]] | None:
        """The values of a row that change, each as it is and as it is to be; nothing where a cell is refused."""
        out: dict[Column, tuple[Any, Any]] = {}
        fine = True
        cells = came.cells
        for column in came.table.columns:
            cell = cells.get(column.name)
            was = before.get(column.name)
            if cell is None or untouched(column.leaf, was, cell.value):
                continue
            try:
                theirs = self.read(came, column, was, cell)
            except CellRefused as error:
                fine = False
                self.refuse(came, cell, column, error)
                continue
            is_now = _or_nothing(value_at(ours, column.path))
            if _same(theirs, was) or _same(theirs, is_now):
                continue
            if not _same(is_now, was):
                fine = False
                self.collide(came, cell, column, (was, is_now, theirs))
                continue
            out[column] = (is_now, theirs)
        return out if fine else None

    def new(self, came: Came) -> dict[Column, Any] | None:
        """The values of a row that is new; nothing where a cell is refused."""
        out: dict[Column, Any] = {}
        fine = True
        cells = came.cells
        for column in came.table.columns:
            cell = cells.get(column.name)
            if cell is None or (cell.value is None and cell.odd is None):
                continue
            try:
                value = self.read(came, column, None, cell)
            except CellRefused as error:
                fine = False
                self.refuse(came, cell, column, error)
                continue
            if value is not None:
                out[column] = value
        return out if fine else None

    def read(self, came: Came, column: Column, before: Any, cell: Cell) -> Any:
        """The value of a cell that was changed. Raises CellRefused."""
        if cell.odd is not None:
            raise CellRefused(cell.odd, "put the value itself into the cell")
        kind = came.table.kind
        if kind not in self._answers:
            self._answers[kind] = Answers(self.register, model_of(kind), self.now)
        return taken(column.leaf, before, cell.value, self._answers[kind], self.coming)

    def refuse(self, came: Came, cell: Cell, column: Column, error: CellRefused) -> None:
        """Note that a cell is refused."""
        name = column.leaf.name
        self.refused.append(came.refused(cell, name, error.message, error.help, secret=error.secret))

    def collide(self, came: Came, cell: Cell, column: Column, sides: tuple[Any, Any, Any]) -> None:
        """Note that both sides changed a cell."""
        before, ours, theirs = (said(column, one) for one in sides)
        message = f"changed in the register too: it was {before}, the register says {ours}, the workbook {theirs}"
        refused = came.refused(
            cell, column.leaf.name, message, "agree on one, and write it into the cell or the register"
        )
        self.refused.append(
            Refused(
                refused.field,
                refused.value,
                message,
                refused.help,
                refused.sheet,
                refused.row,
                refused.cell,
                refused.column,
                sides,
            )
        )


def said(column: Column, value: Any) -> str:
    """A value as a plan tells it."""
    text = plain(shown(column.leaf, value))
    return repr(text) if text else "nothing"


def _or_nothing(value: Any) -> Any:
    return None if value in ("", [], {}) else value


def _same(one: Any, other: Any) -> bool:
    return bool(_or_nothing(one) == _or_nothing(other)) and isinstance(one, bool) == isinstance(other, bool)
