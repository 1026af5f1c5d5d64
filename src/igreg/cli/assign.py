"""igreg assign."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli.complete import ids
from igreg.cli.editing import DryRun, Folder, carry_out, day_of, opened
from igreg.cli.options import Today
from igreg.errors import IgregError


def assign(
    role: Annotated[str, typer.Argument(metavar="ROLE", help="The role's id.", autocompletion=ids("roles"))],
    staff: Annotated[str, typer.Argument(metavar="STAFF", help="The person's id.", autocompletion=ids("staff"))],
    start: Annotated[str, typer.Option("--from", metavar="DATE", help="The first day.")],
    capacity: Annotated[
        str, typer.Option("--as", metavar="HOW", help="substantive, acting or deputy.")
    ] = "substantive",
    by: Annotated[str | None, typer.Option(metavar="TEXT", help="The minute or letter that assigns it.")] = None,
    dry_run: DryRun = False,
    register: Folder = None,
    today: Today = None,
) -> None:
    """Give a role to somebody; whoever fills it until then ends the day before."""
    from igreg.due.act import assign as plan
    from igreg.model.values import parse_day

    if capacity not in ("substantive", "acting", "deputy"):
        raise IgregError(f"--as: {capacity!r} is no capacity", "substantive, acting or deputy")
    folder, whole = opened(register)
    day = parse_day(day_of(whole, start, today))
    made = plan(whole, role, staff, day, capacity, by)
    carry_out(folder, whole, made, dry_run=dry_run, today=today, facts=False)
