"""From what is asked to the bytes of a report: its values, the paper of them, its pictures, and the format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from igreg.report.asked import Asked
from igreg.report.kind import Report
from igreg.report.paper import Paper, Picture

if TYPE_CHECKING:
    from igreg.render.report.drawn import Chart


def report_bytes(name: str, wanted: Report[Any], asked: Asked, format: str) -> bytes:
    """A report as a file."""
    values = wanted.values(asked)
    if format == "json":
        from igreg.render.report.json import report_json

        return report_json(name, values).encode()
    paper = wanted.paper_for(values, format)
    if format == "markdown":
        from igreg.render.report.markdown import report_markdown

        return report_markdown(paper).encode()
    if format == "html":
        from igreg.render.report.html import report_html

        return report_html(paper, charts(paper, asked)).encode()
    if format == "pdf":
        from igreg.render.report.pdf import report_pdf
        from igreg.store.raster import covered, font_files

        return report_pdf(paper, charts(paper, asked), font_files(), covered)
    raise ValueError(format)


def charts(paper: Paper, asked: Asked) -> dict[str, Chart]:
    """The charts that stand in a paper, by name, each drawn once; of the part of the register that is asked for."""
    from igreg.chart.view import View
    from igreg.publish.charts import Drawing
    from igreg.render.report.drawn import Chart

    out = {}
    for name in {block.chart: None for part in paper.parts for block in part.blocks if isinstance(block, Picture)}:
        view = View(
            asked.register,
            asked.today,
            names=asked.names,
            delegations=name == "delegation",
            data=name == "data-flows",
            elections=name in ("structure", "delegation"),
            skills=name == "skills",
            unit=asked.unit,
            area=asked.area if name != "data-flows" else None,
            figures=asked.as_of.figures,
        )
        drawing = Drawing(view)
        out[name] = Chart(drawing.graph(name), tuple(drawing.unframed(name)))
    return out
