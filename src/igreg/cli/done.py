"""igreg done."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli.complete import ids
from igreg.cli.editing import DryRun, Folder, editing
from igreg.cli.options import ConfigFile, Now, Quiet, Today, Verbose


def done(
    action: Annotated[str, typer.Argument(metavar="ACTION", help="The action's id.", autocompletion=ids("actions"))],
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The day; default: today.")] = None,
    outcome: Annotated[str | None, typer.Option(metavar="TEXT", help="What came of it.")] = None,
    dry_run: DryRun = False,
    register: Folder = None,
    today: Today = None,
    now: Now = None,
    config: ConfigFile = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Write down that an action is done, wherever it stands."""
    from igreg.changes.action import done as plan

    with editing(register, dry_run=dry_run, today=today, now=now, config=config, quiet=quiet) as work:
        work.carry_out(plan(work.register, action, work.day("--on", on), outcome))
