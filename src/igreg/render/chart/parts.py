"""What a page holds of charts: each drawing with its tools, and each chart as text; as values and as HTML.

Written here and not in templates: the pages of a site hold charts too, and need no library of templates otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources

from markupsafe import Markup, escape

from igreg.chart.graph import Graph, Table
from igreg.dataclass import dataclass
from igreg.drawing.metrics import drawable
from igreg.drawing.paper import PAPERS, Choice
from igreg.drawing.printing import printing
from igreg.drawing.scene import Scene
from igreg.render.chart.svg import inline_svg
from igreg.render.chart.text import edge_rows, node_rows, tree_lines
from igreg.wording.boxes import held, led


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
        own = "Drawing" if page.headed == title else page.headed
        said = " · ".join(page.remarks)
        out.append(Sheet(page.name, one.chart, own, said, svg, links, lies.upright, f"{lies.width:.1f}pt"))
    return next(name for name, size in PAPERS.items() if size == (paper,)).upper(), out


def page_file(name: str) -> str:
    """A file of the page: its template, its style, its script."""
    return resources.files("igreg.render.chart").joinpath("page", name).read_text(encoding="utf-8")


def text_of(graph: Graph) -> Text:
    """A whole chart as text."""
    tables = list(graph.tables)
    if graph.areas:
        rows = tuple((row.area, led(row), held(row)) for row in graph.areas)
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


def sheet_html(sheet: Sheet, subtitle: str, inline: bool) -> Markup:
    """One drawing with its heading and its tools; `inline` says how wide it is on paper."""
    name, title = _text(sheet.name), _text(sheet.title)
    out = [
        f'\n<section id="{name}" class="sheet {"upright" if sheet.upright else "across"}" '
        f'aria-labelledby="head-{name}" data-title="{title}">\n<h2 id="head-{name}">{title}</h2>\n'
        f'<p class="quiet"><span class="paper">{_text(subtitle)}{" · " if sheet.said else ""}</span>'
        f"{_text(sheet.said)}</p>"
    ]
    if sheet.links:
        links = "".join(f'\n<li><a href="#{_text(one.name)}">{_text(one.title)}</a></li>' for one in sheet.links)
        out.append(f'\n<ul class="links">{links}\n</ul>')
    if sheet.svg:
        width = f' style="--paper-width:{_text(sheet.width)}"' if inline else ""
        out.append(
            f'{_TOOLS}<p class="ways"><a class="open" href="#alone-{name}">Open the drawing by itself, in full '
            f'size</a> <a href="#text-{_text(sheet.chart)}">The same as text</a> '
            '<a href="#contents">All drawings</a></p>\n'
            f'<div class="drawing" id="alone-{name}" tabindex="0" role="region" aria-label="Drawing: {title}"{width}>'
            f'<a class="close" href="#{name}">Back to the whole page</a>{sheet.svg}</div>\n</div>'
        )
    out.append("\n</section>")
    return Markup("".join(out))


_TOOLS = (
    '\n<p class="quiet hint">Tab moves to the drawing, the arrow keys from box to box, Enter to the page or address '
    'that a box links to.</p>\n<div class="bar">\n<div class="tools">'
    '<button type="button" data-zoom="25">Larger</button> '
    '<button type="button" data-zoom="-25">Smaller</button> <button type="button" data-zoom="0">Fit</button> '
    '<output>100 %</output></div>\n<div class="told" role="status"></div>\n</div>\n<div class="sight">\n'
)


def text_html(text: Text) -> Markup:
    """A whole chart as text: what is remarked, its tables, and its lines as a list in lists."""
    name, title = _text(text.name), _text(text.title)
    out = [
        f'\n<section id="text-{name}" class="text" aria-labelledby="head-text-{name}">\n'
        f'<h2 id="head-text-{name}">{title}: as text</h2>'
    ]
    out += [f"\n<p>{_text(remark)}</p>" for remark in text.remarks]
    out += [_table(table, title) for table in text.tables]
    if text.tree:
        out.append(f"\n<h3>{_text(text.tree_title)}</h3>{_branches(text.tree)}")
    out.append("\n</section>")
    return Markup("".join(out))


def _table(table: Table, of: str) -> str:
    heads = [_text(cell) for cell in table.head]
    named = "".join(f'<th role="columnheader" scope="col">{head}</th>' for head in heads)
    out = [
        f'\n<div class="table" tabindex="0" role="region" aria-label="{of}: {_text(table.title)}">'
        f'<table role="table">\n<caption>{_text(table.title)}</caption>\n'
        f'<thead role="rowgroup"><tr role="row">{named}</tr></thead>\n<tbody role="rowgroup">'
    ]
    for first, *rest in table.rows:
        cells = "".join(
            f'<td role="cell" data-head="{head}">{_text(cell)}</td>' for head, cell in zip(heads[1:], rest, strict=True)
        )
        out.append(f'\n<tr role="row"><th role="rowheader" scope="row">{_text(first)}</th>{cells}</tr>')
    out.append("\n</tbody>\n</table></div>")
    return "".join(out)


def _branches(branches: tuple[Branch, ...]) -> str:
    inside = "".join(f"<li>{_text(one.text)}{_branches(one.below) if one.below else ''}</li>" for one in branches)
    return f"<ul>{inside}</ul>"


def _text(text: str) -> str:
    return str(escape(drawable(text)))
