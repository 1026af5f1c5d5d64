"""A drawing as SVG: a file of its own, or a part of a page of HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from html import escape

from igreg.chart.about import Address, Link, OtherPage
from igreg.dataclass import dataclass
from igreg.drawing import colours as colour
from igreg.drawing.scene import Group, Item, Point, Polygon, Rectangle, Ring, Scene, Stroke, Words

NAMESPACE = "http://www.w3.org/2000/svg"
FONTS = "Arial, Helvetica, 'Liberation Sans', Arimo, sans-serif"
PIXELS = 4 / 3
"""Pixels in a point, as browsers count both."""


def chart_svg(scene: Scene) -> str:
    """The SVG file of a drawing, with title, description, reading order, tooltips and links."""
    banner = scene.source.replace("--", "- -")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- {banner} -->\n'
        f'<svg xmlns="{NAMESPACE}" role="graphics-document" aria-labelledby="chart-title chart-desc" '
        f"{_size(scene)}>{_said(scene)}<style>{style()}</style>{_body(scene, _File())}</svg>\n"
    )


def inline_svg(scene: Scene, pages: Iterable[str]) -> str:
    """A drawing as a part of a page: ids of its own, links to these other pages of it, boxes for the keyboard.

    A box that is a link becomes one control of the page, not one inside another; the script follows the link. Its name
    is then what it says and its title.
    """
    prefix = f"{scene.name}-"
    named = f"{prefix}chart-title {prefix}chart-desc"
    return (
        f'<svg xmlns="{NAMESPACE}" role="group" aria-labelledby="{escape(named)}" '
        f"{_size(scene)}>{_said(scene, prefix)}{_body(scene, _Part(prefix, frozenset(pages)))}</svg>"
    )


def picture_svg(scene: Scene, prefix: str) -> str:
    """A drawing as one picture of a page or a paper, heard as its title and description; nothing in it is a control.

    `prefix` begins its ids, so that a page may have several.
    """
    named = f"{prefix}chart-title {prefix}chart-desc"
    return (
        f'<svg xmlns="{NAMESPACE}" role="img" aria-labelledby="{escape(named)}" '
        f"{_size(scene)}>{_said(scene, prefix)}{_body(scene, _Still())}</svg>"
    )


def style() -> str:
    """The style of every drawing: dark on a dark screen, light on paper."""
    dark = "".join(
        f'[fill="{light}"]{{fill:{night}}}[stroke="{light}"]{{stroke:{night}}}' for light, night in colour.DARK.items()
    )
    underlined = ".pages a text,a:hover text{text-decoration:underline}"
    printed_so = "svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}.pages a text{text-decoration:none}"
    return (
        f"a:focus{{outline:3px solid #b35900;outline-offset:2px}}{underlined}"
        f"@media screen and (prefers-color-scheme:dark){{{dark}}}@media print{{{printed_so}}}"
    )


class _File:
    """How boxes and links are written in a file of its own."""

    def id(self, own: str) -> str:
        """The id of a group."""
        return own

    def box(self, group: Group) -> str:
        """The attributes of a box."""
        return f' role="graphics-symbol" aria-label="{escape(group.label)}"'

    def part(self, group: Group) -> str:
        """The attributes of what belongs together and is no box."""
        return f' role="group" aria-label="{escape(group.label)}"' if group.label else ""

    def link(self, group: Group, link: Link) -> tuple[str, str]:
        """What stands before and after a group that leads somewhere."""
        top = ' target="_top"' if group.symbol else ""
        return f'<a href="{escape(self.target(link))}"{top}>', "</a>"

    def target(self, link: Link) -> str:
        """Where a link leads: another page is the file beside this one."""
        return link.url if isinstance(link, Address) else f"{link.name}.svg"


@dataclass
class _Part(_File):
    """How boxes and links are written in a part of a page; the first box takes the keyboard's focus."""

    prefix: str
    pages: frozenset[str]
    _begun: bool = field(default=False, init=False)

    def id(self, own: str) -> str:
        return f"{self.prefix}{own}"

    def box(self, group: Group) -> str:
        focus = "-1" if self._begun else "0"
        self._begun = True
        if group.link:
            link, told = escape(self.target(group.link)), escape(group.label)
            return f' role="link" data-href="{link}" data-told="{told}" tabindex="{focus}"'
        return f' role="img" aria-label="{escape(group.label)}" tabindex="{focus}"'

    def link(self, group: Group, link: Link) -> tuple[str, str]:
        return ("", "") if group.symbol else (f'<a href="{escape(self.target(link))}">', "</a>")

    def target(self, link: Link) -> str:
        return f"#{link.name}" if isinstance(link, OtherPage) and link.name in self.pages else super().target(link)


class _Still(_File):
    """How boxes and links are written where nothing is followed and each box is only a part of the picture."""

    def id(self, own: str) -> str:
        return ""

    def box(self, group: Group) -> str:
        return ""

    def part(self, group: Group) -> str:
        return ""

    def link(self, group: Group, link: Link) -> tuple[str, str]:
        return "", ""


def pixels(scene: Scene) -> tuple[int, int]:
    """The width and the height that the SVG of a drawing gives itself."""
    return round(scene.width * PIXELS), round(scene.height * PIXELS)


def _size(scene: Scene) -> str:
    wide, high = pixels(scene)
    box = f"0 0 {scene.width:.2f} {scene.height:.2f}"
    return f'font-family="{FONTS}" lang="en-GB" viewBox="{box}" width="{wide}" height="{high}"'


def _said(scene: Scene, prefix: str = "") -> str:
    """Title and description: what a screen reader says first."""
    title, told = escape(scene.title, quote=False), escape(scene.description, quote=False)
    own = escape(prefix)
    return f'<title id="{own}chart-title">{title}</title><desc id="{own}chart-desc">{told}</desc>'


def _body(scene: Scene, way: _File) -> str:
    paper = f'<rect width="100%" height="100%" fill="{scene.paper}"/>'
    return paper + "".join(part for item in scene.items for part in _written(item, way))


def _written(item: Item, way: _File) -> Iterator[str]:
    """The elements of one thing."""
    if isinstance(item, Group):
        yield from _group(item, way)
    elif isinstance(item, Words):
        weight = ' font-weight="bold"' if item.bold else ""
        place = f'x="{_n(item.x)}" y="{_n(item.y)}" font-size="{item.size:g}" fill="{item.ink}"'
        yield f"<text {place}{weight}>{escape(item.text, quote=False)}</text>"
    elif isinstance(item, Rectangle):
        yield _rectangle(item)
    elif isinstance(item, Stroke):
        path = "".join(_step(step, points) for step, points in item.steps)
        weight = f' stroke-width="{item.weight:g}"' if item.weight != 1 else ""
        yield f'<path d="{path}" fill="none" stroke="{item.ink}"{weight}{_dashes(item.dashes)}/>'
    elif isinstance(item, Polygon):
        corners = " ".join(f"{_n(x)},{_n(y)}" for x, y in item.points)
        yield f'<polygon points="{corners}" fill="{item.ink}" stroke="{item.ink}"/>'
    elif isinstance(item, Ring):
        r = _n(item.radius)
        place = f'cx="{_n(item.x)}" cy="{_n(item.y)}" rx="{r}" ry="{r}"'
        yield f'<ellipse {place} fill="none" stroke="{item.ink}" stroke-width="{item.weight:g}"/>'


def _group(group: Group, way: _File) -> Iterator[str]:
    inside = "".join(part for item in group.items for part in _written(item, way))
    before, after = way.link(group, group.link) if group.link else ("", "")
    if group.link and not group.symbol:
        yield f"{before}{inside}{after}"
        return
    named = way.id(group.id) if group.id else ""
    own = f' id="{escape(named)}"' if named else ""
    sort = f' class="{escape(group.sort)}"' if group.sort else ""
    label = way.box(group) if group.symbol else way.part(group)
    x, y = group.at
    moved = f' transform="translate({_n(x)} {_n(y)})"' if x or y else ""
    told = f"<title>{escape(group.told, quote=False)}</title>" if group.told else ""
    yield f"{before}<g{own}{sort}{label}{moved}>{told}{inside}</g>{after}"


def _rectangle(item: Rectangle) -> str:
    place = f'x="{_n(item.x)}" y="{_n(item.y)}" width="{_n(item.width)}" height="{_n(item.height)}"'
    corner = f' rx="{item.corner:g}"' if item.corner else ""
    weight = f' stroke-width="{item.weight:g}"' if item.stroke and item.weight != 1 else ""
    stroke = item.stroke or "none"
    return f'<rect {place} fill="{item.fill}" stroke="{stroke}"{corner}{_dashes(item.dashes)}{weight}/>'


def _step(step: str, points: tuple[Point, ...]) -> str:
    return {"move": "M", "line": "L", "curve": "C"}[step] + " ".join(f"{x:.2f},{y:.2f}" for x, y in points)


def _dashes(dashes: tuple[float, ...]) -> str:
    return f' stroke-dasharray="{" ".join(f"{dash:g}" for dash in dashes)}"' if dashes else ""


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
