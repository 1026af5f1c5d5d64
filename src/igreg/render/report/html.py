"""A paper as one page of HTML that needs nothing else: no network, no script, its style inside."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from typing import Any

from markupsafe import Markup

from igreg.drawing.metrics import drawable
from igreg.render.chart.svg import picture_svg, style
from igreg.render.report import ready
from igreg.render.report.drawn import Chart, drawn
from igreg.render.report.template.shipped import page
from igreg.report.paper import Matrix, Paper, Plot

LARGE = 760.0
"""A drawing wider than this, in points, is moved sideways on a desk, so that its words can be read."""


def report_html(paper: Paper, charts: Mapping[str, Chart]) -> str:
    """The page. Texts of the paper are escaped by the template, each on one line; `charts` are those that it shows."""
    return page("html", html_names(paper, charts))


def html_names(paper: Paper, charts: Mapping[str, Chart]) -> dict[str, Any]:
    """What the templates of a page are given: what stands on top, the parts, and the style of the page."""

    def draws(block: ready.Drawing, name: str) -> ready.Drawn:
        return _drawn(block, charts, name)

    return {
        "page": ready.page(paper, drawable),
        "parts": ready.parts(paper, drawable, draws),
        "style": Markup(html_style()),
    }


def html_style() -> str:
    """The style of the page."""
    found = resources.files("igreg.render.report").joinpath("page", "report.css").read_text(encoding="utf-8")
    return f"{found}{style()}"


def _drawn(block: ready.Drawing, charts: Mapping[str, Chart], name: str) -> ready.Drawn:
    found = drawn(block, charts, name)
    pictures = (picture_svg(scene, f"{name}-{at}-") for at, scene in enumerate(found.scenes, 1))
    return ready.Drawn(
        block="drawn",
        of=_sort(block),
        title=drawable(found.title),
        description=drawable(found.description),
        pictures=tuple(map(Markup, pictures)),
        large=any(scene.width > LARGE for scene in found.scenes),
        note=drawable(found.note),
        table_called=found.table_called,
        table=ready.table(found.table, drawable),
        chart="" if isinstance(block, Plot | Matrix) else block.chart,
    )


def _sort(block: ready.Drawing) -> ready.Sort:
    match block:
        case Plot():
            return "plot"
        case Matrix():
            return "matrix"
    return "picture"
