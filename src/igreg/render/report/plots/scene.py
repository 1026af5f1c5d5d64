"""A plot or a matrix as drawings that every format can write."""

from __future__ import annotations

from igreg.drawing import colours as colour
from igreg.drawing.bar_looks import draw_bar
from igreg.drawing.metrics import drawable
from igreg.drawing.pen import Pen
from igreg.drawing.scene import Scene
from igreg.render.report.plots.bars import bars_fit, draw_lying, draw_upright, pieces
from igreg.render.report.plots.frame import WIDE, taken, wrapped
from igreg.render.report.plots.lines import draw_lines
from igreg.render.report.plots.looks import TEXT, bar
from igreg.render.report.plots.matrix import draw_matrix
from igreg.render.report.plots.scale import scale
from igreg.report.paper import Matrix, Plot

_SOURCE = "Drawn from the register. Do not edit: change the register and draw again."
_SWATCH = 16.0


def scenes(block: Plot | Matrix, name: str) -> tuple[Scene, ...]:
    """The drawings of a block; none where there is nothing to draw. `name` begins their ids."""
    if isinstance(block, Matrix):
        pen = Pen()
        return (_scene(block, name, pen, draw_matrix(pen, block, 0.0)),)
    values = [one for series in block.series for one in series.values if one is not None]
    if not values:
        return ()
    wanted = [*values, *([] if block.target is None else [block.target])]
    share = block.unit in ("per cent", "%")
    found = scale(wanted, from_zero=block.form == "bars", share=share)
    if block.form == "bars" and not bars_fit(block, found):
        out = []
        for number, labels in enumerate(pieces(block), 1):
            pen = Pen()
            end = draw_lying(pen, block, found, _draw_legend(pen, block), labels)
            out.append(_scene(block, name if number == 1 else f"{name}-{number}", pen, end))
        return tuple(out)
    pen = Pen()
    if block.form == "lines":
        end = draw_lines(pen, block, found, 0.0)
    else:
        end = draw_upright(pen, block, found, _draw_legend(pen, block))
    return (_scene(block, name, pen, end),)


def _scene(block: Plot | Matrix, name: str, pen: Pen, end: float) -> Scene:
    title, told = drawable(block.title), drawable(block.description)
    return Scene(name, title, told, _SOURCE, WIDE, end, colour.PAPER, pen.items)


def _draw_legend(pen: Pen, plot: Plot) -> float:
    """What the bars of each series mean, where there are several or some are foretold; gives back where it ends."""
    entries = [(one.name, bar(number)) for number, one in enumerate(plot.series) if len(plot.series) > 1]
    if any(one.forecast is not None and one.forecast < len(plot.labels) for one in plot.series):
        entries.append(("foretold", bar(0, foretold=True)))
    x, y, below = 1.0, 0.0, 0.0
    for text, look in entries:
        lines = wrapped(text, WIDE - _SWATCH - 6)
        needed = _SWATCH + 5 + max(map(taken, lines))
        if x + needed > WIDE and x > 1:
            x, y = 1.0, below + 4
        draw_bar(pen, look, x, y + 1, _SWATCH, TEXT)
        below = max(below, pen.lines(x + _SWATCH + 5, y, lines, TEXT))
        x += needed + 14
    return below + 4 if entries else 0.0
