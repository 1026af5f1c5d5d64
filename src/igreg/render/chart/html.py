"""Charts as one page of HTML that needs nothing else: drawings, the same as text, search and the keyboard."""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Sequence

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from igreg.chart.graph import Graph
from igreg.dataclass import dataclass
from igreg.drawing.links import titles
from igreg.drawing.metrics import drawable
from igreg.drawing.paper import Choice
from igreg.render.chart.parts import Drawn, Entry, page_file, sheet_html, sheets_of, text_html, text_of
from igreg.render.chart.svg import style


@dataclass(frozen=True)
class Contents:
    """What the page holds of one chart."""

    title: str
    entries: tuple[Entry, ...]


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
    environment.globals |= {"sheet_of": sheet_html, "text_of": text_html}
    environment.filters["comment"] = lambda text: Markup(drawable(text).replace("--", "- -").replace(">", ""))
    return environment.from_string(page_file("chart.html.j2"))


def _contents(wholes: Sequence[Graph], drawn: Sequence[Drawn]) -> list[Contents]:
    """The table of contents: a heading for each chart, its pages below it without the chart's name before each."""
    out = []
    for whole in wholes:
        called = titles(one.page for one in drawn if one.chart == whole.name)
        alone = len(called) == 1
        named = [Entry(name, "Drawing" if alone else title[:1].upper() + title[1:]) for name, title in called.items()]
        out.append(Contents(whole.title, (Entry(f"text-{whole.name}", "As text"), *named)))
    return out


def _safe(value: object) -> object:
    return drawable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
