"""A workbook as a value: which sheets it has, what stands in their cells, and how each cell may be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from igreg.dataclass import dataclass
from igreg.workbook.cells import Cell

ABOUT, LISTS, KEPT = "About", "Lists", "igreg"
"""The names of the sheets besides those of the tables; the last is hidden, and holds what went out."""
MARK = "igreg sheet"
"""What stands in the first cell of the hidden sheet."""
VERSION = 2


@dataclass(frozen=True)
class Choice:
    """What may be chosen in a column: words, or a list on the sheet of lists; strict where nothing else may stand."""

    words: tuple[str, ...] = ()
    source: str | None = None
    strict: bool = False


@dataclass(frozen=True)
class Head:
    """A column: its head, the note on it, and how its cells look."""

    title: str
    note: str = ""
    sort: str = "text"
    needed: bool = False
    choice: Choice | None = None
    locked: bool = False
    hidden: bool = False
    beside: bool = False
    """Whether it only shows names and is not read back."""


@dataclass
class Page:
    """The sheet of a table, on its way out."""

    name: str
    table: str
    meaning: str
    heads: Sequence[Head]
    rows: Iterable[Sequence[Cell]]
    """Made as they are asked for, since a large register has very many; they are gone through once."""
    count: int
    """How many rows there are."""
    first: Sequence[Sequence[Cell]] = ()
    """The first of the rows, which say how wide a column is."""


@dataclass
class Book:
    """A workbook on its way out: what its first sheet says, sheets of tables, lists to choose from, what is kept."""

    title: str
    about: Sequence[tuple[str, str]]
    pages: Sequence[Page]
    lists: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    """Ids and their names, by the name of the list."""
    kept: Iterable[Sequence[str]] = ()
    """The rows of the hidden sheet; they hold what the rows of the pages were, once those were gone through."""
