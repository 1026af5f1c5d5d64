"""A site as files: a page of HTML each, one style, the scripts, and the list that the search looks in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources

from igreg.drawing.metrics import drawable
from igreg.render.chart.parts import page_file
from igreg.render.chart.svg import style
from igreg.render.site.blocks import block_html
from igreg.render.site.drawing import Chart, drawing_html
from igreg.render.site.frame import frame
from igreg.render.site.words import Texts, Words
from igreg.site.names import file_names
from igreg.site.page import Drawing, Page, Search, Section, Site

POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'"
"""What the browser may do with a page: its own style and scripts, and nothing else."""
NOTICE = "<!-- igreg: a notice goes here -->"
"""Where `igreg serve` says that the register cannot be read."""
_FEW = 4
"""A page of so many parts lists them on top."""


def site_files(site: Site, charts: Mapping[str, Chart]) -> Iterator[tuple[str, bytes]]:
    """Every file of the site but its documents, by its path."""
    pages = _Pages(site, charts)
    for page in site.pages:
        yield page.path, pages.html(page).encode()
    yield "look/site.css", f"{style()}\n{_file('site.css')}".encode()  # where both say something, the pages' own holds
    yield "look/site.js", _file("site.js").encode()
    yield "look/search-index.js", _index(site).encode()
    if charts:
        yield "look/chart.js", page_file("chart.js").encode()


class _Pages:
    """Writes pages; what many of them have in common is written once."""

    def __init__(self, site: Site, charts: Mapping[str, Chart]) -> None:
        self.site = site
        self.charts = charts
        self._texts = Texts()
        self._words: dict[str, Words] = {}
        self._frames: dict[tuple[str, str], list[str]] = {}

    def html(self, page: Page) -> str:
        """A page."""
        root = "../" * page.path.count("/")
        words = self._words.setdefault(root, Words(self._texts, root))
        title, sort = self._texts[page.title], self._texts[page.sort]
        heading = f'<span class="sort">{sort}</span> {title}' if page.sort != "Page" else title
        filled = ["".join(self._sections(page, words)), _scripts(page.sections, root), ""]
        if page.path != "index.html":
            filled = [title, heading, *filled]
        frame = self._frame(root, page.path if not root else "")
        return "".join([one for both in zip(frame, filled, strict=True) for one in both])

    def _sections(self, page: Page, words: Words) -> Iterator[str]:
        """The parts of a page, with a list of them on top where there are some."""
        texts = self._texts
        ids = file_names([part.title for part in page.sections])
        named = [(texts[part.id or f"on-{id}"], part) for part, id in zip(page.sections, ids, strict=True)]
        titled = [f'<li><a href="#{id}">{texts[part.title]}</a></li>\n' for id, part in named if part.title]
        if len(titled) >= _FEW:
            yield f'<nav class="contents" aria-label="On this page"><ul>\n{"".join(titled)}</ul></nav>\n'
        for id, part in named:
            if part.title:
                title = texts[part.title]
                yield f'<section id="{id}" aria-labelledby="{id}-title">\n<h2 id="{id}-title">{title}</h2>\n'
            for block in part.blocks:
                if isinstance(block, Drawing):
                    yield drawing_html(self.charts[block.chart])
                else:
                    yield block_html(block, words, part.title or page.title)
            if part.title:
                yield "</section>\n"

    def _frame(self, root: str, path: str) -> list[str]:
        """What stands around the content of pages, cut where something is to be put in."""
        key = root, path
        if key not in self._frames:
            self._frames[key] = frame(self.site, root, path, POLICY, NOTICE)
        return self._frames[key]


def _scripts(sections: Sequence[Section], root: str) -> str:
    """The scripts that a page needs."""
    blocks = [type(block) for part in sections for block in part.blocks]
    found = ["search-index.js", "site.js"] if Search in blocks else []
    found += ["chart.js"] if Drawing in blocks else []
    return "".join([f'<script src="{root}look/{one}"></script>\n' for one in found])


def _index(site: Site) -> str:
    """The list of all pages as a script, so that it can be read without a server; nothing in it can end the script."""
    rows = [[drawable(word) for word in one] for one in site.found]
    text = json.dumps(rows, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")
    return f'"use strict";\nwindow.igregPages = {text};\n'


def _file(name: str) -> str:
    return resources.files("igreg.render.site").joinpath("page", name).read_text(encoding="utf-8")
