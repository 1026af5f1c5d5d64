"""igreg facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli import console
from igreg.cli.complete import among, fact_rows, nations
from igreg.cli.options import asks
from igreg.cli.session import Session
from igreg.errors import IgregError, unknown

if TYPE_CHECKING:
    from igreg.facts.life import Fact
    from igreg.model.span import Span

FORMATS = ("table", "markdown", "csv", "json")


@asks
def facts(
    at: Session,
    word: Annotated[
        str,
        typer.Argument(metavar="WORD", help="Only rows with this id, or this word in them.", autocompletion=fact_rows),
    ] = "",
    stale: Annotated[
        str | None,
        typer.Option(metavar="SPAN", help="Only rows that nobody has looked at for so long, such as '1 year'."),
    ] = None,
    nation: Annotated[
        str | None,
        typer.Option(metavar="NATION", help="Only rows that hold in this nation.", autocompletion=nations),
    ] = None,
    format: Annotated[
        str,
        typer.Option(metavar="FORMAT", help="table, markdown, csv or json.", autocompletion=among(*FORMATS)),
    ] = "table",
) -> None:
    """Print what law and guidance say: each row with its source, how old that is, and how sure we are of it."""
    from igreg.facts.ask import stale as not_looked_at
    from igreg.facts.ask import with_word
    from igreg.facts.life import NATIONS
    from igreg.language.suggest import one_of

    if format not in FORMATS:
        raise unknown("--format", "format", format, FORMATS)
    if nation is not None and nation not in NATIONS:
        raise unknown("--nation", "nation", nation, NATIONS)
    facts, today = at.looked_up.figures.facts, at.day
    to_come = [row for row in facts.own.values() if not row.has_begun(today)]
    rows = (*facts.on(today).rows(), *to_come)
    ids = [row.id for row in rows]
    span, word = _span(stale, word)
    if word:
        rows = with_word(rows, word)
        if not rows:
            raise IgregError(f"no row of the facts has {word!r} in it", one_of(word, ids, "`igreg facts` lists them"))
    if nation is not None:
        rows = tuple(row for row in rows if row.in_nation(nation))
    if span is not None:
        rows = not_looked_at(rows, span, today)
    console.write(_text(at, rows, today, format))


def _span(stale: str | None, word: str) -> tuple[Span | None, str]:
    """The span that was meant, also where its two words were typed without quotation marks; and the word."""
    from igreg.due.choose import span

    if stale is None:
        return None, word
    if stale.isdecimal() and word:
        return span("--stale", f"{stale} {word}"), ""
    return span("--stale", stale), word


def _text(at: Session, rows: Sequence[Fact], today: dt.date, format: str) -> str:
    from igreg.render.facts.table import facts_csv, facts_json, facts_markdown, facts_table

    match format:
        case "json":
            return facts_json(rows, today)
        case "csv":
            return facts_csv(rows, today)
        case "markdown":
            return facts_markdown(rows, today)
    return facts_table(rows, today, width=console.width(), colour=at.style.colour, quiet=at.quiet)
