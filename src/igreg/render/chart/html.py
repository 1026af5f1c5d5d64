"""Charts as one page of HTML that needs nothing else: drawings, the same as text, search and the keyboard."""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Sequence
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from igreg.chart.graph import Graph, Table
from igreg.dataclass import dataclass
from igreg.drawing.metrics import drawable
from igreg.drawing.paper import PAPERS, Choice
from igreg.drawing.printing import printing
from igreg.drawing.scene import Scene
from igreg.render.chart.svg import inline_svg, style
from igreg.render.chart.text import edge_rows, node_rows, tree_lines


@dataclass(frozen=True)
class Drawn:
    """One page of a chart and its drawing, which has no frame."""

    chart: str
    page: Graph
    scene: Scene


@dataclass(frozen=True)
class Sheet:
    """What the page holds of one drawing."""

    name: str
    chart: str
    title: str
    said: str
    """What it shows, in a few words."""
    svg: Markup
    """The drawing, or nothing where there is nothing to draw."""
    links: tuple[Entry, ...]
    """The pages that a page of links leads to."""
    upright: bool
    width: str
    """How wide it is on paper."""


@dataclass(frozen=True)
class Entry:
    """One line of the contents: where it leads and what it says."""

    name: str
    title: str


@dataclass(frozen=True)
class Contents:
    """What the page holds of one chart."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Branch:
    """One line of a nested list."""

    text: str
    below: tuple[Branch, ...]


@dataclass(frozen=True)
class Text:
    """A whole chart as text."""

    name: str
    title: str
    remarks: tuple[str, ...]
    tables: tuple[Table, ...]
    tree_title: str
    tree: tuple[Branch, ...]


def chart_html(wholes: Sequence[Graph], drawn: Sequence[Drawn], choice: Choice = "auto") -> str:
    """The page. `wholes` are the charts in full, for the text; `drawn` are the pages they are drawn on.

    `choice` is the paper that the page is printed on.
    """
    first = wholes[0]
    title = first.title if len(wholes) == 1 else "Information governance charts"
    script = page_file("chart.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    paper, sheets = sheets_of(drawn, choice, title)
    return (
        _template().render(
            title=title,
            subtitle=first.subtitle,
            source=first.source,
            digest=digest,
            paper=paper,
            css=Markup(page_file("chart.css")),
            svg_css=Markup(style()),
            js=Markup(script),
            sheets=sheets,
            texts=[text_of(graph) for graph in wholes],
            contents=_contents(wholes, drawn),
        )
        + "\n"
    )


@functools.cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, finalize=_safe, loader=FunctionLoader(page_file)
    )
    environment.filters["comment"] = lambda text: Markup(drawable(text).replace("--", "- -").replace(">", ""))
    return environment.from_string(page_file("chart.html.j2"))


def sheets_of(drawn: Sequence[Drawn], choice: Choice, title: str) -> tuple[str, list[Sheet]]:
    """The name of the paper, and all drawings; one that is called as the page is has no title of its own."""
    names = {one.page.name for one in drawn}
    paper, lying = printing([(one.scene.width, one.scene.height) for one in drawn], choice)
    out = []
    for one, lies in zip(drawn, lying, strict=True):
        page = one.page
        empty = not (page.nodes or page.areas or page.tables)
        links = tuple(Entry(name, title) for name, title in page.pages.items() if name in names) if empty else ()
        svg = Markup("" if empty else inline_svg(one.scene, names))
        own = "Drawing" if page.title == title else page.title
        said = " · ".join(page.remarks)
        out.append(Sheet(page.name, one.chart, own, said, svg, links, lies.upright, f"{lies.width:.1f}pt"))
    return next(name for name, size in PAPERS.items() if size == (paper,)).upper(), out


def _contents(wholes: Sequence[Graph], drawn: Sequence[Drawn]) -> list[Contents]:
    """The table of contents: a heading for each chart, its pages below it without the chart's name before each."""
    out = []
    for whole in wholes:
        titles = whole.titles(one.page for one in drawn if one.chart == whole.name)
        alone = len(titles) == 1
        named = [Entry(name, "Drawing" if alone else title[:1].upper() + title[1:]) for name, title in titles.items()]
        out.append(Contents(whole.title, (Entry(f"text-{whole.name}", "As text"), *named)))
    return out


def _safe(value: object) -> object:
    return drawable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def page_file(name: str) -> str:
    """A file of the page: its template, its style, its script."""
    return resources.files("igreg.render.chart").joinpath("page", name).read_text(encoding="utf-8")


def text_of(graph: Graph) -> Text:
    """A whole chart as text."""
    tables = list(graph.tables)
    if graph.areas:
        rows = tuple((row.area, row.role, row.held) for row in graph.areas)
        tables.insert(0, Table("Who answers for each area", ("Area", "Role", "Held by"), rows))
    structural = graph.chart == "structure"
    rows_ = node_rows(graph) if structural else edge_rows(graph)
    if len(rows_) > 1:
        tables.append(Table(_ROWS.get(graph.chart, "All arrows"), rows_[0], tuple(rows_[1:])))
    tree = _nested([(min(depth, 40), text) for depth, text in tree_lines(graph)]) if structural else ()
    return Text(graph.name, graph.title, graph.remarks, tuple(tables), "Lines of accountability", tree)


_ROWS = {"structure": "All roles and groups", "skills": "All that is asked"}
"""What the table of a chart's boxes or lines is called."""


def _nested(lines: Sequence[tuple[int, str]]) -> tuple[Branch, ...]:
    """Lines with their depth as nested branches."""
    out: list[Branch] = []
    i = 0
    while i < len(lines):
        depth, text = lines[i]
        end = next((j for j in range(i + 1, len(lines)) if lines[j][0] <= depth), len(lines))
        out.append(Branch(text, _nested(lines[i + 1 : end])))
        i = end
    return tuple(out)
