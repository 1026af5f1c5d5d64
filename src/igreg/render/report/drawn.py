"""What is drawn in a paper, the same in every format that has pictures: its drawings, and beside them a table."""

from __future__ import annotations

from collections.abc import Mapping

from igreg.chart.graph import Graph
from igreg.dataclass import dataclass
from igreg.drawing.scene import Scene
from igreg.language.english import counted
from igreg.render.chart.text import edge_rows, node_rows
from igreg.render.report.plots.scene import scenes
from igreg.report.paper import Column, Matrix, Picture, Plot, Table
from igreg.report.plots import matrix_table, plot_table, table_across

MOST_ACROSS = 16
"""Of a plot that is drawn low the numbers of so many labels stand side by side on a sheet."""
MOST_PAGES = 4
"""Of a chart on more pages a paper has the first alone: the others are a file of their own."""


@dataclass(frozen=True)
class Chart:
    """A chart of the register: the whole of it as a graph, and the pages that it is drawn on."""

    whole: Graph
    pages: tuple[tuple[Graph, Scene], ...]


@dataclass(frozen=True)
class Drawn:
    """A block that is drawn: what it is called and shows, its drawings, and the same as a table."""

    title: str
    description: str
    scenes: tuple[Scene, ...]
    table: Table
    table_called: str
    note: str = ""
    """What is not drawn here; empty where everything is."""


def drawn(block: Plot | Matrix | Picture, charts: Mapping[str, Chart], name: str, *, sheets: bool = False) -> Drawn:
    """A block as it is drawn. `charts` has every chart of the paper by its name; `name` is the drawing's own.

    `sheets` is for formats of sheets of paper, where the numbers of a low plot stand across below it.
    """
    match block:
        case Plot():
            turned = sheets and block.low and len(block.labels) <= MOST_ACROSS
            table, called = (table_across if turned else plot_table)(block), "The same numbers as a table"
            return Drawn(block.title, block.description, scenes(block, name), table, called)
        case Matrix():
            table, called = matrix_table(block), "The same as a table"
            return Drawn(block.title, block.description, scenes(block, name), table, called)
        case Picture():
            return _chart(block, charts[block.chart])


def _chart(block: Picture, chart: Chart) -> Drawn:
    """A chart of the register: all of its pages where they are few, else the first, and a word on the others.

    What stands beside a chart without a box is no drawing of it.
    """
    whole = chart.whole
    pages = [(page, scene) for page, scene in chart.pages if page.nodes or page.areas or (page.tables and whole.nodes)]
    shown = pages if len(pages) <= MOST_PAGES else pages[:1]
    left = len(pages) - len(shown)
    note = (
        f"This is the first page of the chart; {counted(left, 'more page')} of it are not shown here." if left else ""
    )
    rows = node_rows(whole) if whole.chart == "structure" else edge_rows(whole)
    used = [at for at in range(len(rows[0])) if any(row[at] for row in rows[1:])]
    columns = tuple(Column(rows[0][at]) for at in used)
    table = Table(block.title, columns, tuple(tuple(row[at] for at in used) for row in rows[1:]), "Nothing is drawn.")
    return Drawn(block.title, block.description, tuple(scene for _, scene in shown), table, "The chart in words", note)
