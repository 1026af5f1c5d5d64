"""The pages of a timeline: as many rows on each as can be read on a sheet; a row that is higher goes on on the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from igreg.chart.graph import Graph
from igreg.dataclass import dataclass
from igreg.drawing.label import SMALL
from igreg.drawing.links import near, room
from igreg.drawing.paper import PAPERS, SMALLEST, Choice, Paper, within
from igreg.drawing.printing import HEAD, TITLE
from igreg.drawing.scene import Scene
from igreg.drawing.time_axis import Axis
from igreg.drawing.time_rows import SIDE, Block, block, parts
from igreg.drawing.timeline import MARGIN, drawn
from igreg.wording.timeline import TimeChart

_WORDS = "from the Head of Information Governance to Somebody else"
"""As much as the name of a page may say."""


@dataclass(frozen=True)
class TimePage:
    """A page: its title and its links, and the rows that it shows."""

    chart: TimeChart
    graph: Graph
    blocks: Sequence[Block]
    paper: Paper

    @property
    def framed(self) -> Scene:
        """Its drawing as a file of its own."""
        return drawn(self.chart, self.graph, self.blocks, _across(self.paper))

    @property
    def bare(self) -> Scene:
        """Its drawing on a page of HTML, which has the title and the links itself."""
        return drawn(self.chart, self.graph, self.blocks, _across(self.paper), framed=False)


def timeline_pages(chart: TimeChart, choice: Choice, name: str) -> list[TimePage]:
    """The pages, the first of the name that is given; one on the smallest sheet that holds all, if one can."""
    papers = PAPERS[choice]
    for paper in papers:
        axis = Axis(chart.first, chart.last, _across(paper) - SIDE)
        blocks = [block(row, axis) for row in chart.rows]
        single = sum(one.high for one in blocks) <= _room(chart, paper, links=False)
        if single:
            return [TimePage(chart, replace(chart.graph, name=name), blocks, paper)]
    return _several(chart, blocks, papers[-1], name)


def _several(chart: TimeChart, blocks: Sequence[Block], paper: Paper, name: str) -> list[TimePage]:
    most = _room(chart, paper, links=True)
    sheets: list[list[Block]] = [[]]
    for one in (part for whole in blocks for part in parts(whole, most)):
        if sheets[-1] and sum(other.high for other in sheets[-1]) + one.high > most:
            sheets.append([])
        sheets[-1].append(one)
    names = [name if number == 1 else f"{name}-{number}" for number in range(1, len(sheets) + 1)]
    called = {own: _called(sheet) for own, sheet in zip(names, sheets, strict=True)}
    return [
        TimePage(
            chart,
            replace(chart.graph, name=own, part=called[own], pages=near(called, own)),
            sheet,
            paper,
        )
        for own, sheet in zip(names, sheets, strict=True)
    ]


def _called(sheet: Sequence[Block]) -> str:
    """Which roles a page shows."""
    first, last = sheet[0].row.title, sheet[-1].row.title
    return first if len(sheet) == 1 else f"{first} to {last}"


def _across(paper: Paper) -> float:
    """How wide a drawing may be whose smallest words can still be read on a sheet that lies across."""
    return int(within(paper)[0] * SMALL / SMALLEST) - 2 * MARGIN


def _room(chart: TimeChart, paper: Paper, *, links: bool) -> float:
    """How high the rows of a page may be together, in a file of its own and on a page of HTML below its heading."""
    graph = replace(chart.graph, part=_WORDS, pages=room(_WORDS)) if links else chart.graph
    empty = TimePage(chart, graph, (), paper)
    short = within(paper)[1] * SMALL / SMALLEST
    legend = 50.0
    beside = min(short - empty.framed.height, (within(paper)[1] - HEAD - TITLE) * SMALL / SMALLEST - empty.bare.height)
    return beside - legend
