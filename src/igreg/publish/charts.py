"""From a view to the bytes of each file: what `igreg chart` puts together from the layers below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from igreg.chart.graph import Graph
from igreg.chart.pages import pages, whole
from igreg.chart.view import View

if TYPE_CHECKING:
    from igreg.render.chart.skeleton import Places

ENDINGS = {"svg": "svg", "png": "png", "pdf": "pdf", "dot": "dot", "mermaid": "mmd", "text": "txt", "html": "html"}


@dataclass
class Drawing:
    """Draws each page once, whatever the number of formats."""

    view: View
    dpi: float = 150
    engine: str | None = None
    seconds: float = 120.0
    remarks: list[str] = field(default_factory=list)

    def files(self, charts: Sequence[str], formats: Sequence[str]) -> dict[str, bytes]:
        """Every file by name."""
        out: dict[str, bytes] = {}
        for format in formats:
            if format == "html":
                name = charts[0] if len(charts) == 1 else "charts"
                out[f"{name}.html"] = self._html(charts)
                continue
            for name in charts:
                out |= self._files(name, format)
        return out

    def one(self, charts: Sequence[str], format: str) -> bytes:
        """The bytes of one chart in one format; of several pages the first, and a remark says so."""
        if format == "html":
            return self._html(charts)
        found = self._files(charts[0], format)
        if len(found) > 1:
            self.remarks.append(f"{charts[0]} has {len(found)} pages, and this is the first: --out DIR writes them all")
        return next(iter(found.values()))

    def _files(self, name: str, format: str) -> dict[str, bytes]:
        ending = ENDINGS[format]
        if format == "dot":
            from igreg.render.chart.dot import dot

            return {f"{name}.{ending}": dot(self.graph(name)).encode()}
        if format == "text":
            from igreg.render.chart.text import chart_text

            return {f"{name}.{ending}": chart_text(self.graph(name)).encode()}
        if format == "mermaid":
            from igreg.render.chart.mermaid import mermaid

            return {f"{name}.{ending}": mermaid(self.graph(name)).encode()}
        if format == "svg":
            return {f"{page.name}.{ending}": self.svg(page).encode() for page in self.pages(name)}
        if format == "pdf":
            return {f"{name}.{ending}": self._pdf(name)}
        return {f"{page.name}.{ending}": self._png(page) for page in self.pages(name)}

    def _pdf(self, name: str) -> bytes:
        from igreg.render.chart.pdf import Sheet, chart_pdf
        from igreg.store.raster import font_files, line

        sheets = [Sheet(page.name, f"{page.title}: {page.subtitle}", self.svg(page)) for page in self.pages(name)]
        data, whole = chart_pdf(sheets, font_files()[0].read_bytes(), line)
        if not whole:
            self.remarks.append(
                f"{name}.pdf has words as pictures, with the fonts of this machine, where its own lacks letters"
            )
        return data

    def _html(self, charts: Sequence[str]) -> bytes:
        from igreg.render.chart.html import Drawn, chart_html

        drawn = [Drawn(name, page, self.svg(page)) for name in charts for page in self.pages(name)]
        return chart_html([self.graph(name) for name in charts], drawn).encode()

    def _png(self, page: Graph) -> bytes:
        from igreg.store.raster import png

        data, used = png(self.svg(page), self.dpi)
        if used < self.dpi:
            self.remarks.append(f"{page.name}.png has {used:.0f} dots an inch; at {self.dpi:.0f} it would be too large")
        return data

    @cached_property
    def _graphs(self) -> dict[str, Graph]:
        return {}

    @cached_property
    def _pages(self) -> dict[str, list[Graph]]:
        return {}

    @cached_property
    def _layouts(self) -> dict[str, dict[str, Any]]:
        return {}

    @cached_property
    def _places(self) -> dict[int, tuple[Graph, Places]]:
        return {}

    @cached_property
    def _svgs(self) -> dict[int, tuple[Graph, str]]:
        return {}

    def graph(self, name: str) -> Graph:
        """The whole chart of this name."""
        if name not in self._graphs:
            self._graphs[name] = whole(name, self.view)
        return self._graphs[name]

    def pages(self, name: str) -> list[Graph]:
        """The pages that a chart is drawn on."""
        if name not in self._pages:
            self._pages[name] = pages(self.graph(name), self.view, self._fits)
        return self._pages[name]

    def svg(self, page: Graph) -> str:
        """The SVG of a page, drawn once."""
        from igreg.render.chart.svg import chart_svg

        if id(page) not in self._svgs:
            self._svgs[id(page)] = (page, chart_svg(page, self._placed(page)))
        return self._svgs[id(page)][1]

    def _fits(self, page: Graph) -> bool:
        """Whether a page can be read at A3; what is plainly too large is not drawn to find that out."""
        from igreg.render.chart.svg import may_be_readable, may_fit, readable

        return may_fit(page) and may_be_readable(self._placed(page)) and readable(self.svg(page))

    def _placed(self, page: Graph) -> Places:
        """Where everything stands on a page; pages of one shape are laid out once."""
        from igreg.render.chart.skeleton import NOTHING, placed, skeleton
        from igreg.store.layout_engine import layout

        if not page.nodes:
            return NOTHING
        if id(page) not in self._places:
            text = skeleton(page)
            if text not in self._layouts:
                self._layouts[text] = layout(text, self.engine, self.seconds)
            self._places[id(page)] = (page, placed(page, self._layouts[text]))
        return self._places[id(page)][1]
