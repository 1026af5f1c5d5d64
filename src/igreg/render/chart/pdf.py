"""Drawings as PDF: vectors and words, a sheet for each page of the chart."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from igreg.chart.about import Address, Link
from igreg.dataclass import dataclass
from igreg.drawing.paper import A3, EDGE, Paper
from igreg.drawing.scene import Group, Item, Polygon, Rectangle, Ring, Scene, Stroke, Words
from igreg.render.chart.pdf_words import Picture, draw_picture

MOST_GROWTH = 1.6
"""A small chart is enlarged so many times at most."""
_FONT = "Arimo"


@dataclass(frozen=True)
class Sheet:
    """One page: its drawing, and the name by which other pages link to it."""

    name: str
    title: str
    scene: Scene
    paper: Paper = A3


def chart_pdf(sheets: Sequence[Sheet], font: bytes, picture: Picture) -> tuple[bytes, bool]:
    """The PDF of some pages, and whether the font had every letter. `font` is a TrueType file.

    Helvetica is used where it has the letters, since every reader of PDF has it; the font given where it has not; and
    where that lacks them too, a picture of the words.
    """
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=sheets[0].paper, invariant=1, lang="en-GB", pageCompression=1)
    canvas.setTitle(sheets[0].title)
    canvas.setCreator("igreg")
    canvas.setAuthor("igreg")
    canvas.setSubject("Drawn from the register. Do not edit: change the register and draw again.")
    face = TTFont(_FONT, io.BytesIO(font))
    pdfmetrics.registerFont(face)
    has = face.face.charToGlyph.__contains__
    names = {sheet.name for sheet in sheets}
    whole = True
    for sheet in sheets:
        scene = sheet.scene
        width, height = scene.width, scene.height
        long, short = sheet.paper
        page = (long, short) if width >= height else (short, long)
        scale = min((page[0] - 2 * EDGE) / width, (page[1] - 2 * EDGE) / height, MOST_GROWTH)
        canvas.setPageSize(page)
        canvas.bookmarkPage(sheet.name)
        canvas.addOutlineEntry(sheet.title, sheet.name)
        canvas.saveState()
        canvas.translate((page[0] - width * scale) / 2, page[1] - EDGE)
        canvas.scale(scale, -scale)
        writer = _Writer(canvas, names, has, picture)
        writer.write((Rectangle(0, 0, width, height, scene.paper), *scene.items))
        whole = whole and writer.whole
        canvas.restoreState()
        canvas.showPage()
    canvas.save()
    return out.getvalue(), whole


class _Writer:
    """Writes the things of a scene on a canvas whose y runs down, as it does in the scene."""

    def __init__(self, canvas: Canvas, names: set[str], has: Callable[[int], bool], picture: Picture) -> None:
        self.canvas, self.names, self.has, self.picture = canvas, names, has, picture
        self.whole = True

    def write(self, items: Sequence[Item]) -> None:
        """Some things, in their order."""
        for item in items:
            self.canvas.saveState()
            if isinstance(item, Group):
                self.canvas.translate(*item.at)
                if item.link:
                    self._link(item, item.link)
                self.write(item.items)
            elif isinstance(item, Words):
                self._words(item)
            else:
                self._shape(item)
            self.canvas.restoreState()

    def _shape(self, item: Rectangle | Stroke | Polygon | Ring) -> None:
        if isinstance(item, Rectangle):
            self.canvas.setFillColor(HexColor(item.fill))
            if item.stroke:
                self._stroke(item.stroke, item.weight, item.dashes)
            corner = min(item.corner, item.width / 2, item.height / 2)
            place = (item.x, item.y, item.width, item.height)
            self.canvas.roundRect(*place, corner, stroke=int(bool(item.stroke)), fill=1)
        elif isinstance(item, Ring):
            self._stroke(item.ink, item.weight)
            x, y, r = item.x, item.y, item.radius
            self.canvas.ellipse(x - r, y - r, x + r, y + r, stroke=1, fill=0)
        else:
            filled = isinstance(item, Polygon)
            if filled:
                self.canvas.setFillColor(HexColor(item.ink))
            self._stroke(item.ink, *((item.weight, item.dashes) if isinstance(item, Stroke) else ()))
            self.canvas.drawPath(_path(self.canvas.beginPath(), item), stroke=1, fill=int(filled))

    def _stroke(self, ink: str, weight: float = 1.0, dashes: tuple[float, ...] = ()) -> None:
        """Set the colour, weight and dashes of an outline."""
        self.canvas.setStrokeColor(HexColor(ink))
        self.canvas.setLineWidth(weight)
        if dashes:
            self.canvas.setDash(list(dashes))
            if min(dashes) <= 1:
                self.canvas.setLineCap(1)

    def _words(self, item: Words) -> None:
        self.canvas.setFillColor(HexColor(item.ink))
        out = self.canvas.beginText()
        out.setTextTransform(1, 0, 0, -1, item.x, item.y)
        if _in_helvetica(item.text):
            out.setFont("Helvetica-Bold" if item.bold else "Helvetica", item.size)
        else:
            if not all(self.has(ord(c)) for c in item.text):
                self.whole = False
                draw_picture(self.canvas, item, self.picture)
                return
            out.setFont(_FONT, item.size)
            if item.bold:
                out.setTextRenderMode(2)
                self.canvas.setLineWidth(item.size / 30)
                self.canvas.setStrokeColor(HexColor(item.ink))
        out.textOut(item.text)
        self.canvas.drawText(out)

    def _link(self, group: Group, link: Link) -> None:
        """A link over the words in it: to another page of this file, or to an https: address."""
        xs: list[float] = []
        ys: list[float] = []
        for words in _words_in(group.items):
            bold = "Helvetica-Bold" if words.bold else "Helvetica"
            xs += [words.x, words.x + pdfmetrics.stringWidth(words.text, bold, words.size)]
            ys += [words.y - words.size, words.y + words.size * 0.3]
        if not xs:
            return
        where = (min(xs), min(ys), max(xs), max(ys))
        if isinstance(link, Address):
            self.canvas.linkURL(link.url, where, relative=1, thickness=0)
        elif link.name in self.names:
            self.canvas.linkRect("", link.name, where, relative=1, thickness=0)


def _words_in(items: Sequence[Item]) -> Iterator[Words]:
    """All words of some things; what is inside a group counts its places from where the group does."""
    for item in items:
        if isinstance(item, Words):
            yield item
        elif isinstance(item, Group):
            yield from _words_in(item.items)


def _path(path: Any, item: Stroke | Polygon) -> Any:
    """The steps of a line or the corners of a shape as a path of the canvas."""
    if isinstance(item, Polygon):
        path.moveTo(*item.points[0])
        for point in item.points[1:]:
            path.lineTo(*point)
        path.close()
        return path
    for step, points in item.steps:
        if step == "curve":
            for i in range(0, len(points) - 2, 3):
                path.curveTo(*points[i], *points[i + 1], *points[i + 2])
        else:
            (path.moveTo if step == "move" else path.lineTo)(*points[0])
    return path


def _in_helvetica(text: str) -> bool:
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True
