"""A chart as PDF: the elements of its SVG drawn anew as vectors and words, a page of A3 for each page of the chart."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from igreg.render.chart.frame import tag
from igreg.render.chart.pdf_words import Picture, draw_picture

A3 = (1190.55, 841.89)
EDGE = 14.0
"""What is left white at each edge, in points: 5 mm."""
MOST_GROWTH = 1.6
"""A small chart is enlarged so many times at most."""
_FONT = "Arimo"
_NUMBER = re.compile(r"[MLHVCZ]|-?[0-9]+(?:\.[0-9]+)?")
_MOVE = re.compile(r"translate\((-?[0-9.]+)[ ,]+(-?[0-9.]+)\)")


@dataclass(frozen=True)
class Sheet:
    """One page: its SVG, and the name by which other pages link to it."""

    name: str
    title: str
    svg: str


def chart_pdf(sheets: Sequence[Sheet], font: bytes, picture: Picture) -> tuple[bytes, bool]:
    """The PDF of some pages, and whether the font had every letter. `font` is a TrueType file.

    Helvetica is used where it has the letters, since every reader of PDF has it; the font given where it has not; and
    where that lacks them too, a picture of the words.
    """
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A3, invariant=1, lang="en-GB", pageCompression=1)
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
        root = ET.fromstring(sheet.svg.encode("utf-8"))
        width, height = [float(n) for n in root.attrib["viewBox"].split()[2:]]
        page = A3 if width >= height else (A3[1], A3[0])
        scale = min((page[0] - 2 * EDGE) / width, (page[1] - 2 * EDGE) / height, MOST_GROWTH)
        canvas.setPageSize(page)
        canvas.bookmarkPage(sheet.name)
        canvas.addOutlineEntry(sheet.title, sheet.name)
        canvas.saveState()
        canvas.translate((page[0] - width * scale) / 2, page[1] - EDGE)
        canvas.scale(scale, -scale)
        drawer = _Drawer(canvas, names, has, picture, (width, height))
        drawer.draw(root)
        whole = whole and drawer.whole
        canvas.restoreState()
        canvas.showPage()
    canvas.save()
    return out.getvalue(), whole


class _Drawer:
    """Draws SVG elements on a canvas whose y runs down, as it does in SVG."""

    def __init__(
        self,
        canvas: Canvas,
        names: set[str],
        has: Callable[[int], bool],
        picture: Picture,
        size: tuple[float, float],
    ) -> None:
        self.canvas, self.names, self.has, self.picture, self.size = canvas, names, has, picture, size
        self.whole = True

    def draw(self, element: ET.Element) -> None:
        """An element and all in it."""
        kind = element.tag.rpartition("}")[2]
        if kind in ("title", "desc", "style"):
            return
        self.canvas.saveState()
        for x, y in _MOVE.findall(element.get("transform", "")):
            self.canvas.translate(float(x), float(y))
        if kind == "text":
            self._text(element)
        elif kind in ("rect", "path", "polygon", "polyline", "ellipse"):
            self._shape(kind, element)
        elif kind == "a":
            self._link(element)
        for child in element:
            self.draw(child)
        self.canvas.restoreState()

    def _shape(self, kind: str, element: ET.Element) -> None:
        fill, stroke = self._paint(element)
        get = element.get
        if kind == "rect":
            w = self.size[0] if get("width") == "100%" else float(get("width", "0"))
            h = self.size[1] if get("height") == "100%" else float(get("height", "0"))
            x, y, corner = float(get("x", "0")), float(get("y", "0")), float(get("rx", "0"))
            self.canvas.roundRect(x, y, w, h, min(corner, w / 2, h / 2), stroke=stroke, fill=fill)
        elif kind == "ellipse":
            x, y, a, b = (float(get(name, "0")) for name in ("cx", "cy", "rx", "ry"))
            self.canvas.ellipse(x - a, y - b, x + a, y + b, stroke=stroke, fill=fill)
        else:
            path = self.canvas.beginPath()
            if kind == "path":
                _trace(path, get("d", ""))
            else:
                numbers = [float(n) for n in re.findall(r"-?[0-9.]+", get("points", ""))]
                for i in range(0, len(numbers) - 1, 2):
                    (path.lineTo if i else path.moveTo)(numbers[i], numbers[i + 1])
                if kind == "polygon":
                    path.close()
            self.canvas.drawPath(path, stroke=stroke, fill=fill)

    def _paint(self, element: ET.Element) -> tuple[int, int]:
        """Set colours, weight and dashes; gives whether to fill and whether to stroke."""
        fill, stroke = _colour(element.get("fill", "black")), _colour(element.get("stroke", "none"))
        if fill is not None:
            self.canvas.setFillColor(fill)
        if stroke is not None:
            self.canvas.setStrokeColor(stroke)
            self.canvas.setLineWidth(float(element.get("stroke-width", "1")))
            dashes = [float(n) for n in re.findall(r"[0-9.]+", element.get("stroke-dasharray", ""))]
            if dashes:
                self.canvas.setDash(dashes)
                if min(dashes) <= 1:
                    self.canvas.setLineCap(1)
        return int(fill is not None), int(stroke is not None)

    def _text(self, element: ET.Element) -> None:
        text = element.text or ""
        bold = element.get("font-weight") == "bold"
        self._paint(element)
        out = self.canvas.beginText()
        place = float(element.get("x", "0")), float(element.get("y", "0"))
        out.setTextTransform(1, 0, 0, -1, *place)
        points = float(element.get("font-size", "10"))
        if _in_helvetica(text):
            out.setFont("Helvetica-Bold" if bold else "Helvetica", points)
        else:
            if not all(self.has(ord(c)) for c in text):
                self.whole = False
                draw_picture(self.canvas, text, place, points, bold, element.get("fill", "black"), self.picture)
                return
            out.setFont(_FONT, points)
            if bold:
                out.setTextRenderMode(2)
                self.canvas.setLineWidth(points / 30)
                self.canvas.setStrokeColor(_colour(element.get("fill", "black")))
        out.textOut(text)
        self.canvas.drawText(out)

    def _link(self, element: ET.Element) -> None:
        """A link over the words in it: to another page of this file, or to an https: address."""
        target = element.get("href", "")
        xs: list[float] = []
        ys: list[float] = []
        for inner in element.iter(tag("text")):
            x, y, points = (float(inner.get(name, "0")) for name in ("x", "y", "font-size"))
            bold = "Helvetica-Bold" if inner.get("font-weight") == "bold" else "Helvetica"
            xs += [x, x + pdfmetrics.stringWidth(inner.text or "", bold, points)]
            ys += [y - points, y + points * 0.3]
        if not xs:
            return
        where = (min(xs), min(ys), max(xs), max(ys))
        page = target.removesuffix(".svg")
        if page in self.names:
            self.canvas.linkRect("", page, where, relative=1, thickness=0)
        elif target.startswith("https://"):
            self.canvas.linkURL(target, where, relative=1, thickness=0)


def _trace(path: object, d: str) -> None:
    """Draw an SVG path of absolute moves, lines and curves."""
    steps = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Z": 0}
    words = _NUMBER.findall(d)
    i, command, x, y = 0, "M", 0.0, 0.0
    while i < len(words):
        if words[i] in steps:
            command = words[i]
            i += 1
        count = steps[command]
        n = [float(word) for word in words[i : i + count]]
        i += count
        if command == "Z":
            path.close()  # type: ignore[attr-defined]
            continue
        if command == "C":
            path.curveTo(*n)  # type: ignore[attr-defined]
            x, y = n[4:]
            continue
        x = n[0] if command != "V" else x
        y = n[-1] if command != "H" else y
        (path.moveTo if command == "M" else path.lineTo)(x, y)  # type: ignore[attr-defined]
        command = "L" if command == "M" else command


def _colour(name: str) -> object | None:
    if name in ("none", "transparent"):
        return None
    found: object = HexColor({"black": "#000000", "white": "#ffffff"}.get(name, name))
    return found


def _in_helvetica(text: str) -> bool:
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True
