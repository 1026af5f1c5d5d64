"""The boxes of a chart as shapes of a size, drawn with a pen."""

from __future__ import annotations

from igreg.drawing import colours as colour
from igreg.drawing.label import SMALL, Column, Label, Row, badge_width
from igreg.drawing.metrics import drawable, width
from igreg.drawing.pen import Pen

LEADING = 1.12
"""From one line in a box to the next, in sizes of the font: closer than running words stand."""
_BASELINE = 0.9
"""From the top of a line to the line on which its letters stand, in sizes of the font."""
_BADGE = 15.0
"""How high a badge is, in points."""
_GAP = 4.0
"""What is left between badges and between columns, in points."""
_CORNER = 7.0
"""The radius of a rounded corner, in points."""


def size_of(label: Label) -> tuple[float, float]:
    """Width and height in points, the outline within them."""
    wide = sum(column.width for column in label.columns) + _GAP * (len(label.columns) - 1)
    high = max(_tall(column, label.pad) for column in label.columns) + len(label.badges) * (_BADGE + _GAP)
    if label.badges:
        high += _GAP
    if label.head is not None:
        high += 2 * label.pad + _lines(label.head)
    elif label.columns[0].blocks[-1][0].paper:
        high += label.pad  # a rounded corner would cut through what is painted
    return wide + 2.0 * label.frame.weight, high + 2.0 * label.frame.weight


def draw(pen: Pen, label: Label, left: float, top: float, areas: tuple[str, ...] = ()) -> None:
    """Draw a box with its upper left corner here. `areas` are all areas, in their order."""
    wide, high = size_of(label)
    frame = label.frame
    half = frame.weight / 2
    if frame.weight:
        pen.box(
            left + half,
            top + half,
            wide - 2 * half,
            high - 2 * half,
            frame.fill,
            frame.ink,
            weight=frame.weight,
            dashes=(6, 3) if frame.dashed else (),
            corner=_CORNER if frame.rounded else 0,
        )
    else:  # paper behind words at a line, and no larger than they are, for it hides lines
        pen.box(left + 2, top + label.pad, wide - 4, high - 2 * label.pad, frame.fill)
    x, y = left + frame.weight, top + frame.weight
    if label.badges:
        y += _GAP
    for row in label.badges:
        _draw_badges(pen, row, areas, x + label.pad, y, wide - 2 * frame.weight - 2 * label.pad)
        y += _BADGE + _GAP
    if label.head is not None:
        y = _draw_rows(pen, (label.head,), x, y, label.columns[0].width, label.pad)
    for column in label.columns:
        below = y
        for block in column.blocks:
            below = _draw_rows(pen, block, x, below, column.width, label.pad)
        x += column.width + _GAP


def _draw_badges(pen: Pen, row: tuple[str, ...], areas: tuple[str, ...], x: float, y: float, across: float) -> None:
    """Badges side by side that share the width."""
    wide = [badge_width(area) for area in row]
    spare = max(across - sum(wide) - _GAP * (len(row) - 1), 0) / len(row)
    for area, own in zip(row, wide, strict=True):
        pen.box(x, y, own + spare, _BADGE, colour.badge(areas, area), corner=5)
        text = drawable(area)
        inset = (own + spare - width(text, SMALL, True)) / 2
        pen.words(x + inset, y + 11, text, SMALL, bold=True, ink=colour.ON_BADGE)
        x += own + spare + _GAP


def _draw_rows(pen: Pen, rows: tuple[Row, ...], x: float, y: float, wide: float, pad: int) -> float:
    """Rows on one ground; gives back where the next would begin."""
    tall = sum(map(_lines, rows)) + 2 * pad
    if rows[0].paper:
        pen.box(x + 1, y, wide - 2, tall, rows[0].paper)
    line = y + pad
    for row in rows:
        for text in row.lines:
            pen.words(x + pad, line + row.size * _BASELINE, text, row.size, bold=row.bold, ink=row.ink)
            line += row.size * LEADING
    return y + tall


def _tall(column: Column, pad: int) -> float:
    return sum(2 * pad + sum(map(_lines, block)) for block in column.blocks)


def _lines(row: Row) -> float:
    """The height of a row's lines, in points."""
    return len(row.lines) * row.size * LEADING
