"""igreg assign."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli.complete import among, days, ids
from igreg.cli.editing import editing
from igreg.cli.options import writes
from igreg.cli.session import Session
from igreg.errors import unknown

CAPACITIES = ("substantive", "acting", "deputy")


@writes
def assign(
    at: Session,
    role: Annotated[
        str, typer.Argument(metavar="ROLE", help="The role: id, title or function.", autocompletion=ids("roles"))
    ],
    staff: Annotated[str, typer.Argument(metavar="STAFF", help="The person: id or name.", autocompletion=ids("staff"))],
    start: Annotated[str, typer.Option("--from", metavar="DATE", help="The first day.", autocompletion=days)],
    capacity: Annotated[
        str,
        typer.Option("--as", metavar="HOW", help="substantive, acting or deputy.", autocompletion=among(*CAPACITIES)),
    ] = "substantive",
    by: Annotated[str | None, typer.Option(metavar="TEXT", help="The minute or letter that assigns it.")] = None,
    instead_of: Annotated[
        str | None,
        typer.Option(metavar="STAFF", help="Who is followed, where several share it.", autocompletion=ids("staff")),
    ] = None,
    beside: Annotated[bool, typer.Option("--beside", help="Add a partner of a job share: nobody ends.")] = False,
) -> None:
    """Give a role to somebody; whoever they take it over from ends the day before.

    A substantive holder takes over from everybody who fills the role, or in a job share from the one who leaves;
    somebody acting takes over from another who acts, and a deputy from nobody. With --beside nobody ends.
    """
    from igreg.changes.appointment import assign as plan

    if capacity not in CAPACITIES:
        raise unknown("--as", "capacity", capacity, CAPACITIES)
    with editing(at) as work:
        first, today = work.day("--from", start), work.now.date()
        role, staff = work.meant("ROLE", role, "roles"), work.meant("STAFF", staff, "staff")
        instead_of = None if instead_of is None else work.meant("--instead-of", instead_of, "staff")
        work.carry_out(
            plan(work.register, role, staff, first, capacity, by, instead_of=instead_of, beside=beside, today=today)
        )
