"""igreg blame."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli import console
from igreg.cli._lives import RecordEver, RecordLife
from igreg.cli.complete import among
from igreg.cli.options import GitTimeout, reads
from igreg.cli.session import Session
from igreg.errors import unknown

FORMATS = ("text", "json")


@reads
def blame(
    at: Session,
    id: RecordEver,
    git_timeout: GitTimeout = 60.0,
    format: Annotated[
        str, typer.Option(metavar="FORMAT", help="text or json.", autocompletion=among(*FORMATS))
    ] = "text",
) -> None:
    """Print a record with the commit, the day and the person behind each of its values.

    That is the last commit in which the value came to be; a move to another file is none. History keeps what was
    deleted: what looks like somebody's details is not shown again, and is still there.
    """
    from igreg.lives.shown import values_shown
    from igreg.render.life.json import blame_json
    from igreg.render.life.text import blame_text

    if format not in FORMATS:
        raise unknown("--format", "format", format, FORMATS)
    told = RecordLife(at, id, git_timeout)
    values = values_shown(told.life, told.said, told.withheld)
    if format == "json":
        console.write(blame_json(told.shown, values, tuple(at.unread)))
    else:
        console.write(blame_text(told.shown, values, told.called, at.style))
