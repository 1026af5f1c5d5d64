"""Names in the columns of one table: put together from their parts, in their plain order, and how they compare."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from igreg.dataclass import dataclass
from igreg.exchange.cells.read import NOTHING, CellNote
from igreg.exchange.cells.texts import tidy
from igreg.exchange.columns.heads import plain
from igreg.exchange.rows import Incoming
from igreg.language.person_name import PersonName, is_turned, person_name
from igreg.language.person_name import name_of_parts as parts_of
from igreg.sheets.book import CellError, Value

_ALWAYS_TURNED = frozenset({"fullname", "employeename"})
"""Heads under which `Osei, Jane` has its family name first, whatever the others look like (ruling X06)."""


@dataclass(frozen=True)
class Named:
    """A name as a register writes it, as it is compared, the id it makes, and what is told of it."""

    text: str
    folded: str
    base: str
    notes: tuple[CellNote, ...] = ()


@cache
def _named(name: PersonName, before: str) -> Named:
    if not name.is_shouted:
        return Named(name.text, name.folded, name.id)
    quiet = name.quiet()
    return Named(quiet.text, quiet.folded, quiet.id, (CellNote("capitals", f"{before!r} is taken as {quiet.text!r}"),))


def named(text: str, *, turned: bool = True) -> Named:
    """A name that stands in one text."""
    return _named(person_name(text, turned=turned), text)


class Names:
    """The names of the rows of one table."""

    def __init__(self, rows: Sequence[Incoming], field: str = "name", beside: Iterable[Value] = ()) -> None:
        """`beside` are the names of rows of the same table that were settled already."""
        self._field = field
        heads = {plain(row.cells[field].header) for row in rows[:1] if field in row.cells}
        given = (*beside, *(row.cells[field].value for row in rows if field in row.cells))
        self._turned = bool(heads & _ALWAYS_TURNED) or all(
            is_turned(text) for value in given if "," in (text := said(value))
        )

    def of(self, row: Incoming) -> Named | None:
        """The name of a row; nothing where it has none."""
        cells = row.cells
        whole = said(cells[self._field].value) if self._field in cells else ""
        family = said(cells["name.family"].value) if "name.family" in cells else ""
        given = said(cells["name.given"].value) if "name.given" in cells else ""
        if family:
            title = said(cells["name.title"].value) if "name.title" in cells else ""
            return _named(parts_of(given, family, title), f"{given} {family}".strip())
        if whole:
            return named(whole, turned=self._turned)
        return named(given) if given else None


def said(value: Value) -> str:
    """The text of a cell of names; empty where it says nothing."""
    if value is None or isinstance(value, CellError):
        return ""
    text = tidy(str(value), "name")
    return "" if text.casefold() in NOTHING else text
