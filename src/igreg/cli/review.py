"""igreg review."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli.complete import among, days, ids, reviewed
from igreg.cli.editing import editing
from igreg.cli.options import writes
from igreg.cli.session import Session
from igreg.errors import unknown

OUTCOMES = ("unchanged", "changed", "withdrawn")


@writes
def review(
    at: Session,
    records: Annotated[list[str], typer.Argument(metavar="ID", help="What was reviewed.", autocompletion=reviewed)],
    outcome: Annotated[
        str,
        typer.Option(metavar="OUTCOME", help="unchanged, changed or withdrawn.", autocompletion=among(*OUTCOMES)),
    ],
    by: Annotated[
        str,
        typer.Option(metavar="WHO", help="The role or person who reviewed it.", autocompletion=ids("roles", "staff")),
    ],
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day of the review; default: today.", autocompletion=days)
    ] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Added to the record's notes.")] = None,
) -> None:
    """Write down that records were reviewed, changed or not."""
    from igreg.changes.review import review as plan

    if outcome not in OUTCOMES:
        raise unknown("--outcome", "outcome", outcome, OUTCOMES)
    with editing(at) as work:
        by, day = work.meant("--by", by, "roles", "staff"), work.day("--on", on)
        ids = [work.meant("ID", one) for one in records]
        work.carry_out(plan(work.register, ids, outcome, by, day, note))
