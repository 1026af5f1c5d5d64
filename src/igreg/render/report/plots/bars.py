"""Bars: upright where the names below them fit, else lying, each with its value at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from igreg.drawing import colours as colour
from igreg.drawing.bar_looks import draw_bar
from igreg.drawing.pen import Pen
from igreg.render.report.plots.frame import LINE, WIDE, Frame, draw_levels, draw_value, gutter, taken, wrapped
from igreg.render.report.plots.looks import TEXT, bar
from igreg.render.report.plots.scale import Scale, figure
from igreg.report.paper import Plot

MOST_LYING = 40
"""So many lying bars stand in one drawing: more would not fit on a sheet."""
_HIGH, _LOW = 150.0, 78.0
"""How high upright bars stand at most, and in a plot that is drawn low."""
_SLOT = 0.74
"""The part of a label's room that its bars take."""
_WIDEST = 34.0
_LYING = 11.0
_APART = 8.0
_NAMES = 150.0
"""How much room the names of lying bars take at most."""
_TARGET = (colour.GAP_INK, 1.6)


def bars_fit(plot: Plot, scale: Scale) -> bool:
    """Whether upright bars have room: for each name in two lines, and each value above its bar."""
    slot = (_right(plot) - gutter(scale)) / len(plot.labels)
    names = (wrapped(label, slot - 4) for label in plot.labels)
    values = [taken(figure(one)) for series in plot.series for one in series.values if one is not None]
    words = [taken(word) for label in plot.labels for word in label.split()]
    room = slot - 4 if len(plot.series) == 1 else min(slot * _SLOT / len(plot.series), _WIDEST) - 1
    return (
        all(len(name) <= 2 for name in names) and max(words, default=0) <= slot - 4 and max(values, default=0) <= room
    )


def draw_upright(pen: Pen, plot: Plot, scale: Scale, top: float) -> float:
    """Bars side by side over their names; gives back where the drawing ends."""
    right, left = _right(plot), gutter(scale)
    frame = Frame(left, top + 2 * LINE, right, top + 2 * LINE + (_LOW if plot.low else _HIGH), scale)
    draw_levels(pen, frame, plot.unit)
    slot = (right - left) / len(plot.labels)
    wide = min(slot * _SLOT / len(plot.series), _WIDEST)
    values = []
    for at, label in enumerate(plot.labels):
        middle = left + slot * (at + 0.5)
        for number, series in enumerate(plot.series):
            value = series.values[at]
            x = middle + (number - len(plot.series) / 2) * wide
            if value is not None:
                look = bar(number, series.forecast is not None and at >= series.forecast)
                _draw_upright_bar(pen, frame, look, x + 0.5, wide - 1, value)
                values.append((x + wide / 2, frame.y(max(value, 0)) - 3, figure(value)))
        for line, text in enumerate(wrapped(label, slot - 4)):
            pen.text(middle - taken(text) / 2, frame.bottom + LINE * (line + 1), text, TEXT)
    if plot.target is not None:
        y = frame.y(plot.target)
        pen.path((left, y), (right, y), ink=_TARGET[0], weight=_TARGET[1])
        said = wrapped(_said(plot), WIDE - right - 6)
        pen.lines(right + 6, y - len(said) * LINE / 2, said, TEXT, ink=_TARGET[0])
    for middle, y, text in values:
        draw_value(pen, middle, y, text)
    return frame.bottom + LINE * 2 + 6


def draw_lying(pen: Pen, plot: Plot, scale: Scale, top: float, labels: Sequence[int]) -> float:
    """Bars below one another beside their names, those of these labels; gives back where the drawing ends."""
    names = {at: wrapped(plot.labels[at], _NAMES) for at in labels}
    left = max(taken(line) for lines in names.values() for line in lines) + 8
    right = WIDE - max(taken(figure(level)) for level in (*_values(plot), scale.high)) - 8
    top += LINE * (2 if plot.target is not None else 1)
    heights = [max(_LYING * len(plot.series), LINE * len(names[at])) + _APART for at in labels]
    bottom = top + sum(heights)

    def x(value: float) -> float:
        return left + scale.part(value) * (right - left)

    free = -taken("0")
    for level in scale.levels:
        ink = colour.QUIET if level == 0 else colour.FAINT
        pen.path((x(level), top), (x(level), bottom), ink=ink, weight=0.7)
        name = figure(level)
        start = min(x(level) - taken(name) / 2, WIDE - taken(name))
        if start >= free:
            pen.text(start, bottom + LINE, name, TEXT, ink=colour.QUIET)
            free = start + taken(name) + 4
    pen.text(left, bottom + 2 * LINE, plot.unit, TEXT, ink=colour.QUIET)
    if plot.target is not None:
        pen.path((x(plot.target), top), (x(plot.target), bottom), ink=_TARGET[0], weight=_TARGET[1])
        said = _said(plot)
        at = min(max(x(plot.target) - taken(said) / 2, 0), WIDE - taken(said))
        pen.text(at, top - 4, said, TEXT, ink=_TARGET[0])
    y = top
    for at, high in zip(labels, heights, strict=True):
        middle = y + high / 2
        pen.lines(0, middle - len(names[at]) * LINE / 2, names[at], TEXT)
        for number, series in enumerate(plot.series):
            value = series.values[at]
            if value is None:
                continue
            upper = middle + (number - len(plot.series) / 2) * _LYING
            look = bar(number, series.forecast is not None and at >= series.forecast)
            start, end = sorted((x(max(scale.low, 0)), x(value)))
            draw_bar(pen, look, start, upper + 0.5, max(end - start, 1.0), _LYING - 1)
            text = figure(value)
            draw_value(pen, end + 5 + taken(text) / 2, upper + _LYING - 2.4, text)
        y += high
    return bottom + 2 * LINE + 6


def pieces(plot: Plot) -> Iterator[Sequence[int]]:
    """The labels of each drawing of lying bars."""
    most = max(1, MOST_LYING // len(plot.series))
    for start in range(0, len(plot.labels), most):
        yield range(start, min(start + most, len(plot.labels)))


def _draw_upright_bar(pen: Pen, frame: Frame, look: object, x: float, wide: float, value: float) -> None:
    base = frame.y(max(frame.scale.low, 0))
    upper, lower = sorted((frame.y(value), base))
    draw_bar(pen, look, x, min(upper, lower - 1), wide, max(lower - upper, 1.0))  # type: ignore[arg-type]


def _values(plot: Plot) -> list[float]:
    return [one for series in plot.series for one in series.values if one is not None]


def _right(plot: Plot) -> float:
    """Where upright bars end: beside them stands what the target is called."""
    if plot.target is None:
        return WIDE
    return WIDE - min(taken(_said(plot)), 84.0) - 8


def _said(plot: Plot) -> str:
    return f"{plot.target_name or 'target'}: {figure(plot.target or 0)}"
