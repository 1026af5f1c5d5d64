"""The list for people in a terminal: a table, or where that is narrow, one item below the other."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from igreg.due.item import DueList, Row
from igreg.render.due.phrases import about, detail, groups, summary, when, who
from igreg.render.escape.terminal import plain

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

NARROW = 72
"""Below this many columns a table would break most words."""


def due_table(due_list: DueList, *, by: str | None, people: bool, width: int, colour: bool, quiet: bool = False) -> str:
    """A list that fits the terminal; what is overdue says so in words."""
    from rich.console import Console
    from rich.text import Text

    out = io.StringIO()
    console = Console(
        file=out, width=width, color_system="standard" if colour else None, force_terminal=colour, highlight=False
    )
    show = _stack if width < NARROW else _table
    for heading, rows in groups(due_list, by):
        if heading:
            console.print(Text(plain(heading), style="bold"), overflow="fold")
        if rows:
            show(console, rows, due_list, people)
            if by is not None and show is _table:
                console.print()
    text = "\n".join(line.rstrip() for line in out.getvalue().split("\n"))
    return text.strip("\n") + "\n" * bool(due_list.rows) if quiet else text.lstrip("\n") + summary(due_list) + "\n"


def _table(console: Console, rows: list[Row], due_list: DueList, people: bool) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, width=console.width, pad_edge=False, show_edge=False)
    table.add_column("Due", no_wrap=True, min_width=10)
    table.add_column("What", ratio=5, overflow="fold")
    table.add_column("Who", ratio=3, overflow="fold")
    for row in rows:
        due = Text(f"{row.item.due}\n{when(row)}", style=_style(row))
        table.add_row(due, _told(row, due_list, people), Text(plain(who(row, due_list))))
    console.print(table)


def _stack(console: Console, rows: list[Row], due_list: DueList, people: bool) -> None:
    from rich.padding import Padding
    from rich.text import Text

    for row in rows:
        text = _told(row, due_list, people)
        if row.item.owner is not None:
            text.append(f"\n{plain(who(row, due_list))}", style="not bold not dim")
        console.print(Text(f"{row.item.due}  {when(row)}", style=_style(row)))
        text.overflow = "fold"
        console.print(Padding(text, (0, 0, 1, 2)))


def _told(row: Row, due_list: DueList, people: bool) -> Text:
    """What it is, why it is due, and where it stands, a line for each."""
    from rich.text import Text

    text = Text(f"{row.item.what}: ", style="bold").append(plain(about(row, due_list)), style="not bold")
    for part in (detail(row, due_list, people=people), f"{row.file}:{row.line}"):
        if part:
            text.append(f"\n{plain(part)}", style="not bold dim")
    return text


def _style(row: Row) -> str:
    return "red" if row.overdue else ""
