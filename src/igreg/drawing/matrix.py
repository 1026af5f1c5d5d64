"""A chart as a matrix: a row for whoever holds a role, a column for each skill, a cell that says how they stand.

What a cell says it says in words, by its outline and by its colour, so that no one of them is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from igreg.chart.graph import Edge, Graph, Mark, Node
from igreg.chart.lines import Line
from igreg.dataclass import dataclass
from igreg.drawing import colours as colour
from igreg.drawing.label import SMALL, TITLE
from igreg.drawing.metrics import drawable, wrap
from igreg.drawing.pen import Pen
from igreg.drawing.places import Places
from igreg.wording.arrows import MARKS
from igreg.wording.boxes import headed, said

CELL = 92.0
"""How wide a column is, in points."""
SIDE = 190.0
"""How wide the names of rows are, in points."""
_PAD = 5.0
_GAP = 3.0
"""What is left between cells, in points."""
_LEADING = 1.15
"""From one line to the next, in sizes of the font."""


class CellLook(NamedTuple):
    """The ground, the outline and the ink of a cell."""

    fill: str
    ink: str
    weight: float
    dashes: tuple[float, ...] = ()


MET = CellLook(colour.GROUP, colour.LINE, 1.0)
CELLS: Mapping[Mark, CellLook] = {
    "missing": CellLook(colour.GAP, colour.GAP_INK, 3.0, (6, 3)),
    "below": CellLook(colour.CARE, colour.CARE_INK, 2.0),
    "lapsed": CellLook(colour.CARE, colour.CARE_INK, 2.0, (2, 2)),
    "nobody": CellLook(colour.PAPER, colour.GAP_INK, 1.5, (6, 3)),
    "unknown": CellLook(colour.PAPER, colour.GAP_INK, 1.5, (2, 2)),
}
"""By the first of its marks, how a cell looks; a cell without any is met."""
WORDS = "met"
"""What stands in a cell where nothing is wrong."""
_SHORT: Mapping[Mark, str] = {"below": "BELOW"}
"""Marks whose words are shorter in a cell, for the levels stand beside them."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """The rows and columns of a matrix with the words of each, wrapped, and how high they are."""

    rows: tuple[Node, ...]
    columns: tuple[Node, ...]
    cells: Mapping[tuple[str, str], Edge]
    heads: tuple[tuple[tuple[str, float, bool, str], ...], ...]
    sides: tuple[tuple[tuple[str, float, bool, str], ...], ...]
    head: float
    highs: tuple[float, ...]


def places(graph: Graph) -> Places:
    """The room that a matrix takes."""
    grid = _grid(graph)
    if not grid.rows:
        return Places(1.0, 1.0, {}, ())
    return Places(
        SIDE + len(grid.columns) * (CELL + _GAP), grid.head + _GAP + sum(h + _GAP for h in grid.highs), {}, ()
    )


def draw_matrix(pen: Pen, graph: Graph) -> None:
    """Draw a matrix: the heads of columns first, then row by row, each with words for those who do not see it."""
    grid = _grid(graph)
    if not grid.rows:
        return
    with pen.group(label="Skills"):
        for number, (column, words) in enumerate(zip(grid.columns, grid.heads, strict=True)):
            x = SIDE + number * (CELL + _GAP)
            with pen.group(id=column.id, sort="node skill", label=column.told, told=column.told, symbol=True):
                pen.box(x, 0, CELL, grid.head, colour.LEAD, colour.LINE)
                _words(pen, words, x + _PAD, _PAD)
    y = grid.head + _GAP
    for row, words, high in zip(grid.rows, grid.sides, grid.highs, strict=True):
        with pen.group(label=row.title):
            with pen.group(id=f"role-{row.id}", sort="node role", label=row.told, told=row.told, symbol=True):
                pen.box(0, y, SIDE - _GAP, high, colour.ROLE, colour.LINE)
                _words(pen, words, _PAD, y + _PAD)
            for number, column in enumerate(grid.columns):
                edge = grid.cells.get((row.id, column.id))
                if edge is not None:
                    _cell(pen, edge, SIDE + number * (CELL + _GAP), y, high)
        y += high + _GAP


def sample(pen: Pen, look: CellLook, x: float, y: float, wide: float, high: float) -> None:
    """The outline of a cell, without words."""
    half = look.weight / 2
    place = (x + half, y + half, wide - look.weight, high - look.weight)
    pen.box(*place, look.fill, look.ink, weight=look.weight, dashes=look.dashes)


def _cell(pen: Pen, edge: Edge, x: float, y: float, high: float) -> None:
    look = CELLS[edge.marks[0]] if edge.marks else MET
    with pen.group(sort="node cell", label=edge.told, told=edge.told, symbol=True):
        sample(pen, look, x, y, CELL, high)
        _words(pen, _cell_words(edge), x + _PAD + 1, y + _PAD)


def _cell_words(edge: Edge) -> list[tuple[str, float, bool, str]]:
    message = edge.message
    ink = CELLS[edge.marks[0]].ink if edge.marks else colour.INK
    marks = [_SHORT.get(mark, MARKS[mark]) for mark in edge.marks] or [WORDS]
    rows = [(line, SMALL, True, ink) for words in marks for line in wrap(words, SMALL, CELL - 2 * _PAD - 2, True)]
    if message is not None:
        asked = f"asked {message.asked}" if message.asked else "asked"
        has = "" if message.has is None else f", has {message.has or 'it, no level written'}"
        rows += [(line, SMALL, False, ink) for line in wrap(asked + has, SMALL, CELL - 2 * _PAD - 2)]
    return rows


def _grid(graph: Graph) -> _Grid:
    columns = tuple(node for node in graph.nodes if node.kind == "skill")
    rows = tuple(node for node in graph.nodes if node.kind != "skill")
    cells = {(edge.start, edge.end): edge for edge in graph.edges}
    heads = tuple(_head(column) for column in columns)
    sides = tuple(_side(row) for row in rows)
    inside: dict[str, list[Edge]] = {}
    for edge in graph.edges:
        inside.setdefault(edge.start, []).append(edge)
    highs = tuple(
        max(_high(words), *(_high(_cell_words(edge)) for edge in inside.get(row.id, ())), 0.0)
        for row, words in zip(rows, sides, strict=True)
    )
    return _Grid(rows, columns, cells, heads, sides, max(map(_high, heads), default=0.0), highs)


def _wrapped(line: Line, most: float) -> list[str]:
    return wrap(drawable(said(line)), SMALL, most)


def _head(column: Node) -> tuple[tuple[str, float, bool, str], ...]:
    most = CELL - 2 * _PAD
    return (
        *((part, SMALL, False, colour.QUIET) for part in wrap(drawable(column.over), SMALL, most)),
        *((part, SMALL, True, colour.INK) for part in wrap(drawable(headed(column)), SMALL, most, True)),
        *((part, SMALL, False, colour.QUIET) for one in column.lines for part in _wrapped(one, most)),
    )


def _side(row: Node) -> tuple[tuple[str, float, bool, str], ...]:
    most = SIDE - _GAP - 2 * _PAD
    ink = colour.GAP_INK if row.vacant else colour.INK
    return (
        *((line, TITLE, True, colour.INK) for line in wrap(drawable(headed(row)), TITLE, most, True)),
        *((line, SMALL, row.vacant, ink) for one in row.lines for line in wrap(drawable(said(one)), SMALL, most)),
    )


def _high(words: Iterable[tuple[str, float, bool, str]]) -> float:
    return sum(size * _LEADING for _, size, _, _ in words) + 2 * _PAD


def _words(pen: Pen, words: Sequence[tuple[str, float, bool, str]], x: float, y: float) -> None:
    for line, size, bold, ink in words:
        pen.words(x, y + size * 0.9, line, size, bold=bold, ink=ink)
        y += size * _LEADING
