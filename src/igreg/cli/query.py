"""igreg query."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli import console
from igreg.cli.complete import among
from igreg.cli.options import sharing
from igreg.cli.session import Session
from igreg.errors import FINDINGS, USAGE, unknown

if TYPE_CHECKING:
    from igreg.tables.answer import Answer

FORMATS = ("table", "csv", "json", "markdown")


@sharing("folder", "today", "now", "config", "quiet", "verbose", "no_color")
def query(
    at: Session,
    sql: Annotated[str, typer.Argument(metavar="SQL", help="One question, such as SELECT title FROM policies.")],
    format: Annotated[
        str,
        typer.Option(metavar="FORMAT", help="table, csv, json or markdown.", autocompletion=among(*FORMATS)),
    ] = "table",
    no_names: Annotated[
        bool, typer.Option("--no-names", help="Without names, addresses and ids of people, and what may tell them.")
    ] = False,
    incomplete_ok: Annotated[
        bool, typer.Option("--incomplete-ok", help="Exit 0 though files could not be read.")
    ] = False,
) -> None:
    """Ask the register's tables in SQL; nothing is written, and nothing else can be reached."""
    from igreg.analysis.people_in_texts import People
    from igreg.cli._no_names import refuse_if_unknown
    from igreg.model.kinds import in_order
    from igreg.store.database import MOST_ROWS, ask
    from igreg.tables.rows import filled

    if format not in FORMATS:
        raise unknown("--format", "format", format, FORMATS)
    asked = at.open()
    register = asked.register
    if no_names:
        refuse_if_unknown(register)
    tables = filled(register, in_order(), People(register) if no_names else None)
    found = ask(tables, sql, asked.today, give_up=_give_up)
    console.write(_text(at, found, format, register.unread))
    if found.more:
        console.say(f"warning: there are more rows, and the first {MOST_ROWS:,} alone are shown: ask for less")
    if found.more or (register.unread and not incomplete_ok):
        raise typer.Exit(FINDINGS)


def _text(at: Session, found: Answer, format: str, unread: Sequence[str]) -> str:
    if format == "csv":
        from igreg.render.tables.csv import answer_csv

        return answer_csv(found, terminal=console.on_terminal())
    if format == "json":
        from igreg.render.tables.json import answer_json

        return answer_json(found, unread)
    from igreg.render.tables.text import answer_markdown, answer_text

    return answer_markdown(found) if format == "markdown" else answer_text(found, console.width(), at.style)


def _give_up() -> None:
    """End the whole process: one function of the database goes on though it was told to stop."""
    console.say("error: the question took too long and could not be stopped otherwise\n  ask for less")
    os._exit(USAGE)
