"""igreg log."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli import console
from igreg.cli._lives import RecordEver, RecordLife
from igreg.cli.complete import among
from igreg.cli.options import GitTimeout, reads
from igreg.cli.session import Session
from igreg.errors import unknown

FORMATS = ("text", "markdown", "json")


@reads
def log(
    at: Session,
    id: RecordEver,
    git_timeout: GitTimeout = 60.0,
    format: Annotated[
        str, typer.Option(metavar="FORMAT", help="text, markdown or json.", autocompletion=among(*FORMATS))
    ] = "text",
) -> None:
    """Tell the life of one record: each commit that touched it, who made it and when, and what changed.

    It is followed from file to file and from id to id. History keeps what was deleted: what looks like somebody's
    details is not shown again, and is still there.
    """
    from igreg.render.life.json import log_json
    from igreg.render.life.markdown import log_markdown
    from igreg.render.life.text import log_text

    if format not in FORMATS:
        raise unknown("--format", "format", format, FORMATS)
    told = RecordLife(at, id, git_timeout)
    if format == "json":
        console.write(log_json(told.shown))
    elif format == "markdown":
        console.write(log_markdown(told.shown, told.called))
    else:
        console.write(log_text(told.shown, told.called, at.style))
