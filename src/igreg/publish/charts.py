"""From a view to the bytes of each file: what `igreg chart` puts together from the layers below."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from igreg.chart.graph import Graph
from igreg.chart.structure import without_roles
from igreg.chart.view import View
from igreg.dataclass import dataclass
from igreg.drawing.drawer import Drawer
from igreg.drawing.pages import MOST_DOWN, Direction, pages, whole
from igreg.drawing.paper import PAPERS, Choice, sheet_for
from igreg.drawing.scene import Scene
from igreg.wording.worded import worded

if TYPE_CHECKING:
    from igreg.render.chart.parts import Drawn

ENDINGS = {"svg": "svg", "png": "png", "pdf": "pdf", "dot": "dot", "mermaid": "mmd", "text": "txt", "html": "html"}

ACROSS = "it runs from left to right"


@dataclass
class Drawing:
    """Draws each page once, whatever the number of formats."""

    view: View
    dpi: float = 150
    engine: str | None = None
    seconds: float = 120.0
    paper: Choice = "auto"
    direction: Direction = "auto"
    remarks: list[str] = field(default_factory=list)
    given: Mapping[str, Graph] = field(default_factory=dict)
    """Charts of facts that were made already, by name, such as those with changed boxes marked."""

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

    def as_drawn_for(self, day: dt.date) -> Drawing:
        """The same drawing with another day named as its own; what is laid out is not laid out again."""
        other = replace(self, view=replace(self.view, drawn_for=day), remarks=[])
        other.__dict__["_drawer"] = self._drawer
        return other

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
        if format == "pdf":
            return {f"{name}.{ending}": self._pdf(name)}
        if format == "png":
            return {f"{page.name}.{ending}": self._png(scene) for page, scene in self.sheets(name)}
        from igreg.render.chart.svg import chart_svg

        return {f"{page.name}.{ending}": chart_svg(scene).encode() for page, scene in self.sheets(name)}

    def _pdf(self, name: str) -> bytes:
        from igreg.render.chart.pdf import Sheet, chart_pdf
        from igreg.store.raster import font_files, line

        sheets = [
            Sheet(page.name, f"{page.headed}: {page.subtitle}", scene, sheet_for(scene.width, scene.height, self.paper))
            for page, scene in self.sheets(name)
        ]
        data, whole = chart_pdf(sheets, font_files()[0].read_bytes(), line)
        if not whole:
            self.remarks.append(
                f"{name}.pdf has words as pictures, with the fonts of this machine, where its own lacks letters"
            )
        return data

    def _html(self, charts: Sequence[str]) -> bytes:
        from igreg.render.chart.html import chart_html

        drawn = [one for name in charts for one in self.drawn(name)]
        return chart_html([self.graph(name) for name in charts], drawn, self.paper).encode()

    def drawn(self, name: str) -> list[Drawn]:
        """The pages of a chart with their drawings, for a page of HTML."""
        from igreg.render.chart.parts import Drawn

        return [Drawn(name, page, scene) for page, scene in self.unframed(name)]

    def _png(self, scene: Scene) -> bytes:
        from igreg.render.chart.svg import chart_svg, pixels
        from igreg.store.raster import png

        data, used = png(chart_svg(scene), pixels(scene), self.dpi, scene.title)
        if used < self.dpi:
            self.remarks.append(
                f"{scene.name}.png has {used:.0f} dots an inch; at {self.dpi:.0f} it would be too large"
            )
        return data

    def graph(self, name: str) -> Graph:
        """The whole chart of this name."""
        if name not in self._graphs:
            self._graphs[name] = self._turned(worded(self.given.get(name) or whole(name, self.view)))
            if name == "structure" and self.view.unit is not None and not self._graphs[name].nodes:
                self.remarks.append(f"{without_roles(self.view)}: there is nobody to draw in the structure chart")
        return self._graphs[name]

    def _turned(self, graph: Graph) -> Graph:
        """A structure chart in the direction that was asked for; a remark where it has too many boxes for it."""
        if graph.chart != "structure" or self.direction != "down":
            return graph
        if len(graph.nodes) <= MOST_DOWN:
            return replace(graph, down=True)
        self.remarks.append(
            f"{graph.name} has {len(graph.nodes)} boxes, and from the top down takes {MOST_DOWN} at most, so {ACROSS}"
        )
        return graph

    def sheets(self, name: str) -> list[tuple[Graph, Scene]]:
        """The pages that a chart is drawn on, each with its drawing."""
        if name not in self._sheets:
            whole = self.graph(name)
            found = pages(whole, self.view, self._drawer, self.direction)
            if whole.down and not found[0].down:
                self.remarks.append(f"{name} cannot be read from the top down on this paper, so {ACROSS}")
            self._sheets[name] = [(page, self._drawer.scene(page)) for page in found]
        return self._sheets[name]

    def unframed(self, name: str) -> list[tuple[Graph, Scene]]:
        """The pages that a chart is drawn on, each with its drawing without its title and where it comes from."""
        return [(page, self._drawer.unframed(page)) for page, _ in self.sheets(name)]

    @cached_property
    def _drawer(self) -> Drawer:
        """Draws with the engine that was asked for."""
        from igreg.store.layout_engine import LayoutEngine

        return Drawer(LayoutEngine(self.engine, self.seconds), PAPERS[self.paper])

    @cached_property
    def _graphs(self) -> dict[str, Graph]:
        return {}

    @cached_property
    def _sheets(self) -> dict[str, list[tuple[Graph, Scene]]]:
        return {}
