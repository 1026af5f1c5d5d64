"""A page of a timeline drawn: an axis of time, a row for each role with its bars, and what the bars mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from igreg.chart.graph import Graph
from igreg.drawing import colours as colour
from igreg.drawing.bar_looks import BARS, NO_POST, draw_bar
from igreg.drawing.frame import footer, heading, page_links
from igreg.drawing.legend import SAMPLE, Sample, samples
from igreg.drawing.metrics import drawable
from igreg.drawing.pen import Pen
from igreg.drawing.scene import Scene
from igreg.drawing.time_axis import AXIS, Axis, draw_axis, draw_grid
from igreg.drawing.time_rows import SIDE, Block, draw_block
from igreg.wording.time_entry import BarKind
from igreg.wording.timeline import TimeChart

MARGIN = 16.0
"""What is left white around a drawing, in points."""
_MEANS: tuple[tuple[BarKind, str], ...] = (
    ("substantive", "substantive"),
    ("acting", "acting"),
    ("deputy", "deputy (does not fill the role)"),
    ("vacant", "VACANT: nobody holds it"),
    ("absent", "away"),
)


def drawn(chart: TimeChart, page: Graph, blocks: Sequence[Block], across: float, framed: bool = True) -> Scene:
    """The scene of a page, so many points across; one that is not framed has neither title nor links nor source."""
    axis = Axis(chart.first, chart.last, across - SIDE)
    ticks = axis.ticks
    pen = Pen()
    with pen.group(at=(MARGIN, MARGIN)):
        y = 0.0
        if framed:
            with pen.group():
                y = heading(pen, page, 0, across)
        top = y + AXIS
        bottom = top + sum(one.high for one in blocks)
        with pen.group(label="The days"):
            draw_axis(pen, axis, SIDE, y, ticks)
            draw_grid(pen, axis, SIDE, top, bottom, ticks)
            _today(pen, chart, axis, top, bottom)
        y = top
        for number, one in enumerate(blocks, 1):
            draw_block(pen, one, axis, y, number)
            y += one.high
            pen.path((0, y), (across, y), ink=colour.LINE, weight=0.8)
        with pen.group(label="Legend"):
            y = samples(pen, list(_legend(chart, blocks)), y + 10, across)
        if framed:
            with pen.group(sort="pages"):
                y = page_links(pen, page.pages, y, across)
                y = footer(pen, page, y, across)
    return Scene(
        name=page.name,
        title=drawable(f"{page.headed}: {page.subtitle}"),
        description=drawable(_description(page, blocks)),
        source=drawable(page.source),
        width=across + 2 * MARGIN,
        height=y + 2 * MARGIN,
        paper=colour.PAPER,
        items=pen.items,
    )


def _today(pen: Pen, chart: TimeChart, axis: Axis, top: float, bottom: float) -> None:
    """A line where today is, where the window goes on after it."""
    if chart.first <= chart.today < chart.last:
        x = SIDE + axis.after(chart.today)
        pen.path((x, top), (x, bottom), ink=colour.INCIDENT, weight=1.4, dashes=(6.0, 2.0))


def _legend(chart: TimeChart, blocks: Sequence[Block]) -> Iterator[tuple[Sample, str]]:
    """Samples of what is on the page."""
    kinds = {placed.bar.entry.what for one in blocks for lane in one.lanes for placed in lane}
    for kind, words in _MEANS:
        if kind in kinds:
            yield partial(_sample, kind), words
    if any(one.row.changes for one in blocks):
        yield _change, "the day of a change"
    if any(one.row.post != (chart.first, chart.last) for one in blocks):
        yield _no_post, "no such post"
    if chart.first <= chart.today < chart.last:
        yield _line_of_today, "the end of today"


def _sample(kind: BarKind, pen: Pen, x: float, y: float) -> None:
    draw_bar(pen, BARS[kind], x + 2, y - 4.5, SAMPLE - 4)


def _no_post(pen: Pen, x: float, y: float) -> None:
    draw_bar(pen, NO_POST, x + 2, y - 7, SAMPLE - 4, 14)


def _change(pen: Pen, x: float, y: float) -> None:
    middle = x + SAMPLE / 2
    pen.path((middle, y - 8), (middle, y + 8), ink=colour.INK, weight=0.8)
    pen.polygon(((middle - 3, y - 8), (middle + 3, y - 8), (middle, y - 4)), colour.INK)


def _line_of_today(pen: Pen, x: float, y: float) -> None:
    middle = x + SAMPLE / 2
    pen.path((middle, y - 8), (middle, y + 8), ink=colour.INCIDENT, weight=1.4, dashes=(6.0, 2.0))


def _description(page: Graph, blocks: Sequence[Block]) -> str:
    """The page in a few sentences."""
    parts = [f"{remark}." for remark in page.remarks]
    for one in blocks:
        said = [f"{entry.said} ({entry.when})" for entry in one.entries] or ["nobody"]
        parts.append(f"{one.row.title}: {'; '.join(said)}.")
    parts.append(page.source)
    return " ".join(parts)
