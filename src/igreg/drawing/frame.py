"""The frame of a drawing: title, who answers for each area, tables, links to other pages and source."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial

from igreg.chart.about import OtherPage
from igreg.chart.graph import AreaRow, Graph, Table
from igreg.drawing import colours as colour
from igreg.drawing.label import SMALL
from igreg.drawing.metrics import SPARE, drawable, width, wrap
from igreg.drawing.pen import LEADING, Pen
from igreg.wording.boxes import held, led

_CELL = 168.0
"""The cell of an area is at least so wide, in points."""
ROOMY = 6.0
"""The room beside the words of a row of a table, in points."""
CLOSE = 1.12
"""From one line to the next in a table where room is short, in sizes of the font."""
_NARROW = 110.0
"""A column of a table that is no wider than this, in points, keeps its width where room is short."""
_WIDEST = 340.0
"""A column of a table is so wide at most, in points; what is longer wraps."""
_STEP = 3.0
"""Columns of a table where room is short give one another so many points at a time."""
_IN_COLUMNS = 15
"""More links than this to other pages stand in columns."""


def heading(pen: Pen, graph: Graph, y: float, across: float) -> float:
    """The title, the organisation and the day, and what the chart shows."""
    y = pen.lines(0, y, wrap(drawable(graph.headed), 20, across, True), 20, bold=True)
    said = " · ".join((graph.subtitle, *graph.remarks))
    return pen.lines(0, y + 2, wrap(drawable(said), 12, across), 12, ink=colour.QUIET) + 10


def area_strip(pen: Pen, rows: Sequence[AreaRow], order: tuple[str, ...], y: float, across: float) -> float:
    """A cell for each area: its name, who leads it, who holds that role, and the gap if there is one."""
    areas = tuple(dict.fromkeys(row.area for row in rows))
    if not areas:
        return y
    per_row = max(1, min(len(areas), int((across + 8) // (_CELL + 8))))
    per_row = -(-len(areas) // -(-len(areas) // per_row))
    cell = (across - 8 * (per_row - 1)) / per_row
    for start in range(0, len(areas), per_row):
        group = areas[start : start + per_row]
        texts = [_cell_text([row for row in rows if row.area == area], cell - 16) for area in group]
        names = [wrap(drawable(area), 11, cell - 18, True) for area in group]
        head = 18 + (max(map(len, names)) - 1) * 11 * LEADING
        tall = max(sum(size * LEADING for _, size, _, _ in text) for text in texts) + 16 + head
        for i, (area, name, text) in enumerate(zip(group, names, texts, strict=True)):
            x = i * (cell + 8)
            gap = any(row.gap for row in rows if row.area == area)
            pen.box(
                x,
                y,
                cell,
                tall,
                colour.GAP if gap else colour.ROLE,
                colour.GAP_INK if gap else colour.LINE,
                weight=3 if gap else 1,
                dashes=(6, 3) if gap else (),
                corner=6,
            )
            pen.box(x + 4, y + 4, cell - 8, head, colour.badge(order, area), corner=4)
            for number, words in enumerate(name):
                pen.text(x + 9, y + 17 + number * 11 * LEADING, words, 11, bold=True, ink=colour.ON_BADGE)
            line = y + 9 + head
            for words, size, bold, ink in text:
                pen.text(x + 9, line + size, words, size, bold=bold, ink=ink)
                line += size * LEADING
        y += tall + 8
    return y + 8


def _cell_text(rows: Sequence[AreaRow], most: float) -> list[tuple[str, float, bool, str]]:
    out: list[tuple[str, float, bool, str]] = []
    for row in rows:
        ink = colour.GAP_INK if row.gap else colour.INK
        out += [(line, 11.0, True, ink) for line in wrap(drawable(led(row)), 11, most, True)]
        out += [(line, SMALL, row.gap, ink) for line in wrap(drawable(held(row)), SMALL, most, row.gap)]
    return out


def tables(pen: Pen, found: Sequence[Table], y: float, across: float, pad: float = ROOMY) -> float:
    """Tables below one another; columns share the width by what they hold. `pad` is the room in a row beside words."""
    leading = LEADING if pad >= ROOMY else CLOSE
    for table in found:
        y = pen.lines(0, y + 6, [table.title], 13, bold=True) + 4
        shares = [
            min(max(width(drawable(table.head[i]), SMALL, True), *_widths(table, i)) * SPARE + 12, _WIDEST)
            for i in range(len(table.head))
        ]
        widths = _narrowed(shares, across) if pad >= ROOMY else [*_lowest(table, tuple(shares), across)]
        widths = [wide * min(1.0, across / sum(widths)) for wide in widths]
        for number, row in enumerate((table.head, *table.rows)):
            cells = [wrap(drawable(cell), SMALL, w - 10, number == 0) for cell, w in zip(row, widths, strict=True)]
            tall = max(len(lines) for lines in cells) * SMALL * leading + pad
            if number % 2 == 0:
                pen.box(0, y, sum(widths), tall, colour.LEAD if number == 0 else colour.ROLE)
            x = 0.0
            for lines, w in zip(cells, widths, strict=True):
                pen.lines(x + 5, y + pad / 3, lines, bold=number == 0, leading=leading)
                x += w
            y += tall
        y += 8 if pad >= ROOMY else 2
    return y


@lru_cache(maxsize=32)
def _lowest(table: Table, shares: tuple[float, ...], across: float) -> tuple[float, ...]:
    """Widths of columns that fit the page, with few lines in all rows: a start is made even, then given and taken."""
    cells = [[drawable(row[i]) for row in table.rows] for i in range(len(shares))]
    known: dict[tuple[int, float], list[int]] = {}

    def column(i: int, wide: float) -> list[int]:
        if (i, wide) not in known:
            known[i, wide] = [len(wrap(cell, SMALL, wide - 10)) for cell in cells[i]]
        return known[i, wide]

    def lines(widths: list[float]) -> int:
        return sum(max(row) for row in zip(*(column(i, wide) for i, wide in enumerate(widths)), strict=True))

    ways = [_narrowed(list(shares), across, narrow) for narrow in (_NARROW, *sorted(shares)[:-1])]
    words = [_widest_word(drawable(head), column) + 10 for head, column in zip(table.head, cells, strict=True)]

    def broken(widths: list[float]) -> int:
        return sum(wide < word for wide, word in zip(widths, words, strict=True))

    fit = (way for way in ways if min(way) >= _NARROW / 4 and sum(way) <= across + _STEP)
    best = min(fit, key=lambda way: (broken(way), lines(way)), default=ways[0])
    if sum(best) >= across - _STEP:
        best = _given_and_taken(best, words, lines, column)
    return tuple(best)


def _widest_word(head: str, cells: Sequence[str]) -> float:
    """The widest word of a column in points; one that is wider than a narrow column may be broken."""
    found = [width(word, SMALL, True) for word in head.split()]
    found += [width(word, SMALL) for cell in cells for word in cell.split()]
    return min(max(found, default=0.0) * SPARE, _NARROW)


def _given_and_taken(
    widths: list[float],
    least: list[float],
    lines: Callable[[list[float]], int],
    column: Callable[[int, float], list[int]],
) -> list[float]:
    """Widths with fewer lines: every column gives what it can without a new line, and what is spare goes where it saves
    one; what is left over the widest keeps. Only steps are tried at which a cell of the column has other lines."""
    total = sum(widths)
    for i, narrow in enumerate(least):
        while widths[i] - _STEP >= narrow and lines(slim := _wider(widths, {i: -_STEP})) <= lines(widths):
            widths = slim
    columns = range(len(widths))
    while True:
        steps = [_STEP * n for n in range(int((total - sum(widths)) / _STEP) + 1)]
        useful = [_useful(widths[i], steps, partial(column, i)) for i in columns]
        tried = [
            _wider(widths, {i: one, j: other} if i != j else {i: one})
            for i in columns
            for j in columns
            for one in useful[i][1:]
            for other in (useful[j] if i != j else [0.0])
            if i <= j and one + other <= steps[-1]
        ]
        found = min(tried, key=lambda way: (lines(way), sum(way)), default=widths)
        if lines(found) >= lines(widths):
            return _wider(widths, {widths.index(max(widths)): total - sum(widths)})
        widths = found


def _useful(wide: float, steps: list[float], column: Callable[[float], list[int]]) -> list[float]:
    """The steps by which a column becomes wider at which its lines are others than at the step before."""
    found, before = steps[:1], column(wide)
    for step in steps[1:]:
        now = column(wide + step)
        if now != before:
            found.append(step)
        before = now
    return found


def _wider(widths: list[float], by: Mapping[int, float]) -> list[float]:
    return [wide + by.get(i, 0.0) for i, wide in enumerate(widths)]


def _narrowed(shares: list[float], across: float, most: float = _NARROW) -> list[float]:
    """Widths of columns that fit the page: narrow columns keep theirs, wide ones give way."""
    narrow = sum(share for share in shares if share <= most)
    wide = sum(shares) - narrow
    scale = min(1.0, max(across - narrow, 1) / wide) if wide else 1.0
    return [share if share <= most else share * scale for share in shares]


def _widths(table: Table, column: int) -> list[float]:
    return [0.0, *(width(drawable(row[column]), SMALL) for row in table.rows)]


def page_links(pen: Pen, pages: Mapping[str, str], y: float, across: float) -> float:
    """The other pages of the chart, each with a link to it; many stand in columns."""
    if not pages:
        return y
    x = start = width("Other pages:", SMALL, True) + 10
    titles = [drawable(title) for title in pages.values()]
    room = [width(words, SMALL) * SPARE + 14 for words in titles]
    if len(pages) > _IN_COLUMNS:
        room = [max(room)] * len(room)
    pen.text(0, y + SMALL, "Other pages:", bold=True)
    for name, words, wide in zip(pages, titles, room, strict=True):
        if x > start and x + wide > across:
            x, y = start, y + SMALL * 1.5
        with pen.group(link=OtherPage(name)):
            pen.text(x, y + SMALL, words, ink=colour.ROUTINE)
        x += wide
    return y + SMALL * 2


def footer(pen: Pen, graph: Graph, y: float, across: float) -> float:
    """Where the drawing comes from."""
    return pen.lines(0, y + 4, wrap(drawable(graph.source), SMALL, across), ink=colour.QUIET)
