"""Rows of facts as a table, and where the terminal is narrow one below the other; as CSV, JSON and Markdown."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from igreg.facts.life import Fact
from igreg.language.english import counted
from igreg.render.escape.csv import table as csv_table
from igreg.render.escape.markdown import code, md
from igreg.render.escape.terminal import plain
from igreg.render.facts.life import hand, looked, out_of_date, since

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

NARROW = 72
"""Below this many columns a table would break most words."""
COLUMNS = (
    *("id", "says", "source", "url", "checked", "edition", "nation", "in_force_from", "until", "confidence"),
    *("first_hand", "own", "out_of_date"),
)


def values(row: Fact, today: dt.date) -> dict[str, object]:
    """A row as machines read it; what is not known is null."""
    dumped = row.model_dump(mode="json")
    nation = "uk" if row.nations == "UK" else ", ".join(row.nation)
    made = {"id": row.id, "says": row.in_words, "nation": nation, "out_of_date": out_of_date(row, today)}
    return {name: made.get(name, dumped.get(name)) for name in COLUMNS}


def facts_json(rows: Sequence[Fact], today: dt.date) -> str:
    """The rows as a list of objects."""
    return json.dumps([values(row, today) for row in rows], ensure_ascii=False, indent=1) + "\n"


def facts_csv(rows: Sequence[Fact], today: dt.date) -> str:
    """The rows for a spreadsheet."""
    return csv_table(COLUMNS, ([_word(value) for value in values(row, today).values()] for row in rows))


def facts_markdown(rows: Sequence[Fact], today: dt.date) -> str:
    """The rows as a table of a page."""
    head = ("Row", "What it says", "Source", "Its life")
    lines = [f"| {' | '.join(head)} |", f"|{' --- |' * len(head)}"]
    for row in rows:
        where = f"{md(row.source)} <{row.url}>" if row.url and row.url.startswith("https://") else md(row.source)
        lines.append(f"| {code(row.id)} | {md(row.in_words)} | {where} | {md('; '.join(_life(row, today)))} |")
    return "\n".join(lines) + "\n"


def facts_table(rows: Sequence[Fact], today: dt.date, *, width: int, colour: bool, quiet: bool = False) -> str:
    """The rows, as wide as the terminal."""
    from rich.console import Console

    out = io.StringIO()
    console = Console(
        file=out, width=width, color_system="standard" if colour else None, force_terminal=colour, highlight=False
    )
    if rows:
        (_stack if width < NARROW else _table)(console, rows, today)
    text = "\n".join(line.rstrip() for line in out.getvalue().split("\n")).strip("\n") + "\n" * bool(rows)
    return text if quiet else f"{text}{counted(len(rows), 'row')}\n"


def _table(console: Console, rows: Sequence[Fact], today: dt.date) -> None:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, width=console.width, pad_edge=False, show_edge=False)
    table.add_column("What it says", ratio=5, overflow="fold")
    table.add_column("Where from", ratio=4, overflow="fold")
    for row in rows:
        table.add_row(_said(row), _from(row, today))
    console.print(table)


def _stack(console: Console, rows: Sequence[Fact], today: dt.date) -> None:
    from rich.padding import Padding

    for row in rows:
        console.print(_said(row), overflow="fold")
        console.print(Padding(_from(row, today), (0, 0, 1, 2)), overflow="fold")


def _said(row: Fact) -> Text:
    from rich.text import Text

    return Text(plain(row.id), style="bold").append(f"\n{plain(row.in_words)}", style="not bold")


def _from(row: Fact, today: dt.date) -> Text:
    from rich.text import Text

    text = Text(plain(row.source))
    for part in _life(row, today):
        text.append(f"\n{plain(part)}", style="red" if part.startswith("out of date") else "dim")
    return text


def _life(row: Fact, today: dt.date) -> list[str]:
    """Where it stands and how old it is, a part a line."""
    edition = f"edition {row.edition}" if row.edition else "no edition"
    parts = ["yours, from igreg.toml"] if row.own else []
    parts += [row.url or "address not known", f"{edition}; {row.nations}; {since(row)}"]
    parts += [looked(row), f"{row.confidence} confidence; {hand(row)}"]
    came = out_of_date(row, today)
    return [*parts, f"out of date: {came}"] if came else parts


def _word(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value
