"""igreg assign."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli.complete import among, ids
from igreg.cli.editing import DryRun, Folder, editing
from igreg.cli.options import ConfigFile, Now, Quiet, Today, Verbose
from igreg.errors import unknown

CAPACITIES = ("substantive", "acting", "deputy")


def assign(
    role: Annotated[str, typer.Argument(metavar="ROLE", help="The role's id.", autocompletion=ids("roles"))],
    staff: Annotated[str, typer.Argument(metavar="STAFF", help="The person's id.", autocompletion=ids("staff"))],
    start: Annotated[str, typer.Option("--from", metavar="DATE", help="The first day.")],
    capacity: Annotated[
        str,
        typer.Option("--as", metavar="HOW", help="substantive, acting or deputy.", autocompletion=among(*CAPACITIES)),
    ] = "substantive",
    by: Annotated[str | None, typer.Option(metavar="TEXT", help="The minute or letter that assigns it.")] = None,
    dry_run: DryRun = False,
    register: Folder = None,
    today: Today = None,
    now: Now = None,
    config: ConfigFile = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Give a role to somebody; whoever they take it over from ends the day before."""
    from igreg.changes.appointment import assign as plan

    if capacity not in CAPACITIES:
        raise unknown("--as", "capacity", capacity, CAPACITIES)
    with editing(register, dry_run=dry_run, today=today, now=now, config=config, quiet=quiet) as work:
        work.carry_out(plan(work.register, role, staff, work.day("--from", start), capacity, by))
