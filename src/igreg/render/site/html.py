"""A site as files: a page of HTML each, one style, the scripts, and the list that the search looks in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from igreg.chart.graph import Graph
from igreg.drawing.metrics import drawable
from igreg.render.chart.html import Drawn, Entry, Sheet, Text, page_file, sheets_of, text_of
from igreg.render.chart.svg import style
from igreg.site.names import file_names
from igreg.site.page import Drawing, Line, Link, Page, Search, Section, Site

POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'"
"""What the browser may do with a page: its own style and scripts, and nothing else."""
NOTICE = "<!-- igreg: a notice goes here -->"
"""Where `igreg serve` says that the register cannot be read."""
_FEW = 4
"""A page of so many parts lists them on top."""


@dataclass(frozen=True)
class Chart:
    """What a page holds of one chart."""

    subtitle: str
    sheets: Sequence[Sheet]
    text: Text
    entries: Sequence[Entry]


def chart_of(whole: Graph, drawn: Sequence[Drawn]) -> Chart:
    """A chart in full, and the pages that it is drawn on, for a page of the site."""
    _, sheets = sheets_of(drawn, "auto", whole.title)
    titles = whole.titles(one.page for one in drawn)
    named = (title[:1].upper() + title[1:] if len(titles) > 1 else "Drawing" for title in titles.values())
    entries = [Entry(f"text-{whole.name}", "As text"), *map(Entry, titles, named)]
    return Chart(whole.subtitle, sheets, text_of(whole), entries)


def site_files(site: Site, charts: Mapping[str, Chart]) -> Iterator[tuple[str, bytes]]:
    """Every file of the site but its documents, by its path."""
    pages = _Pages(site, charts)
    for page in site.pages:
        yield page.path, pages.html(page).encode()
    yield "look/site.css", f"{_file('site.css')}{style()}\n".encode()
    yield "look/site.js", _file("site.js").encode()
    yield "look/search-index.js", _index(site).encode()
    if charts:
        yield "look/chart.js", page_file("chart.js").encode()


@dataclass
class _Pages:
    """Writes pages; what all of them have in common is written once."""

    site: Site
    charts: Mapping[str, Chart]

    def html(self, page: Page) -> str:
        """A page."""
        root = "../" * page.path.count("/")
        ids = file_names(part.title for part in page.sections)
        sections = [(part, part.id or f"on-{id}") for part, id in zip(page.sections, ids, strict=True)]
        titled = [(id, part.title) for part, id in sections if part.title]
        text = self._page.render(
            page=page,
            root=root,
            head=self._once("head.html.j2", root, ""),
            foot=self._once("foot.html.j2", root, page.path if "/" not in page.path else ""),
            above=Link("All records", "records.html") if root and self.site.audience != "public" else None,
            contents=titled if len(titled) >= _FEW else (),
            sections=sections,
            scripts=_scripts(page.sections),
        )
        return f"{text}\n"

    def _once(self, name: str, root: str, current: str) -> Markup:
        key = (name, root, current)
        if key not in self._written:
            self._written[key] = Markup(self._look.get_template(name).render(root=root, current=current))
        return self._written[key]

    @cached_property
    def _written(self) -> dict[tuple[str, str, str], Markup]:
        return {}

    @cached_property
    def _page(self) -> Template:
        return self._look.get_template("page.html.j2")

    @cached_property
    def _look(self) -> Environment:
        environment = Environment(
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_safe,
            loader=FunctionLoader(lambda name: page_file(name) if name == "parts.html.j2" else _file(name)),
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.globals |= {
            "site": self.site,
            "charts": self.charts,
            "policy": Markup(POLICY),
            "notice": Markup(NOTICE),
            "words": _words,
        }
        return environment


def _words(line: Line, root: str) -> Markup:
    """A line of words and links; written here and not in a template, since there are very many of them."""
    out: list[str] = []
    for one in line:
        if isinstance(one, str):
            out.append(escape(_safe(one)))
        elif isinstance(one, Link):
            out.append(f'<a href="{escape(root + one.to)}">{escape(_safe(one.text))}</a>')
        else:
            out.append(f'<a href="{escape(_safe(one.address))}" rel="noreferrer">{escape(_safe(one.text))}</a>')
    return Markup("".join(out))


def _scripts(sections: Sequence[Section]) -> list[str]:
    """The scripts that a page needs."""
    blocks = [block for part in sections for block in part.blocks]
    out = ["search-index.js", "site.js"] if any(isinstance(one, Search) for one in blocks) else []
    return [*out, *(["chart.js"] if any(isinstance(one, Drawing) for one in blocks) else [])]


def _index(site: Site) -> str:
    """The list of all pages as a script, so that it can be read without a server; nothing in it can end the script."""
    rows = [[drawable(word) for word in one] for one in site.found]
    text = json.dumps(rows, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")
    return f'"use strict";\nwindow.igregPages = {text};\n'


def _safe(value: object) -> object:
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    clean = drawable(value)
    return clean if clean == value else f"{' ' if value[0] == ' ' else ''}{clean}{' ' if value[-1] == ' ' else ''}"


def _file(name: str) -> str:
    return resources.files("igreg.render.site").joinpath("page", name).read_text(encoding="utf-8")
