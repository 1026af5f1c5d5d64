"""A paper as Markdown: for a wiki, a pull request, or to be written further."""

from __future__ import annotations

from typing import Any

from igreg.render.escape.terminal import plain
from igreg.render.report import ready
from igreg.render.report.template.shipped import page
from igreg.report.paper import Matrix, Paper, Picture, Plot, Table
from igreg.report.plots import matrix_table, plot_table


def report_markdown(paper: Paper) -> str:
    """The paper as one text; what is drawn elsewhere stands in its table."""
    return page("markdown", markdown_names(paper))


def markdown_names(paper: Paper) -> dict[str, Any]:
    """What the templates of Markdown are given: what stands on top, and the parts."""
    return {"page": ready.page(paper, plain), "parts": ready.parts(paper, plain, _drawn)}


def _drawn(block: ready.Drawing, name: str) -> ready.Drawn:
    match block:
        case Plot():
            return _told("plot", block, plot_table(block))
        case Matrix():
            return _told("matrix", block, matrix_table(block))
    return _told("picture", block, None)


def _told(of: ready.Sort, block: ready.Drawing, table: Table | None) -> ready.Drawn:
    """What is drawn, without its drawing."""
    return ready.Drawn(
        block="drawn",
        of=of,
        title=plain(block.title),
        description=plain(block.description),
        pictures=(),
        large=False,
        note="",
        table_called="",
        table=None if table is None else ready.table(table, plain),
        chart=block.chart if isinstance(block, Picture) else "",
    )
