"""igreg done."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli.complete import ids
from igreg.cli.editing import DryRun, Folder, carry_out, day_of, opened
from igreg.cli.options import Today


def done(
    action: Annotated[str, typer.Argument(metavar="ACTION", help="The action's id.", autocompletion=ids("actions"))],
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The day; default: today.")] = None,
    outcome: Annotated[str | None, typer.Option(metavar="TEXT", help="What came of it.")] = None,
    dry_run: DryRun = False,
    register: Folder = None,
    today: Today = None,
) -> None:
    """Write down that an action is done, wherever it stands."""
    from igreg.due.act import done as plan
    from igreg.model.values import parse_day

    folder, whole = opened(register)
    day = parse_day(day_of(whole, on, today))
    carry_out(folder, whole, plan(whole, action, day, outcome), dry_run=dry_run, today=today, facts=False)
