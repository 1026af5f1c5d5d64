"""igreg timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli import console
from igreg.cli._subjects import KINDS, cannot_tell, former_ids, meant
from igreg.cli.complete import among, days, ids
from igreg.cli.options import words
from igreg.cli.session import Session, typed_day
from igreg.errors import FINDINGS, IgregError, unknown

if TYPE_CHECKING:
    from igreg.analysis.timeline import Timeline
    from igreg.drawing.paper import Choice

FORMATS = ("text", "svg", "png", "html", "csv", "json")
PICTURES = ("svg", "png")


@words
def timeline(
    at: Session,
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WHAT",
            help="Areas, functions, roles or people, by id or name; `role:risk` says which. Default: the roles that "
            "lead an area. Last, the register's folder.",
            autocompletion=ids("roles", "staff"),
        ),
    ] = None,
    first: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="DATE", help="The first day; default: the first of any row.", autocompletion=days
        ),
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="The last day; default: today.", autocompletion=days)
    ] = None,
    format: Annotated[
        str,
        typer.Option(metavar="FORMAT", help="text, svg, png, html, csv or json.", autocompletion=among(*FORMATS)),
    ] = "text",
    out: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Write into this file; - is standard output. A PNG needs one or the other."),
    ] = None,
    paper: Annotated[
        str,
        typer.Option(
            metavar="SIZE",
            help="a4, a3, or auto: the smallest on which words have 8 points.",
            autocompletion=among("a4", "a3", "auto"),
        ),
    ] = "auto",
    dpi: Annotated[int, typer.Option(metavar="N", min=24, max=1200, help="Dots per inch of a PNG.")] = 150,
    incomplete_ok: Annotated[
        bool, typer.Option("--incomplete-ok", help="Exit 0 though files could not be read.")
    ] = False,
) -> None:
    """Show who held what over time: substantive, acting and deputy, with vacancies and absences.

    It tells the dated appointments as the register has them now, as igreg who does. The register's folder comes last:
    igreg timeline risk dpo register.
    """
    if format not in FORMATS:
        raise unknown("--format", "format", format, FORMATS)
    size = _paper(paper)
    if format == "png" and out is None:
        raise IgregError("--format png needs --out", "for example: --format png --out timeline.png, or --out - ")
    at, asked = _register(at, what or ())
    found = _found(at, asked, first, last)
    _put(at, found, format, _target(at, out), size, dpi)
    if not found.is_certain and not found.rows:
        from igreg.analysis.who_held import DECIDES, hides

        raise cannot_tell("nobody is known to have held it", hides(found.register, DECIDES))
    if found.register.unread and not incomplete_ok:
        raise typer.Exit(FINDINGS)


def _register(at: Session, typed: Sequence[str]) -> tuple[Session, list[str]]:
    """The words that are asked about, and the register: a last word that is a folder holding one means it."""
    from igreg.store.find import holds_register

    asked = list(typed)
    last = asked[-1] if asked else ""
    if last and (holds_register(Path(last)) or ("/" in last and " " not in last)):
        at = replace(at, register=Path(asked.pop()))
    return at, asked


def _found(at: Session, asked: Sequence[str], first: str | None, last: str | None) -> Timeline:
    """The answer. Raises IgregError for a word that means nothing, and for days that run backwards."""
    from igreg.analysis.timeline import timeline as over_time

    begins = typed_day("--from", first) if first is not None else None
    ends = typed_day("--to", last) if last is not None else None
    as_of = at.open(KINDS)
    ends = as_of.today if ends is None else ends
    if begins is not None and begins > ends:
        raise IgregError(
            f"--from {begins} is after {'--to' if last is not None else 'today,'} {ends}",
            "the first day comes before the last: change one of them" if last else "name the last day too: --to",
        )
    former = former_ids(at, as_of.register, _GIT)
    subjects = [meant(at, as_of.register, word, former) for word in asked]
    return over_time(as_of.register, subjects, begins, ends, as_of.today)


def _target(at: Session, out: str | None) -> Path | None:
    """The file to write; nothing for standard output."""
    if out is None or out == "-":
        return None
    target = Path(out)
    at.refuse_target(target, "a timeline", "timeline.svg")
    return target


def _put(at: Session, found: Timeline, format: str, target: Path | None, paper: Choice, dpi: int) -> None:
    """The answer to standard output, or into a file; a picture of several pages into one file each."""
    from igreg.store.write import write_files

    if format not in (*PICTURES, "html"):
        text = _text(found, format, console.width() if target is None else _PAPER)
        if target is None:
            console.write(text)
            return
        files = {target: text.encode()}
        remarks: tuple[str, ...] = ()
    else:
        from igreg.publish.timeline import timeline_files

        made = timeline_files(found, format, paper, dpi, target.stem if target is not None else "timeline")
        remarks = made.remarks
        if target is None:
            console.write_bytes(made.pages[0])
            more = len(made.pages)
            note = f"it has {more} pages, and this is the first: --out FILE writes them all"
            at.remark("\n".join((*remarks, *([note] if more > 1 else []))))
            return
        files = {
            target if number == 1 else target.with_name(f"{target.stem}-{number}{target.suffix}"): page
            for number, page in enumerate(made.pages, 1)
        }
    write_files(files)
    at.remark("\n".join((*(f"wrote {path.as_posix()}" for path in files), *remarks)))


_GIT = 60.0
"""So many seconds may a call of Git take, which is asked only for a word that means nothing."""
_PAPER = 120
"""How wide the text is in a file."""


def _text(found: Timeline, format: str, width: int) -> str:
    """The answer in a format that is text."""
    if format == "json":
        from igreg.render.timeline.json import timeline_json

        return timeline_json(found)
    if format == "csv":
        from igreg.render.timeline.csv import timeline_csv

        return timeline_csv(found)
    from igreg.render.timeline.text import timeline_text
    from igreg.wording.timeline import time_chart

    return timeline_text(time_chart(found), width)


def _paper(given: str) -> Choice:
    """The paper that is asked for."""
    from igreg.drawing.paper import PAPERS

    for name in PAPERS:
        if name == given.lower():
            return name
    raise unknown("--paper", "size", given, tuple(PAPERS))
