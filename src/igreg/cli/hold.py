"""igreg hold."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli.complete import ids
from igreg.cli.editing import DryRun, Folder, carry_out, opened
from igreg.cli.options import Today


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
) -> None:
    """Write down that a meeting was held."""
    from igreg.cli.editing import day_of
    from igreg.due.act import hold as plan
    from igreg.model.values import parse_day

    folder, whole = opened(register)
    day = parse_day(day_of(whole, on, today)) if on else None
    made = plan(whole, meeting, present or [], minutes, day)
    carry_out(folder, whole, made, dry_run=dry_run, today=today, facts=False)
