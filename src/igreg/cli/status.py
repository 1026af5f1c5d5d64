"""igreg status."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli import console
from igreg.cli.complete import among
from igreg.cli.options import reads
from igreg.cli.session import Session
from igreg.errors import unknown

FORMATS = ("text", "json")


@reads
def status(
    at: Session,
    format: Annotated[
        str, typer.Option(metavar="FORMAT", help="text or json.", autocompletion=among(*FORMATS))
    ] = "text",
) -> None:
    """Show on one screen how the register stands: leads, findings, what is due, breach clocks, training, assessment."""
    if format not in FORMATS:
        raise unknown("--format", "format", format, FORMATS)
    from igreg.render.status.json import status_json
    from igreg.render.status.text import status_text
    from igreg.status.look import look

    screen = look(at.open(), at.configured)
    console.write(status_json(screen) if format == "json" else status_text(screen, console.width(), at.style))
