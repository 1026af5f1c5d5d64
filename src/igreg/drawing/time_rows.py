"""The rows of a timeline with their bars in lanes, so that no words stand on others; sizes and places are points."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from igreg.dataclass import dataclass
from igreg.drawing import colours as colour
from igreg.drawing.bar_looks import BARS, NO_POST, STRIP, draw_bar
from igreg.drawing.label import SMALL, TITLE
from igreg.drawing.metrics import SPARE, drawable, width, wrap
from igreg.drawing.pen import Pen
from igreg.drawing.time_axis import Axis
from igreg.wording.time_entry import Entry
from igreg.wording.timeline import TimeBar, TimeRow

SIDE = 176.0
"""How wide the names of rows are, in points."""
PAD = 6.0
"""What is left white above and below the lanes of a row, in points."""
_LEADING = 1.14
"""From one line to the next, in sizes of the font."""
_MOST = 230.0
"""The words of a bar wrap at so many points."""
_APART = 8.0
"""What is left between the words of one bar and the next in a lane, in points."""
_BLANK = 3.0
"""What is left between bold words and others on a line, in points."""
_CLOSE = 1.015
"""So much wider than they are measured bold words are taken to be, where others follow on the line."""
_LEAST = 3.0
"""A bar is at least so wide, in points: a day can be seen."""
_LOOKED_AT = 40
"""Of a row with more lanes than this the last are looked at for room."""
_LANE = 5.0
"""What is left between lanes, in points."""


Line = tuple[tuple[str, bool], ...]
"""The words of a line, each with whether they are bold."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A bar with its place, and its words in lines below it."""

    bar: TimeBar
    x: float
    wide: float
    words: tuple[Line, ...]
    left: float
    """Where its words begin."""
    right: float
    """Where they are over."""

    @property
    def high(self) -> float:
        """How high it is with its words."""
        return STRIP + 2 + len(self.words) * SMALL * _LEADING


@dataclass(frozen=True, slots=True)
class Block:
    """A row, or a part of one that is too high for a page."""

    row: TimeRow
    lanes: tuple[tuple[Placed, ...], ...]
    side: tuple[tuple[str, float, bool, str], ...]
    is_whole: bool = True

    @property
    def entries(self) -> Sequence[Entry]:
        """What it shows: of a part, its own bars."""
        return self.row.entries if self.is_whole else [one.bar.entry for lane in self.lanes for one in lane]

    @property
    def changes(self) -> Sequence[dt.date]:
        """The days of change it shows: of a part, those on which its own bars begin or have ended."""
        if self.is_whole:
            return self.row.changes
        bars = [one.bar for lane in self.lanes for one in lane]
        ends = {bar.first for bar in bars} | {bar.last + dt.timedelta(days=1) for bar in bars if bar.last < dt.date.max}
        return [day for day in self.row.changes if day in ends]

    @property
    def high(self) -> float:
        """How high it is."""
        lanes = sum(_high(lane) + _LANE for lane in self.lanes)
        return max(lanes, sum(size * _LEADING for _, size, _, _ in self.side)) + 2 * PAD


def block(row: TimeRow, axis: Axis) -> Block:
    """A row with its bars in as few lanes as their words need: who holds it and gaps first, deputies, absences."""
    lanes: list[tuple[Placed, ...]] = []
    for kinds in (("substantive", "acting", "vacant"), ("deputy",), ("absent",)):
        lanes += _lanes([_placed(bar, axis) for bar in row.bars if bar.entry.what in kinds])
    return Block(row, tuple(lanes), _side(row.title, row.lines, row.never))


def parts(whole: Block, most: float) -> list[Block]:
    """A row in parts of at most this height, of at least one lane each; one that fits is its own part."""
    if whole.high <= most:
        return [whole]
    out: list[list[tuple[Placed, ...]]] = [[]]
    room = most - 2 * PAD
    used = 0.0
    for lane in whole.lanes:
        high = _high(lane) + _LANE
        if out[-1] and used + high > room:
            out.append([])
            used = 0.0
        out[-1].append(lane)
        used += high
    again = _side(f"{whole.row.title}, continued", (), "")
    sides = (whole.side, *(again for _ in out[1:]))
    return [replace(whole, lanes=tuple(p), side=side, is_whole=False) for p, side in zip(out, sides, strict=True)]


def draw_block(pen: Pen, one: Block, axis: Axis, y: float, number: int) -> None:
    """Draw a row: what it is, the days without such a post, the day of each change, then its bars."""
    row = one.row
    told = "; ".join((row.title, *row.lines, *([row.never] if row.never else [])))
    with pen.group(label=row.title):
        with pen.group(id=f"row-{number}", sort="node role", label=told, told=told, symbol=True):
            pen.box(0, y, SIDE - 6, one.high, colour.ROLE, colour.LINE)
            line = y + PAD
            for text, size, bold, ink in one.side:
                pen.words(6, line + size * 0.9, text, size, bold=bold, ink=ink)
                line += size * _LEADING
        _no_post(pen, row, axis, y, one.high)
        for x in dict.fromkeys(round(SIDE + axis.at(day), 1) for day in one.changes):
            pen.path((x, y), (x, y + one.high), ink=colour.INK, weight=0.8)
            pen.polygon(((x - 3, y), (x + 3, y), (x, y + 4)), colour.INK)
        top = y + PAD
        for lane in one.lanes:
            for placed in lane:
                _bar(pen, placed, top)
            top += _high(lane) + _LANE


def _no_post(pen: Pen, row: TimeRow, axis: Axis, y: float, high: float) -> None:
    first, last = row.post
    if first is not None and axis.at(first) > 0:
        draw_bar(pen, NO_POST, SIDE, y, axis.at(first), high)
    if last is not None and axis.after(last) < axis.across:
        draw_bar(pen, NO_POST, SIDE + axis.after(last), y, axis.across - axis.after(last), high)


def _bar(pen: Pen, placed: Placed, y: float) -> None:
    bar, look = placed.bar, BARS[placed.bar.entry.what]  # type: ignore[index]  # several at once have no bar
    with pen.group(sort=f"node held {bar.entry.what}", label=bar.told, told=bar.told, symbol=True):
        x = SIDE + placed.x
        top = y + STRIP + 2
        # paper behind the words, so that no line of the axis and no change runs through them
        behind = (placed.right - placed.left + 2, len(placed.words) * SMALL * _LEADING + 1)
        pen.box(SIDE + placed.left - 1, top, *behind, colour.PAPER)
        draw_bar(pen, look, x, y, placed.wide)
        half = STRIP / 2
        if bar.before:
            pen.polygon(((x - 5, y + half), (x, y), (x, y + STRIP)), look.ink)
        if bar.after:
            end = x + placed.wide
            pen.polygon(((end + 5, y + half), (end, y), (end, y + STRIP)), look.ink)
        for line in placed.words:
            left = SIDE + placed.left
            for text, bold in line:
                pen.words(left, top + SMALL * 0.9, text, SMALL, bold=bold, ink=look.words)
                left += width(text, SMALL, bold) * _CLOSE + _BLANK
            top += SMALL * _LEADING


def _placed(bar: TimeBar, axis: Axis) -> Placed:
    x = axis.at(bar.first)
    wide = max(axis.after(bar.last) - x, _LEAST)
    x = min(x, axis.across - wide)
    entry = bar.entry
    said, rest = drawable(entry.said), drawable("; ".join(word for word in (bar.short, entry.note) if word))
    one: Line = ((f"{said},", True), (rest, False)) if rest else ((said, True),)
    words: tuple[Line, ...] = (one,)
    if _wide(one) > max(wide, 0.0):
        bold = (((line, True),) for line in wrap(said, SMALL, _MOST, True))
        words = (*bold, *(((line, False),) for line in wrap(rest, SMALL, _MOST) if line))
    room = max(map(_wide, words))
    left = max(0.0, min(x, axis.across - room))
    return Placed(bar, x, wide, words, left, left + room)


def _wide(line: Line) -> float:
    return sum(width(text, SMALL, bold) * SPARE + _BLANK for text, bold in line) - _BLANK


def _lanes(placed: Sequence[Placed]) -> list[tuple[Placed, ...]]:
    """Each in the first lane in which it does not lie on the one before, nor its words on the words of that one."""
    lanes: list[list[Placed]] = []
    for one in placed:
        lane = next((lane for lane in lanes[-_LOOKED_AT:] if _is_free(lane[-1], one)), None)
        if lane is None:
            lanes.append([one])
        else:
            lane.append(one)
    return [tuple(lane) for lane in lanes]


def _is_free(before: Placed, one: Placed) -> bool:
    return before.x + before.wide <= one.x + 0.01 and before.right + _APART <= one.left


def _high(lane: Sequence[Placed]) -> float:
    return max(one.high for one in lane)


def _side(title: str, lines: Sequence[str], never: str) -> tuple[tuple[str, float, bool, str], ...]:
    most = SIDE - 6 - 12
    return (
        *((line, TITLE, True, colour.INK) for line in wrap(drawable(title), TITLE, most, True)),
        *((line, SMALL, False, colour.QUIET) for one in lines for line in wrap(drawable(one), SMALL, most)),
        *((line, SMALL, True, colour.GAP_INK) for line in wrap(never, SMALL, most, True) if line),
    )
