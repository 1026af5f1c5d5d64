"""igreg leave."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from igreg.cli import console
from igreg.cli.complete import days, ids
from igreg.cli.editing import editing
from igreg.cli.options import writes
from igreg.cli.session import Session


@writes
def leave(
    at: Session,
    staff: Annotated[str, typer.Argument(metavar="STAFF", help="The person: id or name.", autocompletion=ids("staff"))],
    on: Annotated[str, typer.Option(metavar="DATE", help="The last day of employment.", autocompletion=days)],
) -> None:
    """Write down that somebody leaves; first show everything the person holds or owes."""
    from igreg.changes.holdings import holdings
    from igreg.changes.leaving import leave as plan
    from igreg.render.escape.terminal import plain

    with editing(at) as work:
        day = work.day("--on", on)
        staff = work.meant("STAFF", staff, "staff")
        lines = holdings(work.register, staff, day)
        console.write(f"{plain(work.register.title(staff))} on {day}:\n")
        console.write("".join(f"  {plain(line)}\n" for line in lines) or "  holds and owes nothing\n")
        work.carry_out(plan(work.register, staff, day), facts=True, after=day + dt.timedelta(days=1))
