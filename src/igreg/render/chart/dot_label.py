"""The boxes of a chart as Graphviz's HTML-like labels, every word escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from igreg.drawing import colours as colour
from igreg.drawing.label import PAD, SMALL, Column, Frame, Label, Row, badge_width
from igreg.drawing.metrics import drawable

_LEFT = 'ALIGN="LEFT" BALIGN="LEFT" VALIGN="TOP"'


def words(text: str) -> str:
    """Text for an HTML-like label: that text and nothing else."""
    return _escaped(drawable(text))


def html_label(label: Label, areas: tuple[str, ...] = ()) -> str:
    """The whole label of a box, with angle brackets around it. `areas` are all areas, in their order."""
    if label.head is not None:
        return _list_label(label, label.head)
    (column,) = label.columns
    body = [_badges(row, areas, column.width) for row in label.badges] + _cells(column)
    if column.blocks[-1][0].paper:  # a rounded corner would cut through what is painted
        body.append(f'<TR><TD HEIGHT="{PAD}"></TD></TR>')
    return f"<{_table(label.frame, column.width)}{''.join(body)}</TABLE>>"


def html_words(label: Label) -> str:
    """The label of a line, with angle brackets around it."""
    frame, (column,) = label.frame, label.columns
    rows = column.blocks[0]
    text = _joined(_safe(part, row.bold) for row in rows for part in _apart(row.lines))
    edge = f' BORDER="1" COLOR="{frame.ink}"' if frame.weight else ' BORDER="0"'
    return (
        f'<<TABLE{edge} CELLBORDER="0" CELLSPACING="0" CELLPADDING="2" BGCOLOR="{frame.fill}"><TR>'
        f'<TD ALIGN="LEFT" BALIGN="LEFT" WIDTH="{column.width}"><FONT POINT-SIZE="{SMALL:g}" COLOR="{frame.ink}">{text}'
        "</FONT></TD></TR></TABLE>>"
    )


def _list_label(label: Label, title: Row) -> str:
    inner = "".join(
        f'<TD VALIGN="TOP"><TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">{"".join(_cells(column))}'
        "</TABLE></TD>"
        for column in label.columns
        if column.blocks
    )
    least = min(column.width for column in label.columns)
    head = _cell((title,), least).replace("<TD ", f'<TD COLSPAN="{len(label.columns)}" ', 1)
    frame = label.frame
    outer = f'<TABLE BORDER="1" CELLBORDER="0" CELLSPACING="0" COLOR="{frame.ink}" BGCOLOR="{frame.fill}">'
    return f"<{outer}{head}{f'<TR>{inner}</TR>' if inner else ''}</TABLE>>"


def _table(frame: Frame, total: int) -> str:
    """The table's own attributes."""
    style = ",".join(("ROUNDED",) * frame.rounded + ("DASHED",) * frame.dashed)
    styled = f' STYLE="{style}"' if style else ""
    return (
        f'<TABLE BORDER="{frame.weight}" CELLBORDER="0" CELLSPACING="0" CELLPADDING="2"{styled} COLOR="{frame.ink}" '
        f'BGCOLOR="{frame.fill}" WIDTH="{total}">'
    )


def _cells(column: Column) -> list[str]:
    return [_cell(block, column.width) for block in column.blocks]


def _cell(block: Sequence[Row], total: int) -> str:
    """Rows on one ground, one below the other."""
    parts = [
        f'<FONT POINT-SIZE="{row.size:g}" COLOR="{row.ink}">{_safe(line, row.bold)}</FONT>'
        for row in block
        for line in _apart(row.lines)
    ]
    paint = f' BGCOLOR="{block[0].paper}"' if block[0].paper else ""
    return f'<TR><TD {_LEFT} WIDTH="{total}" CELLPADDING="{PAD}"{paint}>{_joined(parts)}</TD></TR>'


def _badges(row: tuple[str, ...], areas: tuple[str, ...], total: int) -> str:
    cells = "".join(
        f'<TD BGCOLOR="{colour.badge(areas, area)}" STYLE="ROUNDED" WIDTH="{badge_width(area):.0f}">'
        f'<FONT POINT-SIZE="{SMALL:g}" COLOR="{colour.ON_BADGE}"><B>{words(area)} </B></FONT></TD>'
        for area in row
    )
    return (
        f'<TR><TD ALIGN="LEFT" WIDTH="{total}"><TABLE BORDER="0" CELLBORDER="0" CELLSPACING="2" CELLPADDING="2">'
        f"<TR>{cells}</TR></TABLE></TD></TR>"
    )


def _apart(lines: Sequence[str]) -> list[str]:
    """Lines of which the last ends in a blank, so that what follows is apart from it without the break too."""
    return [*lines[:-1], f"{lines[-1]} "]


def _joined(lines: Iterable[str]) -> str:
    return '<BR ALIGN="LEFT"/>'.join(lines)


def _safe(text: str, bold: bool) -> str:
    """A line that is drawable already, escaped."""
    safe = _escaped(text)
    return f"<B>{safe}</B>" if bold and safe else safe


def _escaped(text: str) -> str:
    """A backslash is doubled, for Graphviz puts names in the place of `\\N` and its like in these labels too."""
    return escape(text, quote=False).replace("\\", "\\\\")
