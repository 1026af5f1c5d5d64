"""From what is asked to the bytes of a report: its values, the paper of them, its pictures, and the format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from igreg.report.asked import Asked
from igreg.report.kind import Report
from igreg.report.paper import Block, Matrix, Paper, Picture, Plot
from igreg.store.report_templates import Own

if TYPE_CHECKING:
    from igreg.drawing.scene import Scene
    from igreg.render.report.drawn import Chart
    from igreg.render.report.pixels import Pictures

DPI = 200
"""So many dots has an inch of a picture in a Word document."""
SHEET = 1191.0
"""The long side of A3 in points: a drawing that is longer is shown no larger, so its dots are for that size."""


def report_bytes(
    name: str,
    wanted: Report[Any],
    asked: Asked,
    format: str,
    own: Own | None = None,
    lacks: Callable[[str], None] = lambda letter: None,
) -> bytes:
    """A report as a file; `own` is the template of the organisation, where it has one for the format.

    `lacks` is told of a letter that no font has, in a format that is set here: on paper it is a box.
    """
    if format == "docx" and own is not None:
        from igreg.render.report.word.package import refuse_large

        refuse_large(own.data, own.file)
    values = wanted.values(asked)
    if format == "json":
        from igreg.render.report.json import report_json

        return report_json(name, values).encode()
    paper = wanted.paper_for(values, format)
    if format == "docx":
        return _document(name, values, paper, asked, own)
    if own is not None:
        return _through_own(name, values, paper, asked, format, own)
    if format == "xlsx":
        from igreg.render.report.xlsx import report_xlsx

        return report_xlsx(paper)
    if format == "markdown":
        from igreg.render.report.markdown import report_markdown

        return report_markdown(paper).encode()
    if format == "html":
        from igreg.render.report.html import report_html

        return report_html(paper, charts(paper, asked)).encode()
    if format == "pdf":
        from igreg.render.report.pdf import report_pdf
        from igreg.store.raster import covered, font_files

        return report_pdf(paper, charts(paper, asked), font_files(), covered, lacks)
    raise ValueError(format)


def _document(name: str, values: object, paper: Paper, asked: Asked, own: Own | None) -> bytes:
    """A report as a Word document, through the organisation's own or the one that comes with igreg."""
    from igreg.publish.own_template import Task, filled, through_own
    from igreg.render.report.template.values import for_template
    from igreg.store.report_templates import shipped_word

    fill = filled if own is None else through_own
    through = own or Own("report.docx", shipped_word(), {})
    return fill(Task(name, "docx", through, for_template(values, paper), paper, pictures(paper, asked)))


def _through_own(name: str, values: object, paper: Paper, asked: Asked, format: str, own: Own) -> bytes:
    """A report as a text, through the organisation's template."""
    from igreg.publish.own_template import Task, through_own
    from igreg.render.report.template.values import for_template

    if format == "html":
        from igreg.render.report.html import html_names

        more = html_names(paper, charts(paper, asked))
    else:
        from igreg.render.report.markdown import markdown_names

        more = markdown_names(paper)
    return through_own(Task(name, format, own, {**for_template(values, paper), **more}))


def pictures(paper: Paper, asked: Asked) -> Pictures:
    """What is drawn of a paper, as pixels."""
    from igreg.render.chart.svg import chart_svg, picture_svg, pixels
    from igreg.render.report.drawn import drawn
    from igreg.render.report.pixels import Pictured, Pixels
    from igreg.store.raster import png

    found = charts(paper, asked)
    out: dict[Block, Pictured] = {}
    for block in (block for part in paper.parts for block in part.blocks):
        if isinstance(block, Plot | Matrix | Picture) and block not in out:
            one = drawn(block, found, f"drawing-{len(out) + 1}", sheets=True)
            images = tuple(
                Pixels(
                    png(chart_svg(scene), pixels(scene), _dots(scene))[0],
                    scene.width,
                    scene.height,
                    picture_svg(scene, f"drawing-{len(out) + 1}-{at}-"),
                )
                for at, scene in enumerate(one.scenes, 1)
            )
            out[block] = Pictured(images, one.table, one.table_called, one.note)
    return out


def _dots(scene: Scene) -> float:
    """How many dots has an inch of a drawing at its own size."""
    return DPI * min(1.0, SHEET / max(scene.width, scene.height))


def charts(paper: Paper, asked: Asked) -> dict[str, Chart]:
    """The charts that stand in a paper, by name, each drawn once; of the part of the register that is asked for."""
    from igreg.chart.view import View
    from igreg.publish.charts import Drawing
    from igreg.render.report.drawn import Chart

    out = {}
    names = {block.chart: None for part in paper.parts for block in part.blocks if isinstance(block, Picture)}
    view = View(asked.register, asked.today, unit=asked.unit, figures=asked.as_of.figures)
    view = view if asked.names or not names else view.without_names()
    for name in names:
        drawing = Drawing(view if name == "data-flows" else replace(view, area=asked.area))
        out[name] = Chart(drawing.graph(name), tuple(drawing.unframed(name)))
    return out
