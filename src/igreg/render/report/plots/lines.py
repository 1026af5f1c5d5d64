"""Lines over the same labels, each with its name and its last value at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from igreg.drawing import colours as colour
from igreg.drawing.pen import Pen
from igreg.drawing.scene import Point
from igreg.render.report.plots.frame import (
    LINE,
    WIDE,
    Frame,
    draw_levels,
    draw_value,
    gutter,
    spread,
    taken,
    wrapped,
)
from igreg.render.report.plots.looks import FORETOLD, TEXT, draw_sign, ink
from igreg.render.report.plots.scale import Scale, figure
from igreg.report.paper import Plot, Series

_HIGH, _LOW = 170.0, 96.0
_BESIDE = 120.0
"""How much room the names beside the lines take at most."""
_LEADER = 16.0


def draw_lines(pen: Pen, plot: Plot, scale: Scale, top: float) -> float:
    """The lines; gives back where the drawing ends."""
    said = [*(_named(one) for one in plot.series if _last(one) is not None), *_target(plot)]
    words = [wrapped(text, _BESIDE) for text, _, _ in said]
    beside = max(taken(line) for lines in words for line in lines)
    left, right = gutter(scale), WIDE - beside - _LEADER - 4
    frame = Frame(left, top + 2 * LINE, right, top + 2 * LINE + (_LOW if plot.low else _HIGH), scale)
    draw_levels(pen, frame, plot.unit)
    xs = _places(plot, left, right)
    _draw_labels(pen, plot, xs, frame)
    _draw_foretold(pen, plot, xs, frame)
    if plot.target is not None:
        y = frame.y(plot.target)
        pen.path((left, y), (right, y), ink=colour.GAP_INK, weight=1.6)
    for number, series in enumerate(plot.series):
        _draw_series(pen, number, series, [*zip(xs, series.values, strict=True)], frame)
    if len(plot.series) == 1:
        _draw_values(pen, plot, xs, frame)
    inks = [*(ink(number) for number, one in enumerate(plot.series) if _last(one) is not None), colour.GAP_INK]
    heights = [len(lines) * LINE + 2 for lines in words]
    middles = spread([frame.y(value) for _, value, _ in said], heights, frame.top - LINE, frame.bottom + LINE)
    end = frame.bottom + 2 * LINE + 6
    for (_, value, at), lines, middle, own in zip(said, words, middles, inks, strict=False):
        begin = xs[at] + 5 if at is not None else right + 1
        level = frame.y(value)
        pen.path((begin, level), (right + 4, level), (right + _LEADER - 2, middle), ink=own, weight=0.7)
        pen.lines(right + _LEADER, middle - len(lines) * LINE / 2 + 0.5, lines, TEXT, ink=own)
        end = max(end, middle + len(lines) * LINE / 2 + 6)
    return end


def _last(series: Series) -> int | None:
    """The last label for which there is a value."""
    return next((at for at in reversed(range(len(series.values))) if series.values[at] is not None), None)


def _named(series: Series) -> tuple[str, float, int | None]:
    at = _last(series)
    value = series.values[at] if at is not None else None
    return f"{series.name}: {figure(value or 0.0)}".removeprefix(": "), value or 0.0, at


def _target(plot: Plot) -> Iterator[tuple[str, float, int | None]]:
    if plot.target is not None:
        yield f"{plot.target_name or 'target'}: {figure(plot.target)}", plot.target, None


def _places(plot: Plot, left: float, right: float) -> list[float]:
    """Where each label stands from left to right."""
    room = (right - left) / len(plot.labels)
    return [left + room * (at + 0.5) for at in range(len(plot.labels))]


def _draw_labels(pen: Pen, plot: Plot, xs: Sequence[float], frame: Frame) -> None:
    """Names below the lines: of all labels, or of every second, third and so on, so that none stands on another."""
    room = xs[1] - xs[0] if len(xs) > 1 else frame.right - frame.left
    every = next(n for n in range(1, len(xs) + 1) if n == len(xs) or max(map(taken, plot.labels[::-n])) <= room * n - 4)
    for at in reversed(range(len(xs) - 1, -1, -every)):
        pen.path((xs[at], frame.bottom), (xs[at], frame.bottom + 3), ink=colour.QUIET, weight=0.7)
        [text, *_] = wrapped(plot.labels[at], frame.right - frame.left)
        start = min(max(xs[at] - taken(text) / 2, 0.0), WIDE - taken(text))
        pen.text(start, frame.bottom + LINE + 2, text, TEXT)


def _draw_foretold(pen: Pen, plot: Plot, xs: Sequence[float], frame: Frame) -> None:
    """Where what is foretold begins: a line upwards and a word."""
    begins = [one.forecast for one in plot.series if one.forecast is not None and one.forecast < len(xs)]
    if not begins:
        return
    at = min(begins)
    x = (xs[at - 1] + xs[at]) / 2 if at else frame.left
    pen.path((x, frame.top - 4), (x, frame.bottom), ink=colour.QUIET, weight=0.7, dashes=(1.5, 2.5))
    pen.text(min(x + 3, frame.right - taken("foretold")), frame.top - 5, "foretold", TEXT, ink=colour.QUIET)


def _draw_series(
    pen: Pen, number: int, series: Series, points: Sequence[tuple[float, float | None]], frame: Frame
) -> None:
    """One line: whole where it is known, dashed where it is foretold, and broken where nothing is known."""
    forecast = len(points) if series.forecast is None else series.forecast
    for at, ((x, value), (before, earlier)) in enumerate(zip(points[1:], points, strict=False), 1):
        if value is not None and earlier is not None:
            dashes = FORETOLD if at >= forecast else ()
            ends = (before, frame.y(earlier)), (x, frame.y(value))
            pen.path(*ends, ink=ink(number), weight=1.8, dashes=dashes)
    for at, (x, value) in enumerate(points):
        if value is not None:
            draw_sign(pen, number, (x, frame.y(value)), at >= forecast)


def _draw_values(pen: Pen, plot: Plot, xs: Sequence[float], frame: Frame) -> None:
    """The values of a single line, each above or below its sign, where nothing else stands."""
    [series] = plot.series
    points: list[Point] = [(x, frame.y(value)) for x, value in zip(xs, series.values, strict=True) if value is not None]
    values = [value for value in series.values if value is not None]
    lines = [*pairwise(points)]
    if plot.target is not None:
        lines.append(((frame.left, frame.y(plot.target)), (frame.right, frame.y(plot.target))))
    placed: list[tuple[float, float, float, float]] = []
    for (x, y), value in zip(points, values, strict=True):
        wide = taken(figure(value))
        for base in (y - 6, y + TEXT + 5):
            box = (x - wide / 2 - 1, base - TEXT * 0.8, x + wide / 2 + 1, base + 1)
            free = all(not _meets(line, box) for line in lines) and not any(_on(box, other) for other in placed)
            if free and box[1] >= frame.top - 2 and box[3] <= frame.bottom:
                placed.append(box)
                draw_value(pen, x, base, figure(value))
                break


def _on(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _meets(line: tuple[Point, Point], box: tuple[float, float, float, float]) -> bool:
    """Whether a straight line, which runs from left to right, crosses a box."""
    (x1, y1), (x2, y2) = line
    start, end = max(x1, box[0]), min(x2, box[2])
    if start >= end:
        return False
    slope = (y2 - y1) / (x2 - x1)
    upper, lower = sorted((y1 + slope * (start - x1), y1 + slope * (end - x1)))
    return upper < box[3] and lower > box[1]
