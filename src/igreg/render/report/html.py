"""A paper as one page of HTML that needs nothing else: no network, no script, its style inside."""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from igreg.drawing.metrics import drawable
from igreg.language.english import long_day
from igreg.render.chart.svg import picture_svg, style
from igreg.render.report.cells import aligned, said
from igreg.render.report.drawn import Chart, Drawn, drawn
from igreg.report.paper import Block, Matrix, NewPage, Paper, Part, Picture, Plot, Table

WIDE = 7
"""A table of more columns is moved sideways where it does not fit; one of fewer is told row by row there."""
SHORT = 14
"""A table of no more rows is not broken across sheets of paper."""
LARGE = 760.0
"""A drawing wider than this, in points, is moved sideways on a desk, so that its words can be read."""


@dataclass(frozen=True)
class Grid:
    """A table as the page has it: texts, and the class of each column."""

    caption: str
    heads: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str

    @property
    def short(self) -> bool:
        """Whether it is kept together on paper."""
        return len(self.rows) <= SHORT

    @property
    def wide(self) -> bool:
        """Whether it has more columns than a narrow page can tell one by one."""
        return len(self.heads) > WIDE


@dataclass(frozen=True)
class Shown:
    """What is drawn, as the page has it: its drawings as SVG, and the same as a table."""

    drawn: Drawn
    pictures: tuple[Markup, ...]
    large: bool
    grid: Grid


@dataclass(frozen=True)
class Section:
    """A part as the page has it: its blocks, each with the name of its kind."""

    title: str
    on_new_page: bool
    """Whether its heading begins a sheet: as is asked, or since a large drawing follows it at once."""
    blocks: tuple[tuple[str, Block | Grid | Shown], ...]


def report_html(paper: Paper, charts: Mapping[str, Chart]) -> str:
    """The page. Texts of the paper are escaped by the template, each on one line; `charts` are those that it shows."""
    return _page(paper, charts, whole=True)


def html_body(paper: Paper, charts: Mapping[str, Chart]) -> str:
    """What could not be read, and the parts: the paper below its head, for a page of somebody else's."""
    return _page(paper, charts, whole=False)


def html_style() -> str:
    """The style of the page."""
    return f"{_file('report.css')}{style()}"


def _page(paper: Paper, charts: Mapping[str, Chart], *, whole: bool) -> str:
    css = html_style()
    page = _template().render(
        whole=whole,
        paper=paper,
        day=long_day(paper.day),
        parts=[_section(part, number, charts) for number, part in enumerate(paper.parts, 1)],
        css=Markup(css),
        style=base64.b64encode(hashlib.sha256(css.encode()).digest()).decode(),
    )
    return f"{page.lstrip()}\n"


@functools.cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, finalize=_safe, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(_file("report.html.j2"))


def _section(part: Part, number: int, charts: Mapping[str, Chart]) -> Section:
    begins = bool(part.blocks) and isinstance(part.blocks[0], NewPage)
    blocks = part.blocks[1:] if begins else part.blocks
    shown = tuple(_shown(block, f"drawing-{number}-{at}", charts) for at, block in enumerate(blocks, 1))
    first = shown[0][1] if shown else None
    return Section(part.title, begins or (isinstance(first, Shown) and first.large), shown)


def _shown(block: Block, name: str, charts: Mapping[str, Chart]) -> tuple[str, Block | Grid | Shown]:
    match block:
        case Table():
            return "grid", _grid(block)
        case Plot() | Matrix() | Picture():
            found = drawn(block, charts, name)
            pictures = (picture_svg(scene, f"{name}-{at}-") for at, scene in enumerate(found.scenes, 1))
            large = any(scene.width > LARGE for scene in found.scenes)
            return "drawn", Shown(found, tuple(map(Markup, pictures)), large, _grid(found.table))
    return type(block).__name__.lower(), block


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
