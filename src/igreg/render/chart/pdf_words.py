"""Words of a PDF that its font cannot show, as pictures: other fonts are heavy, and these scripts need shaping."""

from __future__ import annotations

import io
from collections.abc import Callable
from html import escape

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from igreg.drawing.metrics import width
from igreg.drawing.scene import Words

Picture = Callable[[str, tuple[float, float], float], bytes]
"""Draws an SVG of a width and a height in points, at so many dots an inch, as PNG."""
_DPI = 400.0
_ABOVE, _BELOW = 1.4, 0.6
"""What the picture holds above and below the line on which letters stand, in sizes of the font."""
_SPARE = 1.6
"""Letters of other fonts may be wider than they were measured."""


def draw_picture(canvas: Canvas, words: Words, picture: Picture) -> None:
    """Draw a line of text as a picture; on this canvas y runs down, in a picture up."""
    text, points = words.text, words.size
    wide = width(text, points, words.bold) * _SPARE + 2 * points
    high = (_ABOVE + _BELOW) * points
    weight = ' font-weight="bold"' if words.bold else ""
    png = picture(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.2f} {high:.2f}" width="{wide:.2f}" '
        f'height="{high:.2f}"><text x="{points:.2f}" y="{_ABOVE * points:.2f}" font-size="{points:g}" '
        f'font-family="Arial, sans-serif" fill="{words.ink}"{weight}>{escape(text)}</text></svg>',
        (wide, high),
        _DPI,
    )
    canvas.saveState()
    canvas.translate(words.x - points, words.y + _BELOW * points)
    canvas.scale(1, -1)
    canvas.drawImage(ImageReader(io.BytesIO(png)), 0, 0, wide, high, mask="auto")
    canvas.restoreState()
