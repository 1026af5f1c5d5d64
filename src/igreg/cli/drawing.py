"""From a view to the bytes of each file: what `igreg chart` puts together from the layers below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from igreg.chart.graph import Graph
from igreg.chart.pages import whole
from igreg.chart.view import View
from igreg.errors import IgregError

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
            for name in charts:
                out[f"{name}.{ENDINGS[format]}"] = self.one((name,), format)
        return out

    def one(self, charts: Sequence[str], format: str) -> bytes:
        """The bytes of one chart in one format."""
        graph = self.graph(charts[0])
        if format == "dot":
            from igreg.render.dot import dot

            return dot(graph).encode()
        if format == "text":
            from igreg.render.chart_text import chart_text

            return chart_text(graph).encode()
        if format == "svg":
            return self.svg(graph).encode()
        if format == "png":
            from igreg.store.raster import png

            data, used = png(self.svg(graph), self.dpi)
            if used < self.dpi:
                self.remarks.append(
                    f"{graph.name}.png has {used:.0f} dots an inch: with {self.dpi:.0f} it is too large"
                )
            return data
        raise IgregError(f"--format {format} is not there yet", "svg, png, dot or text")

    @cached_property
    def _graphs(self) -> dict[str, Graph]:
        return {}

    @cached_property
    def _svgs(self) -> dict[str, str]:
        return {}

    def graph(self, name: str) -> Graph:
        """The whole chart of this name."""
        if name not in self._graphs:
            self._graphs[name] = whole(name, self.view)
        return self._graphs[name]

    def svg(self, graph: Graph) -> str:
        """The SVG of a page."""
        from igreg.render.chart_svg import chart_svg
        from igreg.render.dot import dot
        from igreg.store.layout import layout

        if graph.name not in self._svgs:
            drawing = layout(dot(graph, heading=False), self.engine, self.seconds)
            self._svgs[graph.name] = chart_svg(graph, drawing)
        return self._svgs[graph.name]
