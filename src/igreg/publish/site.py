"""A register as one audience sees it -> the files of its site, documents and all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from igreg.chart.view import View
from igreg.dataclass import dataclass
from igreg.publish.charts import Drawing
from igreg.render.site.drawing import Chart, chart_of
from igreg.render.site.html import site_files
from igreg.report.asked import Asked
from igreg.site.audience import Audience
from igreg.site.build import build, wanted_documents
from igreg.site.names import document_names
from igreg.site.seen import Seen

ReadDocument = Callable[[str], bytes | str]
"""The bytes of a document, or in a few words why it is not read."""
ACTIVE = frozenset(
    ["html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "svg", "svgz", "xml", "xsl", "js", "mjs", "css"]
)
"""What a browser would run or ask the network for, did it stand in the site."""
_WHY_ACTIVE = "a page of its own kind could run a script or ask the network for something"


@dataclass(frozen=True)
class Made:
    """The files of a site by their path, and which documents are not among them and why."""

    files: Mapping[str, bytes]
    left_out: Mapping[str, str]
    remarks: tuple[str, ...] = ()


def make_site(asked: Asked, audience: Audience, read_document: ReadDocument) -> Made:
    """The whole site. To the public nobody is named in a text."""
    asked = replace(asked, names=audience != "public")
    copied, left_out = _documents(wanted_documents(asked, audience), read_document)
    places = document_names(copied, asked.text)
    site = build(Seen(asked, audience, places))
    charts, remarks = _charts(asked, site.charts)
    files = dict(site_files(site, charts))
    files |= {places[path]: data for path, data in copied.items()}
    return Made(files, left_out, remarks)


def _documents(paths: list[str], read: ReadDocument) -> tuple[dict[str, bytes], dict[str, str]]:
    copied, left_out = {}, {}
    for path in paths:
        active = path.rpartition(".")[2].casefold() in ACTIVE
        data = _WHY_ACTIVE if active else read(path)
        if isinstance(data, str):
            left_out[path] = data
        else:
            copied[path] = data
    return copied, left_out


def _charts(asked: Asked, names: tuple[str, ...]) -> tuple[dict[str, Chart], tuple[str, ...]]:
    as_of = asked.as_of
    view = View(asked.register, asked.today, private=False, figures=as_of.figures)
    drawing = Drawing(view if asked.names else view.without_names())
    charts = {name: chart_of(drawing.graph(name), drawing.drawn(name)) for name in names}
    return charts, tuple(drawing.remarks)
