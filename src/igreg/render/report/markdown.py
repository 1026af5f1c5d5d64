"""A paper as Markdown: for a wiki, a pull request, or to be written further."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.language.english import long_day
from igreg.render.escape.markdown import md, prose
from igreg.render.report.cells import aligned, said
from igreg.report.paper import (
    Block,
    Facts,
    Figures,
    Lines,
    Matrix,
    NewPage,
    Paper,
    Picture,
    Plot,
    Points,
    Said,
    Table,
)
from igreg.report.plots import matrix_table, plot_table


def report_markdown(paper: Paper) -> str:
    """The paper as one text; what is drawn elsewhere stands in its table."""
    out = [f"# {md(paper.title)}", "", md(f"{paper.organisation}, as on {long_day(paper.day)}"), ""]
    out += [md(paper.about), ""] if paper.about else []
    return "\n".join(out) + "\n" + markdown_body(paper)


def markdown_body(paper: Paper) -> str:
    """What could not be read, and the parts: the paper below its head."""
    out = [f"**{prose(paper.unread)}**", ""] if paper.unread else []
    for part in paper.parts:
        out += [f"## {md(part.title)}", ""]
        for block in part.blocks:
            lines = list(_lines(block))
            out += [*lines, ""] if lines else []
    return "\n".join(out)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Said(text, leads):
            yield f"**{prose(text)}**" if leads else prose(text)
        case Points(items, numbered):
            for number, item in enumerate(items, 1):
                yield f"{f'{number}.' if numbered else '-'} {prose(item)}"
        case Figures(items):
            for one in items:
                more = "; ".join(text for text in (one.attention, one.note) if text)
                yield f"- **{md(one.label)}:** {md(one.value)}{f' ({md(more)})' if more else ''}"
        case Facts(items):
            yield from (f"- **{md(fact.label)}:** {prose(fact.text)}" for fact in items)
        case Table():
            yield from _table(block)
        case Plot():
            yield prose(block.description)
            yield ""
            yield from _table(plot_table(block))
        case Matrix():
            yield prose(block.description)
            yield ""
            yield from _table(matrix_table(block))
        case Picture(chart, title, description):
            yield f"{md(title)}: {prose(description)} `igreg chart {chart}` draws it."
        case Lines(labels):
            for label in labels:
                yield f"{md(label)}: " + "\\_" * 30
                yield ""
        case NewPage():
            return


def _table(table: Table) -> Iterator[str]:
    yield f"{md(table.caption)}:"
    yield ""
    if not table.rows:
        yield prose(table.empty)
        return
    yield f"| {' | '.join(md(one.title) for one in table.columns)} |"
    yield f"| {' | '.join('---:' if aligned(one) == 'right' else '---' for one in table.columns)} |"
    for row in table.rows:
        cells = (md(said(cell, column)) for cell, column in zip(row, table.columns, strict=True))
        yield f"| {' | '.join(cells)} |"
