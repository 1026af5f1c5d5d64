"""igreg leave."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from igreg.cli import console
from igreg.cli.complete import ids
from igreg.cli.editing import DryRun, Folder, carry_out, day_of, opened
from igreg.cli.options import Today


def leave(
    staff: Annotated[str, typer.Argument(metavar="STAFF", help="The person's id.", autocompletion=ids("staff"))],
    on: Annotated[str, typer.Option(metavar="DATE", help="The last day of employment.")],
    dry_run: DryRun = False,
    register: Folder = None,
    today: Today = None,
) -> None:
    """Write down that somebody leaves; first show everything the person holds or owes."""
    from igreg.due.act import holdings
    from igreg.due.act import leave as plan
    from igreg.model.values import parse_day
    from igreg.render.plain import plain

    folder, whole = opened(register)
    day = parse_day(day_of(whole, on, today))
    lines = holdings(whole, staff, day)
    console.write(f"{plain(whole.title(staff))} on {day}:\n")
    console.write("".join(f"  {plain(line)}\n" for line in lines) or "  holds and owes nothing\n")
    after = max(day + dt.timedelta(days=1), parse_day(day_of(whole, None, today)))
    carry_out(folder, whole, plan(whole, staff, day), dry_run=dry_run, today=after.isoformat(), facts=True)
