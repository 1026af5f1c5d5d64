"""A matrix of two marks with things in it: what each place comes to is told by a word, and by its ground besides."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from igreg.drawing import colours as colour
from igreg.drawing.pen import Pen
from igreg.render.report.plots.frame import LINE, WIDE, taken, wrapped
from igreg.render.report.plots.looks import TEXT
from igreg.report.paper import Matrix

_GROUNDS = (colour.PAPER, colour.GROUP, colour.CARE, colour.GAP)
"""Of the levels below the highest, which has the last of them and a heavy edge."""
_LEFT = 22.0
_LEAST = 44.0
"""How high a row is at least."""
_MOST = 9
"""So many lines of names stand in a place; how many more there are is said."""
_SMALL = 7.5


def draw_matrix(pen: Pen, matrix: Matrix, top: float) -> float:
    """The matrix, the highest marks in the upper right corner; gives back where the drawing ends."""
    marks = range(1, matrix.size + 1)
    wide = (WIDE - _LEFT - 1) / matrix.size
    names = {(x, y): _names(matrix, x, y, wide - 10) for x, y in product(marks, marks)}
    grounds = _grounds(matrix)
    highest = next(reversed(grounds), "") if len(grounds) > 1 else ""
    pen.text(0, top + TEXT, f"{matrix.up}: 1 to {matrix.size} upwards", TEXT, ink=colour.QUIET)
    edge = top + LINE + 6
    for up in reversed(marks):
        most = max(len(names[across, up]) for across in marks)
        high = max(_LEAST, most * LINE + _SMALL + 11)
        pen.text(8, edge + high / 2 + TEXT / 2, str(up), TEXT, bold=True)
        for across in marks:
            level = _level(matrix, across, up)
            x = _LEFT + wide * (across - 1)
            pen.box(x, edge, wide, high, grounds.get(level, colour.PAPER), colour.LINE, weight=0.7)
            if level and level == highest:
                pen.box(x + 1.2, edge + 1.2, wide - 2.4, high - 2.4, colour.GAP, colour.GAP_INK, weight=1.6)
            if level:
                pen.text(x + 5, edge + _SMALL + 3, level, _SMALL, ink=colour.QUIET)
            pen.lines(x + 5, edge + _SMALL + 6, names[across, up], TEXT, bold=True)
        edge += high
    for across in marks:
        pen.text(_LEFT + wide * (across - 0.5) - 2.5, edge + LINE, str(across), TEXT, bold=True)
    pen.text(
        _LEFT, edge + 2 * LINE + 2, f"{matrix.across}: 1 to {matrix.size} from left to right", TEXT, ink=colour.QUIET
    )
    return edge + 2 * LINE + 8


def _names(matrix: Matrix, across: int, up: int, room: float) -> list[str]:
    """The names of what stands in a place, in lines."""
    found = [name for x, y, name in matrix.places if (x, y) == (across, up)]
    lines: list[str] = []
    for number, name in enumerate(found):
        joined = f"{lines[-1]}, {name}" if lines else name
        more = [*lines[:-1], joined] if lines and taken(joined, True) <= room else [*lines, *wrapped(name, room * 0.92)]
        if len(more) > _MOST:
            return [*lines[: _MOST - 1], f"and {len(found) - number} more"]
        lines = more
    return lines


def _level(matrix: Matrix, across: int, up: int) -> str:
    return matrix.levels[up - 1][across - 1] if matrix.levels else ""


def _grounds(matrix: Matrix) -> dict[str, str]:
    """The ground of each level, from the lowest to the highest."""
    marks = range(1, matrix.size + 1)
    places = sorted(product(marks, marks), key=lambda one: (one[0] * one[1], one))
    levels: Sequence[str] = list(dict.fromkeys(_level(matrix, *place) for place in places))
    if not any(levels):
        return {}
    steps = {2: (0, 3), 3: (0, 2, 3), 4: (0, 2, 3, 3)}.get(len(levels), (0, 1, 2, 3, 3))
    return {level: _GROUNDS[steps[min(at, len(steps) - 1)]] for at, level in enumerate(levels)}
