"""What stands in a box of a chart: words wrapped and measured, in rows; every format is made of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from igreg.chart.graph import Node
from igreg.chart.lines import LineKind
from igreg.dataclass import dataclass
from igreg.drawing import colours as colour
from igreg.drawing.metrics import SPARE, drawable, width, wrap
from igreg.wording.boxes import headed, said

TITLE = 11.0
"""The size of the font of a title, in points."""
SMALL = 10.0
"""The size of the font of all else, in points; nothing in a drawing is smaller."""
PAD = 4
"""What is left white around words, in points."""
WIDEST = 148.0
"""Words wrap at so many points."""
LABEL = 112.0
"""The words at a line wrap at so many points."""
TIGHT_LABEL = 86.0
"""The words at a line wrap at so many points where room is short."""
_WIDE = 236.0
"""Long words in a box, and those of a list, wrap at so many points."""
_TIGHT = 118.0
"""Words in a box wrap at so many points where room is short."""
_TIGHT_LIST = 150.0
"""Words of a list wrap at so many points where room is short."""
_LONG = 200
"""With more letters than this below its title a box is a wide one."""
_TALLEST = 34
"""A list of more lines than this stands in columns."""
_HEAVY = 5
"""The outline of a box that is new, gone or changed, in points; a word before its title says which."""
_COLUMNS = 5
"""A list has so many columns at most, and is then as tall as it has to be."""
_PAINT = {
    "vacant": (colour.GAP_INK, colour.GAP, True),
    "risk": (colour.GAP_INK, colour.GAP, True),
    "acting": (colour.CARE_INK, colour.CARE, False),
    "absent": (colour.CARE_INK, colour.CARE, False),
    "note": (colour.QUIET, "", False),
}


class Row(NamedTuple):
    """Lines of one size and colour; each but the last ends in the blank at which it was broken."""

    lines: tuple[str, ...]
    size: float
    bold: bool
    ink: str
    paper: str
    """The colour behind it, or nothing."""


class Frame(NamedTuple):
    """The outline of a box: its form and weight say what kind of box it is, and that it is vacant."""

    fill: str
    ink: str
    weight: int
    rounded: bool
    dashed: bool


class Column(NamedTuple):
    """Rows below one another, those on one ground together; the width in points has white at both sides."""

    width: int
    blocks: tuple[tuple[Row, ...], ...]


@dataclass(frozen=True, slots=True)
class Label:
    """All that stands in one box."""

    frame: Frame
    badges: tuple[tuple[str, ...], ...]
    """The areas it leads, in rows."""
    columns: tuple[Column, ...]
    head: Row | None = None
    """What stands above the columns of a list."""
    pad: int = PAD
    """What is left white around the words, in points."""


def label_of(node: Node, tight: bool = False) -> Label:
    """The label of a node; `tight` makes it narrow."""
    if node.kind == "fold":
        return _list(node, _TIGHT_LIST if tight else _WIDE)
    lines = [(line.kind, said(line)) for line in node.lines]
    long = sum(len(text) for _, text in lines) > _LONG
    most = _TIGHT if tight else _WIDE if long else WIDEST
    rows: list[Row] = []
    if node.over:
        rows.append(_row(node.over, most, SMALL, ink=colour.QUIET))
    rows.append(_row(headed(node), most, TITLE, bold=True))
    rows += [_line(kind, text, most) for kind, text in lines]
    badges = _badge_rows(node.areas)
    inner = max([most, *(_widest(r) for r in rows), *(sum(badge_width(b) + PAD for b in row) for row in badges)])
    return Label(_frame(node), badges, (Column(_with_pads(inner), _blocks(rows)),))


def edge_label(lines: Sequence[str], ink: str, *, tight: bool = False, boxed: bool = False) -> Label:
    """The words at a line: the first in bold; in a frame where they must stand out."""
    most = TIGHT_LABEL if tight else LABEL
    rows = [_row(line, most, SMALL, bold=i == 0, ink=ink) for i, line in enumerate(lines)]
    frame = Frame(colour.PAPER, ink, 1 if boxed else 0, False, False)
    total = round(max(_widest(row) for row in rows) * SPARE + 6)
    return Label(frame, (), (Column(total, (tuple(rows),)),), pad=3)


def _list(node: Node, most: float) -> Label:
    """A box that lists many: in columns, so that it does not grow taller than a page."""
    rows = [_line(line.kind, f"• {said(line)}", most) for line in node.lines]
    per_column = max(_TALLEST, -(-sum(len(row.lines) for row in rows) // _COLUMNS))
    columns: list[list[Row]] = [[]]
    tall = 0
    for row in rows:
        if columns[-1] and tall + len(row.lines) > per_column:
            columns.append([])
            tall = 0
        columns[-1].append(row)
        tall += len(row.lines)
    least = min(most, WIDEST)
    made = tuple(Column(_with_pads(max([least, *map(_widest, c)])), _blocks(c)) for c in columns if c)
    head = _row(node.title, least, SMALL, bold=True, ink=colour.QUIET)
    frame = Frame(colour.ROLE, colour.LINE, 1, False, False)
    return Label(frame, (), made or (Column(_with_pads(least), ()),), head)


def _line(kind: LineKind, text: str, most: float) -> Row:
    ink, paper, bold = _PAINT.get(kind, (colour.INK, "", False))
    return _row(text, most, SMALL, bold=bold, ink=ink, paper=paper)


def _row(text: str, most: float, size: float, *, bold: bool = False, ink: str = colour.INK, paper: str = "") -> Row:
    return Row(tuple(wrap(drawable(text), size, most, bold)), size, bold, ink, paper)


def _blocks(rows: Iterable[Row]) -> tuple[tuple[Row, ...], ...]:
    return tuple(tuple(block) for _, block in groupby(rows, key=lambda row: row.paper))


def _frame(node: Node) -> Frame:
    fill = colour.OUTSIDE if node.edge else colour.GROUP if node.kind in ("group", "unit") else colour.ROLE
    if node.areas or node.kind == "asset":
        fill = colour.LEAD
    weight = 2 if node.areas or node.kind in ("group", "audience") else 1
    rounded = node.kind not in ("group", "body", "asset", "unknown")
    if node.vacant or node.kind == "unknown":
        return Frame(colour.PAPER, colour.GAP_INK, _HEAVY if node.change else 3, rounded, True)
    return Frame(fill, colour.LINE, _HEAVY if node.change else weight, rounded, False)


def _badge_rows(areas: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Badges side by side for as far as they fit."""
    rows: list[tuple[str, ...]] = []
    for area in areas:
        if rows and sum(badge_width(a) + PAD for a in (*rows[-1], area)) <= WIDEST:
            rows[-1] = (*rows[-1], area)
        else:
            rows.append((area,))
    return tuple(rows)


def badge_width(area: str) -> float:
    """How wide the badge of an area is, in points."""
    return width(drawable(area), SMALL, True) * SPARE + 2 * PAD


def _widest(row: Row) -> float:
    return max((width(part, row.size, row.bold) for part in row.lines), default=0.0)


def _with_pads(inner: float) -> int:
    return round(inner * SPARE + 2 * PAD)
