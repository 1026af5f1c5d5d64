"""igreg hold."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli.complete import ids
from igreg.cli.editing import editing
from igreg.cli.options import writes
from igreg.cli.session import Session


@writes
def hold(
    at: Session,
    meeting: Annotated[str, typer.Argument(metavar="MEETING", help="Its id.", autocompletion=ids("meetings"))],
    present: Annotated[
        list[str] | None,
        typer.Option(metavar="WHO", help="A role or person; repeatable.", autocompletion=ids("roles", "staff")),
    ] = None,
    minutes: Annotated[str | None, typer.Option(metavar="PATH", help="The minutes, from the repository root.")] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The day, if not the one planned.")] = None,
) -> None:
    """Write down that a meeting was held."""
    from igreg.changes.meeting import hold as plan

    with editing(at) as work:
        day = work.day("--on", on) if on is not None else None
        meeting = work.meant("MEETING", meeting, "meetings")
        there = [work.meant("--present", one, "roles", "staff") for one in present or ()]
        work.carry_out(plan(work.as_of, meeting, there, minutes, day))
