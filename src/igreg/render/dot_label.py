"""The boxes of a chart as Graphviz's HTML-like labels: wrapped, measured and escaped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from itertools import groupby
from typing import NamedTuple

from igreg.chart.graph import Line, Node
from igreg.render import chart_colours as colour
from igreg.render.chart_words import drawable, width, wrap

TITLE = 11.0
SMALL = 10.0
"""Sizes of fonts in points; nothing in a drawing is smaller than SMALL."""
WIDEST = 148.0
"""Words wrap at so many points."""
LABEL = 112.0
"""The same for the words at a line."""
_WIDE = 236.0
_TIGHT = 118.0
_TIGHT_LIST = 150.0
_LONG = 200
_TALLEST = 34
_COLUMNS = 5
TIGHT_LABEL = 86.0
_PAD = 4
_LEFT = 'ALIGN="LEFT" BALIGN="LEFT" VALIGN="TOP"'
_PAINT = {
    "vacant": (colour.GAP_INK, colour.GAP, True),
    "risk": (colour.GAP_INK, colour.GAP, True),
    "acting": (colour.CARE_INK, colour.CARE, False),
    "absent": (colour.CARE_INK, colour.CARE, False),
    "note": (colour.QUIET, "", False),
}


def words(text: str) -> str:
    """Text for an HTML-like label: that text and nothing else."""
    return _escaped(drawable(text))


def node_label(node: Node, areas: tuple[str, ...], tight: bool = False) -> str:
    """The whole label of a node, with angle brackets around it."""
    if node.kind == "fold":
        return _list_label(node, _TIGHT_LIST if tight else _WIDE)
    long = sum(len(line.text) for line in node.lines) > _LONG
    most = _TIGHT if tight else _WIDE if long else WIDEST
    rows: list[_Row] = []
    if node.over:
        rows.append(_Row(_wrapped(node.over, SMALL, most=most), SMALL, False, colour.QUIET, ""))
    rows.append(_Row(_wrapped(node.title, TITLE, True, most), TITLE, True, colour.INK, ""))
    rows += [_row(line, most) for line in node.lines]
    badges = _badge_rows(node.areas)
    inner = max([most, *(_widest(r) for r in rows), *(_badges_wide(b) for b in badges)])
    total = round(inner * 1.03 + 2 * _PAD)
    blocks = [list(block) for _, block in groupby(rows, key=lambda row: row.paper)]
    body = [_badges(row, areas, total) for row in badges] + [_cell(block, total) for block in blocks]
    if blocks[-1][0].paper:  # a rounded corner would cut through what is painted
        body.append(f'<TR><TD HEIGHT="{_PAD}"></TD></TR>')
    return f"<{_frame(node, total)}{''.join(body)}</TABLE>>"


def _list_label(node: Node, most: float) -> str:
    """A box that lists many: in columns, so that it does not grow taller than a page."""
    rows = [_row(replace(line, text=f"• {line.text}"), most) for line in node.lines]
    count = sum(len(row.lines) for row in rows)
    per_column = max(_TALLEST, -(-count // _COLUMNS))
    columns: list[list[_Row]] = [[]]
    for row in rows:
        if columns[-1] and sum(len(r.lines) for r in columns[-1]) + len(row.lines) > per_column:
            columns.append([])
        columns[-1].append(row)
    cells = []
    for column in columns:
        total = round(max([min(most, WIDEST), *(_widest(row) for row in column)]) * 1.03 + 2 * _PAD)
        blocks = [list(block) for _, block in groupby(column, key=lambda row: row.paper)]
        inner = "".join(_cell(block, total) for block in blocks)
        cells.append(
            f'<TD VALIGN="TOP"><TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">{inner}</TABLE></TD>'
        )
    head = _cell([_Row([node.title], SMALL, True, colour.QUIET, "")], round(min(most, WIDEST)))
    head = head.replace("<TD ", f'<TD COLSPAN="{len(cells)}" ', 1)
    frame = f'<TABLE BORDER="1" CELLBORDER="0" CELLSPACING="0" COLOR="{colour.LINE}" BGCOLOR="{colour.ROLE}">'
    rest = f"<TR>{''.join(cells)}</TR>" if node.lines else ""
    return f"<{frame}{head}{rest}</TABLE>>"


def _row(line: Line, most: float) -> _Row:
    ink, paper, bold = _PAINT.get(line.kind, (colour.INK, "", False))
    return _Row(_wrapped(line.text, SMALL, bold, most), SMALL, bold, ink, paper)


class _Row(NamedTuple):
    """Lines of one size and colour."""

    lines: list[str]
    size: float
    bold: bool
    ink: str
    paper: str


def edge_label(lines: Sequence[str], ink: str, most: float = LABEL, *, boxed: bool = False) -> str:
    """The label of a line: its first words in bold; in a frame where it must stand out."""
    wrapped = [(part, i == 0) for i, line in enumerate(lines) for part in _apart(_wrapped(line, SMALL, i == 0, most))]
    total = round(max(width(part, SMALL, bold) for part, bold in wrapped) * 1.03 + 6)
    text = _joined([_safe(part, bold) for part, bold in wrapped])
    frame = f' BORDER="1" COLOR="{ink}"' if boxed else ' BORDER="0"'
    return (
        f'<<TABLE{frame} CELLBORDER="0" CELLSPACING="0" CELLPADDING="2" BGCOLOR="{colour.PAPER}"><TR>'
        f'<TD ALIGN="LEFT" BALIGN="LEFT" WIDTH="{total}"><FONT POINT-SIZE="{SMALL:g}" COLOR="{ink}">{text}</FONT>'
        "</TD></TR></TABLE>>"
    )


def _frame(node: Node, total: int) -> str:
    """The table's own attributes: shape and weight of the border say what kind of box it is, and that it is vacant."""
    fill = colour.OUTSIDE if node.edge else colour.GROUP if node.kind in ("group", "unit") else colour.ROLE
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


def _cell(block: list[_Row], total: int) -> str:
    """Rows on one ground, one below the other."""
    parts = [
        f'<FONT POINT-SIZE="{row.size:g}" COLOR="{row.ink}">{_safe(line, row.bold)}</FONT>'
        for row in block
        for line in _apart(row.lines)
    ]
    paint = f' BGCOLOR="{block[0].paper}"' if block[0].paper else ""
    return f'<TR><TD {_LEFT} WIDTH="{total}" CELLPADDING="{_PAD}"{paint}>{_joined(parts)}</TD></TR>'


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
        if rows and _badges_wide((*rows[-1], area)) <= WIDEST:
            rows[-1] = (*rows[-1], area)
        else:
            rows.append((area,))
    return rows


def _badge(area: str) -> float:
    return width(drawable(area), SMALL, True) * 1.03 + 8


def _badges_wide(row: tuple[str, ...]) -> float:
    return sum(_badge(area) + 4 for area in row)


def _wrapped(text: str, size: float, bold: bool = False, most: float = WIDEST) -> list[str]:
    return wrap(drawable(text), size, most, bold)


def _widest(row: _Row) -> float:
    return max((width(part, row.size, row.bold) for part in row.lines), default=0.0)


def _apart(lines: list[str]) -> list[str]:
    """Lines of which the last ends in a blank, so that what follows is apart from it without the break too."""
    return [*lines[:-1], f"{lines[-1]} "]


def _joined(lines: list[str]) -> str:
    return '<BR ALIGN="LEFT"/>'.join(lines)


def _safe(text: str, bold: bool) -> str:
    """A line that is drawable already, escaped."""
    safe = _escaped(text)
    return f"<B>{safe}</B>" if bold and safe else safe


def _escaped(text: str) -> str:
    """A backslash is doubled, for Graphviz puts names in the place of `\\N` and its like in these labels too."""
    return escape(text, quote=False).replace("\\", "\\\\")
