"""A chart on a page of a site: its drawings, each with its tools, and the whole chart as text."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from igreg.chart.graph import Graph
from igreg.dataclass import dataclass
from igreg.drawing.links import titles
from igreg.render.chart.parts import Drawn, Entry, Sheet, Text, sheet_html, sheets_of, text_html, text_of
from igreg.render.site.words import safe


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
    called = titles(one.page for one in drawn)
    named = (title[:1].upper() + title[1:] if len(called) > 1 else "Drawing" for title in called.values())
    entries = [Entry(f"text-{whole.name}", "As text"), *map(Entry, called, named)]
    return Chart(whole.subtitle, sheets, text_of(whole), entries)


def drawing_html(chart: Chart) -> str:
    """The chart with a list of what is on the page, and a box to find somebody in it."""
    entries = "".join(f'<li><a href="#{_said(one.name)}">{_said(one.title)}</a></li>\n' for one in chart.entries)
    sheets = "".join(f"{sheet_html(one, chart.subtitle, inline=False)}\n" for one in chart.sheets)
    return (
        f'<nav id="contents" aria-label="On this page"><ul>\n{entries}</ul></nav>\n{_FIND}'
        f'<div id="charts">\n{sheets}<div class="texts">\n{text_html(chart.text)}\n</div>\n</div>\n'
    )


_FIND = """<div class="search" role="search">
<label for="search">Find a role, a person, a group or an area in this chart</label>
<input id="search" type="search" autocomplete="off" spellcheck="false" aria-describedby="said">
<p id="said" role="status"></p>
</div>
<ul id="found" aria-label="Found"></ul>
"""


def _said(text: str) -> str:
    return escape(safe(text))
