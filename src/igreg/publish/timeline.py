"""From a timeline to the bytes of each file: what `igreg timeline` draws."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from igreg.analysis.timeline import Timeline
from igreg.drawing.paper import Choice
from igreg.drawing.timeline_pages import timeline_pages
from igreg.wording.timeline import time_chart


class Pages(NamedTuple):
    """The pages as files, the first first, and what is to be said of them."""

    pages: Sequence[bytes]
    remarks: tuple[str, ...]


def timeline_files(found: Timeline, format: str, paper: Choice, dpi: float, name: str) -> Pages:
    """The pages in a format that is a picture; a page of HTML holds all of them. `name` is that of the first file."""
    from igreg.render.chart.svg import chart_svg, pixels

    chart = time_chart(found)
    # a screen has no sheets: drawings that are no wider than A4 can be read on it, however many they are
    size = "a4" if format == "html" and paper == "auto" else paper
    pages = timeline_pages(chart, size, name if format == "svg" else chart.graph.name)
    if format == "html":
        from igreg.render.chart.html import chart_html
        from igreg.render.chart.parts import Drawn

        drawn = [Drawn(chart.graph.chart, page.graph, page.bare) for page in pages]
        return Pages([chart_html([chart.graph], drawn, paper).encode()], ())
    if format == "svg":
        return Pages([chart_svg(page.framed).encode() for page in pages], ())
    from igreg.store.raster import png

    remarks = []
    out = []
    for page in pages:
        scene = page.framed
        data, used = png(chart_svg(scene), pixels(scene), dpi, scene.title)
        out.append(data)
        if used < dpi:
            remarks.append(f"{page.graph.name} has {used:.0f} dots an inch; at {dpi:.0f} it would be too large")
    return Pages(out, tuple(remarks))
