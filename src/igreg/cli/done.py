"""igreg done."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli.complete import days, ids
from igreg.cli.editing import editing
from igreg.cli.options import writes
from igreg.cli.session import Session


@writes
def done(
    at: Session,
    action: Annotated[str, typer.Argument(metavar="ACTION", help="The action's id.", autocompletion=ids("actions"))],
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day it was done; default: today.", autocompletion=days)
    ] = None,
    outcome: Annotated[str | None, typer.Option(metavar="TEXT", help="What came of it.")] = None,
) -> None:
    """Write down that an action is done, wherever it stands."""
    from igreg.changes.action import done as plan

    with editing(at) as work:
        action = work.meant("ACTION", action, "actions")
        work.carry_out(plan(work.register, action, work.day("--on", on), outcome))
