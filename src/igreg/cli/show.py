"""igreg show."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli import console
from igreg.cli.complete import ids
from igreg.cli.options import reads
from igreg.cli.session import Session
from igreg.errors import IgregError


@reads
def show(
    at: Session,
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A record by id, name, title or function; or the id of an action or finding.",
            autocompletion=ids(),
        ),
    ],
) -> None:
    """Print a record, what it points to and what points to it."""
    from igreg.analysis.unread import refuse_to_call_unknown
    from igreg.render.record.text import record_text

    register = at.open().register
    id = at.meant(register, "", id)
    if id not in register.by_id:
        refuse_to_call_unknown(register, id)
        raise IgregError(f"no record has the id {id!r}", register.lookup.hint(id))
    console.write(record_text(register, id))
