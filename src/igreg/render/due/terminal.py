"""The list for people in a terminal: a table, or where that is narrow, one item below the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from igreg.due.item import DueList, Row
from igreg.language.characters import wrapped
from igreg.render.due.phrases import about, detail, groups, summary, when, who
from igreg.render.due.shares import HEADING, share_lines
from igreg.render.escape.colour import Style
from igreg.render.escape.terminal import cells, plain

NARROW = 72
"""Below this many columns a table would break most words."""
GAP = "   "
"""What stands between two columns."""
DAY = 10
"""How many cells a day takes: `2026-03-31`."""


def due_table(due_list: DueList, *, by: str | None, people: bool, width: int, colour: bool, quiet: bool = False) -> str:
    """A list that fits the terminal; what is overdue says so in words."""
    style, is_narrow = Style(colour), width < NARROW
    lines: list[str] = []
    for heading, rows in groups(due_list, by):
        if heading:
            lines += [style.bold(line.rstrip()) for line in wrapped(plain(heading), width)]
        if rows and is_narrow:
            lines += _stack(rows, due_list, people, width, style)
        elif rows:
            lines += _table(rows, due_list, people, width, style)
            if by is not None:
                lines.append("")
    shares = share_lines(due_list.shares)
    if shares:
        found = [line.rstrip() for share in shares for line in wrapped(plain(share), width)]
        lines += ["", style.bold(HEADING), *found, ""]
    text = "".join(f"{line}\n" for line in lines)
    if quiet:
        return text.strip("\n") + "\n" * bool(due_list.rows or shares)
    return text.lstrip("\n") + summary(due_list) + "\n"


def _table(rows: list[Row], due_list: DueList, people: bool, width: int, style: Style) -> Iterator[str]:
    """Three columns: the day takes what it needs, what is due five eighths of the rest, and who does it three.

    Laid out here in one pass: a general table library takes longer over a list of a thousand rows than reading the
    register does (decision 86).
    """
    days = max(DAY, *(cells(when(row)) for row in rows))
    rest = width - days - 2 * len(GAP) + 3  # a column's share counts the blanks beside it
    told = -(-5 * rest // 8) - 2
    whose = width - days - told - 2 * len(GAP)
    wrap_who, wrap_told = _wrapping(whose), _wrapping(told)
    yield style.bold(f"{'Due':{days}}{GAP}{'What':{told}}{GAP}Who")
    yield "─" * width
    for row in rows:
        due, owner = (str(row.item.due), when(row)), wrap_who(plain(who(row, due_list)))
        text = list(_told(row, due_list, people, wrap_told, style))
        for index in range(max(len(due), len(text), len(owner))):
            first = due[index] if index < len(due) else ""
            (second, shown) = text[index] if index < len(text) else ("", "")
            third = owner[index] if index < len(owner) else ""
            day = _dated(first, row, style) + " " * (days - cells(first))
            yield f"{day}{GAP}{shown}{' ' * (told - cells(second))}{GAP}{third}".rstrip()


def _stack(rows: list[Row], due_list: DueList, people: bool, width: int, style: Style) -> Iterator[str]:
    """One item below the other, its texts indented by two."""
    wrap = _wrapping(width - 2)
    for row in rows:
        for line in wrapped(f"{row.item.due}  {when(row)}", width):
            yield _dated(line.rstrip(), row, style)
        for _, shown in _told(row, due_list, people, wrap, style):
            yield f"  {shown}".rstrip()
        if row.item.owner is not None:
            yield from (f"  {line}".rstrip() for line in wrap(plain(who(row, due_list))))
        yield ""


def _wrapping(width: int) -> Callable[[str], list[str]]:
    """Wraps texts to a width; the same few owners stand in very many rows."""

    @cache
    def wrap(text: str) -> list[str]:
        return [line.rstrip() for line in wrapped(text, width)]

    return wrap


def _told(
    row: Row, due_list: DueList, people: bool, wrap: Callable[[str], list[str]], style: Style
) -> Iterator[tuple[str, str]]:
    """What it is, why it is due, and where it stands, line by line: the line, and how it is shown."""
    bold = len(row.item.what) + 1
    for line in wrap(f"{row.item.what}: {plain(about(row, due_list))}"):
        head, rest = line[:bold], line[bold:]
        yield line, f"{style.bold(head)}{rest}" if head else line
        bold = max(bold - len(line), 0)
    for part in (detail(row, due_list, people=people), f"{row.file}:{row.line}"):
        if part:
            yield from ((line, style.paint(line, "dim") if line else "") for line in wrap(plain(part)))


def _dated(text: str, row: Row, style: Style) -> str:
    return style.paint(text, "red") if row.overdue and text else text
