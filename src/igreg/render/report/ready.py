"""A paper made ready for templates of text: parts and blocks as plain dicts, cells as texts, drawings drawn.

What igreg's own templates see is all that an organisation's see too: one shape, whoever wrote the template.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Literal, TypedDict

from markupsafe import Markup

from igreg.render.report.cells import said
from igreg.render.report.looks import Look, fit, look
from igreg.report import paper as of

SHORT = 14
"""A table of no more rows is not broken across sheets of paper."""
WIDE = 7
"""A table of more columns is moved sideways where it does not fit; one of fewer is told row by row there."""


class Page(TypedDict):
    """What stands above the parts, each text on one line."""

    title: str
    organisation: str
    day: dt.date
    about: str
    unread: str


class Said(TypedDict):
    """A paragraph."""

    block: Literal["said"]
    text: str
    leads: bool


class Points(TypedDict):
    """A list of sentences."""

    block: Literal["points"]
    items: tuple[str, ...]
    numbered: bool


class Figure(TypedDict):
    """One figure that stands out."""

    label: str
    value: str
    note: str
    attention: str


class Figures(TypedDict):
    """Some figures side by side."""

    block: Literal["figures"]
    items: tuple[Figure, ...]


class Fact(TypedDict):
    """One thing that is said of a paper."""

    label: str
    text: str


class Facts(TypedDict):
    """What a front sheet says."""

    block: Literal["facts"]
    items: tuple[Fact, ...]


class Head(TypedDict):
    """The head of a column, and how it looks: left are `left`, `broad` with much text and `long` with long words."""

    title: str
    look: Look
    contact: bool


class Table(TypedDict):
    """Rows under heads, each cell as it is read."""

    block: Literal["table"]
    caption: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str
    short: bool
    wide: bool
    small: bool
    """Whether it is set in small type on paper."""
    across: bool
    """Whether it stands on a sheet of paper that lies on its side."""
    whole: bool
    """Whether it fits there with its words whole."""


Sort = Literal["plot", "matrix", "picture"]


class Drawn(TypedDict):
    """What is drawn: its drawings as SVG, and the same as a table. In Markdown a chart is named, and nothing drawn."""

    block: Literal["drawn"]
    of: Sort
    title: str
    description: str
    pictures: tuple[Markup, ...]
    large: bool
    note: str
    table_called: str
    table: Table | None
    chart: str


class Lines(TypedDict):
    """Lines to write on by hand."""

    block: Literal["lines"]
    labels: tuple[str, ...]


class NewPage(TypedDict):
    """What follows begins on a page of its own."""

    block: Literal["newpage"]


Block = Said | Points | Figures | Facts | Table | Drawn | Lines | NewPage


class Part(TypedDict):
    """A part under a heading of its own."""

    block: Literal["part"]
    number: int
    title: str
    on_new_page: bool
    blocks: tuple[Block, ...]


Text = Callable[[str], str]
"""How a text is put on one line."""
Drawing = of.Plot | of.Matrix | of.Picture
Draws = Callable[[Drawing, str], Drawn]
"""A block that is drawn, made ready under a name of its own."""


def page(paper: of.Paper, text: Text) -> Page:
    """What stands above the parts."""
    return Page(
        title=text(paper.title),
        organisation=text(paper.organisation),
        day=paper.day,
        about=text(paper.about),
        unread=text(paper.unread),
    )


def parts(paper: of.Paper, text: Text, draws: Draws) -> tuple[Part, ...]:
    """The parts, in their order."""
    return tuple(_part(part, number, text, draws) for number, part in enumerate(paper.parts, 1))


def _part(part: of.Part, number: int, text: Text, draws: Draws) -> Part:
    begins = bool(part.blocks) and isinstance(part.blocks[0], of.NewPage)
    blocks = part.blocks[1:] if begins else part.blocks
    made = tuple(_block(block, f"drawing-{number}-{at}", text, draws) for at, block in enumerate(blocks, 1))
    first = made[0] if made else None
    large = first is not None and first["block"] == "drawn" and first["large"]
    return Part(block="part", number=number, title=text(part.title), on_new_page=begins or large, blocks=made)


def _block(block: of.Block, name: str, text: Text, draws: Draws) -> Block:
    match block:
        case of.Said():
            return Said(block="said", text=text(block.text), leads=block.leads)
        case of.Points():
            return Points(block="points", items=tuple(map(text, block.items)), numbered=block.numbered)
        case of.Figures():
            return Figures(block="figures", items=tuple(_figure(one, text) for one in block.items))
        case of.Facts():
            facts = (Fact(label=text(one.label), text=text(one.text)) for one in block.items)
            return Facts(block="facts", items=tuple(facts))
        case of.Table():
            return table(block, text)
        case of.Lines():
            return Lines(block="lines", labels=tuple(map(text, block.labels)))
        case of.NewPage():
            return NewPage(block="newpage")
    return draws(block, name)


def _figure(one: of.Figure, text: Text) -> Figure:
    return Figure(label=text(one.label), value=text(one.value), note=text(one.note), attention=text(one.attention))


def table(found: of.Table, text: Text) -> Table:
    """A table with its cells as they are read."""
    written = [tuple(said(cell, column) for cell, column in zip(row, found.columns, strict=True)) for row in found.rows]
    heads = tuple(
        Head(title=text(one.title), look=look(one, [row[at] for row in written]), contact=one.contact)
        for at, one in enumerate(found.columns)
    )
    rows = tuple(tuple(map(text, row)) for row in written)
    lies = fit([(head["title"], head["look"]) for head in heads], rows)
    return Table(
        block="table",
        caption=text(found.caption),
        heads=heads,
        rows=rows,
        empty=text(found.empty),
        short=len(rows) <= SHORT,
        wide=len(heads) > WIDE,
        small=lies.small,
        across=lies.across,
        whole=lies.whole,
    )
