"""igreg review."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli.complete import ids
from igreg.cli.editing import DryRun, Folder, carry_out, day_of, opened
from igreg.cli.options import Today
from igreg.errors import IgregError


def review(
    records: Annotated[list[str], typer.Argument(metavar="ID...", help="What was reviewed.", autocompletion=ids())],
    outcome: Annotated[str, typer.Option(metavar="OUTCOME", help="unchanged, changed or withdrawn.")],
    by: Annotated[
        str, typer.Option(metavar="WHO", help="The role or person who did it.", autocompletion=ids("roles", "staff"))
    ],
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The day; default: today.")] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Added to the record's notes.")] = None,
    dry_run: DryRun = False,
    register: Folder = None,
    today: Today = None,
) -> None:
    """Write down that records were reviewed, changed or not."""
    from igreg.due.act import review as plan
    from igreg.model.values import parse_day

    if outcome not in ("unchanged", "changed", "withdrawn"):
        raise IgregError(f"--outcome: {outcome!r} is no outcome", "unchanged, changed or withdrawn")
    folder, whole = opened(register)
    day = parse_day(day_of(whole, on, today))
    carry_out(folder, whole, plan(whole, records, outcome, by, day, note), dry_run=dry_run, today=today, facts=False)
