"""igreg log."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli import console
from igreg.cli.complete import among, ids
from igreg.cli.options import reads
from igreg.cli.session import Session
from igreg.errors import unknown

FORMATS = ("text", "markdown", "json")


@reads
def log(
    at: Session,
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A record by an id that it has or had, by name or title; or the id of an action or audit finding.",
            autocompletion=ids(),
        ),
    ],
    git_timeout: Annotated[float, typer.Option(metavar="SECONDS", min=0.01, help="For each call of Git.")] = 60.0,
    format: Annotated[
        str, typer.Option(metavar="FORMAT", help="text, markdown or json.", autocompletion=among(*FORMATS))
    ] = "text",
) -> None:
    """Tell the life of one record: each commit that touched it, who made it and when, and what changed.

    It is followed from file to file and from id to id. History keeps what was deleted: what looks like somebody's
    details is not shown again, and is still there.
    """
    from igreg.cli._lives import Told
    from igreg.render.life.json import log_json
    from igreg.render.life.markdown import log_markdown
    from igreg.render.life.text import log_text

    if format not in FORMATS:
        raise unknown("--format", "format", format, FORMATS)
    told = Told(at, id, git_timeout)
    if format == "json":
        console.write(log_json(told.shown))
    elif format == "markdown":
        console.write(log_markdown(told.shown, told.called))
    else:
        console.write(log_text(told.shown, told.called, at.style))
