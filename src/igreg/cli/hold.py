"""igreg hold."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli.complete import ids
from igreg.cli.editing import DryRun, Folder, editing
from igreg.cli.options import ConfigFile, Now, Quiet, Today, Verbose


def hold(
    meeting: Annotated[str, typer.Argument(metavar="MEETING", help="Its id.", autocompletion=ids("meetings"))],
    present: Annotated[
        list[str] | None,
        typer.Option(metavar="WHO", help="A role or person; repeatable.", autocompletion=ids("roles", "staff")),
    ] = None,
    minutes: Annotated[str | None, typer.Option(metavar="PATH", help="The minutes, from the repository root.")] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The day, if not the one planned.")] = None,
    dry_run: DryRun = False,
    register: Folder = None,
    today: Today = None,
    now: Now = None,
    config: ConfigFile = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Write down that a meeting was held."""
    from igreg.changes.meeting import hold as plan

    with editing(register, dry_run=dry_run, today=today, now=now, config=config, quiet=quiet) as work:
        day = work.day("--on", on) if on is not None else None
        work.carry_out(plan(work.register, meeting, present or (), minutes, day))
