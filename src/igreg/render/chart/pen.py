"""Writes SVG: one method for each shape, every word escaped; sizes and places are points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from html import escape

from igreg.render.chart import colours as colour
from igreg.render.chart.label import SMALL
from igreg.render.chart.metrics import drawable

LEADING = 1.25


class Pen:
    """Writes elements one after the other; text is always text, whatever stands in it."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def __str__(self) -> str:
        return "".join(self._parts)

    @contextmanager
    def group(self, attributes: Mapping[str, str], name: str = "g") -> Iterator[None]:
        """What is drawn inside is a group with these attributes, or another element that holds others."""
        self._parts.append(f"<{name}{_written(attributes)}>")
        yield
        self._parts.append(f"</{name}>")

    def say(self, name: str, text: str, attributes: Mapping[str, str] | None = None) -> None:
        """An element of words that is not drawn: a title, a description, a style."""
        self._parts.append(f"<{name}{_written(attributes or {})}>{escape(text, quote=False)}</{name}>")

    def text(
        self, x: float, y: float, text: str, size: float = SMALL, *, bold: bool = False, ink: str = colour.INK
    ) -> None:
        """One line of text with its baseline at `y`."""
        self.words(x, y, drawable(text), size, bold=bold, ink=ink)

    def words(self, x: float, y: float, text: str, size: float, *, bold: bool, ink: str) -> None:
        """The same for text that is drawable already."""
        weight = ' font-weight="bold"' if bold else ""
        said = escape(text.rstrip(" "), quote=False)
        self._parts.append(f'<text x="{_n(x)}" y="{_n(y)}" font-size="{size:g}" fill="{ink}"{weight}>{said}</text>')

    def lines(
        self,
        x: float,
        y: float,
        lines: Sequence[str],
        size: float = SMALL,
        *,
        bold: bool = False,
        ink: str = colour.INK,
    ) -> float:
        """Several lines, the first one's top at `y`; gives back where the next would begin."""
        for line in lines:
            self.text(x, y + size, line, size, bold=bold, ink=ink)
            y += size * LEADING
        return y

    def box(self, x: float, y: float, w: float, h: float, fill: str, stroke: str = "none", **more: str) -> None:
        """A rectangle."""
        rest = _written({name.replace("_", "-"): value for name, value in more.items()})
        place = f'x="{_n(x)}" y="{_n(y)}" width="{_n(w)}" height="{_n(h)}"'
        self._parts.append(f'<rect {place} fill="{fill}" stroke="{stroke}"{rest}/>')

    def paper(self, fill: str) -> None:
        """A ground for the whole drawing."""
        self._parts.append(f'<rect width="100%" height="100%" fill="{fill}"/>')

    def path(self, d: str, stroke: str, **more: str) -> None:
        """A line without filling."""
        rest = _written({name.replace("_", "-"): value for name, value in more.items()})
        self._parts.append(f'<path d="{d}" fill="none" stroke="{stroke}"{rest}/>')

    def polygon(self, points: Sequence[tuple[float, float]], ink: str) -> None:
        """A filled shape."""
        corners = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
        self._parts.append(f'<polygon points="{corners}" fill="{ink}" stroke="{ink}"/>')

    def ring(self, x: float, y: float, radius: float, stroke: str) -> None:
        """A circle without filling."""
        place = f'cx="{_n(x)}" cy="{_n(y)}" rx="{_n(radius)}" ry="{_n(radius)}"'
        self._parts.append(f'<ellipse {place} fill="none" stroke="{stroke}" stroke-width="1.4"/>')


def _written(attributes: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
