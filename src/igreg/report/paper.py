"""A paper as a value: parts with their blocks, which every format writes in its own way.

Texts are data, never markup. A number is a number, a day a day and a share a share, so that a spreadsheet can reckon
with them; how they are written is the format's affair.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import field, replace
from decimal import Decimal
from typing import Literal

from igreg.dataclass import dataclass

Cell = str | int | float | Decimal | dt.date | dt.datetime | None
"""What stands in a cell; nothing is a cell that says nothing."""
Sort = Literal["text", "number", "percent", "day", "moment", "money"]
"""What a column holds; `percent` is in a hundred, `money` a sum with its column's currency."""


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph."""

    text: str
    leads: bool = False
    """Whether it is read first: larger, on top."""


@dataclass(frozen=True, slots=True)
class Points:
    """A list of sentences."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure that stands out: `Incidents`, `3`, `2 in the quarter before`."""

    label: str
    value: str
    note: str = ""
    attention: str = ""
    """A word where it calls for attention, such as `under target`: told by the word, and by a look besides."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Some figures side by side."""

    items: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is said of a paper: `For`, `decision and assurance`."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What a front sheet says: names, each with a short text."""

    items: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    title: str
    sort: Sort = "text"
    currency: str = ""
    """The currency of a column of sums, such as GBP."""
    by_hand: bool = field(default=False, kw_only=True)
    """Whether its empty cells are written in by hand, on paper: it is left room for some words."""
    contact: bool = field(default=False, kw_only=True)
    """Whether its cells say how somebody is reached: addresses and numbers in them lead there."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads; the first cell of a row says what the row is about."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: str
    """The sentence that stands in place of a table without rows."""


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a plot, a value for each of its labels; nothing where there is none."""

    name: str
    values: tuple[float | None, ...]
    forecast: int | None = None
    """From which label on it is foretold and not known."""


NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Plot:
    """Numbers as a picture: bars side by side, or lines, over the same labels."""

    title: str
    description: str
    """What the picture shows, in a sentence or two, for whoever cannot see it."""
    form: Literal["bars", "lines"]
    unit: str
    """What is counted: `incidents`, `per cent`, `hours`."""
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    target: float | None = None
    """A level that is to be reached, or not passed."""
    target_name: str = ""
    low: bool = False
    """Whether it is drawn low, with its numbers across below it on sheets of paper: for one that is to be short."""
    gap: str = NOT_KNOWN
    """What stands in its table where there is no number: an empty cell says nothing to whoever hears it."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Things in a square of two marks, 1 to `size` each: likelihood upwards and impact to the right."""

    title: str
    description: str
    across: str
    up: str
    size: int
    places: tuple[tuple[int, int, str], ...]
    """Of each thing how far right, how far up, and its short name."""
    levels: tuple[tuple[str, ...], ...] = ()
    """What each place comes to, in a word, from the lowest row up; empty where nobody says."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart of the register, drawn where papers are put together."""

    chart: str
    """Its name as `igreg chart` has it: `structure`, `communication`, `delegation`."""
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines to write on by hand: `Signed`, `Date`."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a page of its own, where there are pages."""


UNKNOWN = "None of these numbers is known."
"""What stands in place of a plot without any."""

Block = Said | Points | Figures | Facts | Table | Plot | Matrix | Picture | Lines | NewPage


@dataclass(frozen=True, slots=True)
class Part:
    """A part under a heading of its own."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper."""

    name: str
    """The report's name: `board`."""
    title: str
    organisation: str
    day: dt.date
    """As on which day."""
    about: str
    """The line below the title: the time that is told of, for whom it is, from whom."""
    unread: str
    """The sentence that says what could not be read; empty where all was. Stands on top in every format."""
    parts: tuple[Part, ...]
    brief: bool = False
    """Whether it is to be read in minutes: set small on paper, and without a list of contents there."""


def without_idle_columns(paper: Paper) -> Paper:
    """The paper as it is read: no column of a table in which no row says anything, unless it is to be written in.

    The first column stays: it says what a row is about. A plot of which no number is known is a sentence.
    """
    parts = (replace(part, blocks=tuple(map(_without_idle, part.blocks))) for part in paper.parts)
    return replace(paper, parts=tuple(parts))


def _without_idle(block: Block) -> Block:
    if isinstance(block, Plot) and all(one is None for series in block.series for one in series.values):
        words = f"{block.description} {UNKNOWN}" if block.gap == NOT_KNOWN else block.description
        return Table(block.title, (Column(""),), (), words)
    if not isinstance(block, Table) or not block.rows:
        return block
    kept = [
        at
        for at, column in enumerate(block.columns)
        if at == 0 or column.by_hand or any(row[at] not in (None, "") for row in block.rows)
    ]
    if len(kept) == len(block.columns):
        return block
    rows = tuple(tuple(row[at] for at in kept) for row in block.rows)
    return replace(block, columns=tuple(block.columns[at] for at in kept), rows=rows)
