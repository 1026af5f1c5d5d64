"""A paper as one page of HTML that needs nothing else: no network, no script, its style inside."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from igreg.drawing.metrics import drawable
from igreg.language.english import long_day
from igreg.render.report.cells import aligned, said
from igreg.report.paper import Block, Matrix, NewPage, Paper, Part, Picture, Plot, Said, Table
from igreg.report.plots import matrix_table, plot_table

WIDE = 7
"""A table of more columns is moved sideways where it does not fit; one of fewer is told row by row there."""


@dataclass(frozen=True)
class Grid:
    """A table as the page has it: texts, and the class of each column."""

    caption: str
    heads: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str

    @property
    def wide(self) -> bool:
        """Whether it has more columns than a narrow page can tell one by one."""
        return len(self.heads) > WIDE


@dataclass(frozen=True)
class Section:
    """A part as the page has it: its blocks, each with the name of its kind."""

    title: str
    on_new_page: bool
    blocks: tuple[tuple[str, Block | Grid], ...]


def report_html(paper: Paper) -> str:
    """The page. Texts of the paper are escaped by the template, each on one line."""
    css = _file("report.css")
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, finalize=_safe, trim_blocks=True, lstrip_blocks=True
    )
    page = environment.from_string(_file("report.html.j2")).render(
        paper=paper,
        day=long_day(paper.day),
        parts=[_section(part) for part in paper.parts],
        css=Markup(css),
        style=base64.b64encode(hashlib.sha256(css.encode()).digest()).decode(),
    )
    return f"{page.lstrip()}\n"


def _section(part: Part) -> Section:
    on_new_page = bool(part.blocks) and isinstance(part.blocks[0], NewPage)
    blocks = part.blocks[1:] if on_new_page else part.blocks
    return Section(part.title, on_new_page, tuple(shown for block in blocks for shown in _shown(block)))


def _shown(block: Block) -> Iterator[tuple[str, Block | Grid]]:
    match block:
        case Table():
            yield "grid", _grid(block)
        case Plot():
            yield "said", Said(block.description)
            yield "grid", _grid(plot_table(block))
        case Matrix():
            yield "said", Said(block.description)
            yield "grid", _grid(matrix_table(block))
        case Picture():
            yield "said", Said(f"{block.title}: {block.description}")
        case _:
            yield type(block).__name__.lower(), block


def _grid(table: Table) -> Grid:
    heads = tuple((one.title, "day" if one.sort in ("day", "moment") else aligned(one)) for one in table.columns)
    rows = tuple(
        tuple(said(cell, column) for cell, column in zip(row, table.columns, strict=True)) for row in table.rows
    )
    return Grid(table.caption, heads, rows, table.empty)


def _safe(value: object) -> object:
    return drawable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _file(name: str) -> str:
    return resources.files("igreg.render.report").joinpath("page", name).read_text(encoding="utf-8")
