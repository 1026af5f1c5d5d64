"""igreg review."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli.complete import among, ids, reviewed
from igreg.cli.editing import DryRun, Folder, editing
from igreg.cli.options import ConfigFile, Now, Quiet, Today, Verbose
from igreg.errors import unknown

OUTCOMES = ("unchanged", "changed", "withdrawn")


def review(
    records: Annotated[list[str], typer.Argument(metavar="ID", help="What was reviewed.", autocompletion=reviewed)],
    outcome: Annotated[
        str,
        typer.Option(metavar="OUTCOME", help="unchanged, changed or withdrawn.", autocompletion=among(*OUTCOMES)),
    ],
    by: Annotated[
        str, typer.Option(metavar="WHO", help="The role or person who did it.", autocompletion=ids("roles", "staff"))
    ],
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The day; default: today.")] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Added to the record's notes.")] = None,
    dry_run: DryRun = False,
    register: Folder = None,
    today: Today = None,
    now: Now = None,
    config: ConfigFile = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Write down that records were reviewed, changed or not."""
    from igreg.changes.review import review as plan

    if outcome not in OUTCOMES:
        raise unknown("--outcome", "outcome", outcome, OUTCOMES)
    with editing(register, dry_run=dry_run, today=today, now=now, config=config, quiet=quiet) as work:
        work.carry_out(plan(work.register, records, outcome, by, work.day("--on", on), note))
