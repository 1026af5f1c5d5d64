"""igreg plan-meeting."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli.complete import ids
from igreg.cli.editing import editing
from igreg.cli.options import writes
from igreg.cli.session import Session, typed_day
from igreg.errors import IgregError


@writes
def plan_meeting(
    at: Session,
    group: Annotated[str, typer.Argument(metavar="GROUP", help="Its id or title.", autocompletion=ids("groups"))],
    on: Annotated[str, typer.Option(metavar="DATE", help="The day of the meeting, or of the first of several.")],
    every: Annotated[
        str | None, typer.Option(metavar="SPAN", help="How far apart several are, such as '1 month'.")
    ] = None,
    times: Annotated[int | None, typer.Option(metavar="N", help="How many they are, with the first.")] = None,
) -> None:
    """Plan the next meeting of a group, or several at the same distance."""
    from igreg.analysis.unread import refuse_to_count
    from igreg.changes.planned import plan_meetings, series
    from igreg.model.meant import meant
    from igreg.model.span import parse_span

    known = meant("span", every) if every is not None else None
    if every is not None and (known is None or not known.certain):
        raise IgregError(f"--every: {every!r} is not how long something takes", "for example: --every '1 month'")
    days = series(typed_day("--on", on), parse_span(known.text) if known is not None else None, times)
    with editing(at) as work:
        refuse_to_count(work.register, "which meetings there are")
        id = work.meant("GROUP", group, "groups")
        work.carry_out(plan_meetings(work.as_of, id, days))
