"""The boxes of a chart as Graphviz's HTML-like labels: wrapped, measured and escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from igreg.chart.graph import Line, Node
from igreg.render import chart_colours as colour
from igreg.render.chart_words import drawable, width, wrap

TITLE = 11.0
SMALL = 10.0
"""Sizes of fonts in points; nothing in a drawing is smaller than SMALL."""
WIDEST = 176.0
"""Words wrap at so many points."""
_PAD = 6
_PAINT = {
    "vacant": (colour.GAP_INK, colour.GAP, True),
    "risk": (colour.GAP_INK, colour.GAP, True),
    "acting": (colour.CARE_INK, colour.CARE, False),
    "absent": (colour.CARE_INK, colour.CARE, False),
    "note": (colour.QUIET, "", False),
    "fold": (colour.QUIET, "", False),
}


def words(text: str) -> str:
    """Text for an HTML-like label: that text and nothing else."""
    return escape(drawable(text), quote=True)


def node_label(node: Node, areas: tuple[str, ...]) -> str:
    """The whole label of a node, with angle brackets around it."""
    rows: list[tuple[list[str], float, bool, str, str]] = []
    if node.over:
        rows.append((_wrapped(node.over, SMALL), SMALL, False, colour.QUIET, ""))
    rows.append((_wrapped(node.title, TITLE, True), TITLE, True, colour.INK, ""))
    for line in node.lines:
        ink, paper, bold = _PAINT.get(line.kind, (colour.INK, "", False))
        rows.append((_lines(line, bold), SMALL, bold, ink, paper))
    badges = _badge_rows(node.areas)
    inner = max([_widest(lines, size, bold) for lines, size, bold, _, _ in rows] + [_row(b) for b in badges])
    total = round(inner * 1.03 + 2 * _PAD)
    body = [_badges(row, areas, total) for row in badges] + [
        _cell(lines, size, bold, ink, paper, total) for lines, size, bold, ink, paper in rows
    ]
    return f"<{_frame(node, total)}{''.join(body)}</TABLE>>"


def edge_label(lines: Sequence[str], ink: str, *, boxed: bool) -> str:
    """The label of a line: its first words in bold; in a frame where it must stand out."""
    wrapped = [(part, i == 0) for i, line in enumerate(lines) for part in _wrapped(line, SMALL, i == 0, 140)]
    most = round(max(width(part, SMALL, bold) for part, bold in wrapped) * 1.03 + 6)
    text = _joined([_bold(words(part)) if bold else words(part) for part, bold in wrapped])
    frame = f' BORDER="1" COLOR="{ink}"' if boxed else ' BORDER="0"'
    return (
        f'<<TABLE{frame} CELLBORDER="0" CELLSPACING="0" CELLPADDING="2" BGCOLOR="{colour.PAPER}"><TR>'
        f'<TD ALIGN="LEFT" BALIGN="LEFT" WIDTH="{most}"><FONT POINT-SIZE="{SMALL:g}" COLOR="{ink}">{text}</FONT>'
        "</TD></TR></TABLE>>"
    )


def _frame(node: Node, total: int) -> str:
    """The table's own attributes: shape and weight of the border say what kind of box it is, and that it is vacant."""
    fill = {"group": colour.GROUP, "body": colour.OUTSIDE, "audience": colour.OUTSIDE}.get(node.kind, colour.ROLE)
    if node.areas:
        fill = colour.LEAD
    ink, weight, style = colour.LINE, 1, "ROUNDED"
    if node.kind in ("group", "body", "unknown"):
        style = ""
    if node.kind in ("group", "audience"):
        weight = 2
    if node.areas:
        weight = 2
    if node.vacant or node.kind == "unknown":
        ink, weight, style, fill = colour.GAP_INK, 3, f"{style},DASHED".strip(","), colour.PAPER
    styled = f' STYLE="{style}"' if style else ""
    return (
        f'<TABLE BORDER="{weight}" CELLBORDER="0" CELLSPACING="0" CELLPADDING="2"{styled} COLOR="{ink}" '
        f'BGCOLOR="{fill}" WIDTH="{total}">'
    )


def _cell(lines: list[str], size: float, bold: bool, ink: str, paper: str, total: int) -> str:
    text = _joined([words(part) for part in lines])
    text = f'<FONT POINT-SIZE="{size:g}" COLOR="{ink}">{_bold(text) if bold else text}</FONT>'
    paint = f' BGCOLOR="{paper}"' if paper else ""
    return f'<TR><TD ALIGN="LEFT" BALIGN="LEFT" WIDTH="{total}"{paint}>{text}</TD></TR>'


def _badges(row: tuple[str, ...], areas: tuple[str, ...], total: int) -> str:
    cells = "".join(
        f'<TD BGCOLOR="{colour.badge(areas, area)}" STYLE="ROUNDED" WIDTH="{_badge(area):.0f}">'
        f'<FONT POINT-SIZE="{SMALL:g}" COLOR="{colour.ON_BADGE}"><B>{words(area)} </B></FONT></TD>'
        for area in row
    )
    return (
        f'<TR><TD ALIGN="LEFT" WIDTH="{total}"><TABLE BORDER="0" CELLBORDER="0" CELLSPACING="2" CELLPADDING="2">'
        f"<TR>{cells}</TR></TABLE></TD></TR>"
    )


def _badge_rows(areas: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Badges side by side for as far as they fit."""
    rows: list[tuple[str, ...]] = []
    for area in areas:
        if rows and _row((*rows[-1], area)) <= WIDEST:
            rows[-1] = (*rows[-1], area)
        else:
            rows.append((area,))
    return rows


def _badge(area: str) -> float:
    return width(drawable(area), SMALL, True) * 1.03 + 8


def _row(row: tuple[str, ...]) -> float:
    return sum(_badge(area) + 4 for area in row)


def _wrapped(text: str, size: float, bold: bool = False, most: float = WIDEST) -> list[str]:
    return wrap(drawable(text), size, most, bold)


def _lines(line: Line, bold: bool) -> list[str]:
    return _wrapped(line.text, SMALL, bold)


def _widest(lines: Iterable[str], size: float, bold: bool) -> float:
    return max((width(part, size, bold) for part in lines), default=0.0)


def _joined(lines: list[str]) -> str:
    """Lines with breaks between them; a blank before each, so that the words are apart without the breaks too."""
    return ' <BR ALIGN="LEFT"/>'.join(lines)


def _bold(text: str) -> str:
    return f"<B>{text}</B>" if text else ""
