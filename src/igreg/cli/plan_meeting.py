"""igreg plan-meeting."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli.complete import days, ids
from igreg.cli.editing import editing
from igreg.cli.options import writes
from igreg.cli.session import Session, offered, typed_day
from igreg.errors import IgregError


@writes
def plan_meeting(
    at: Session,
    group: Annotated[
        str,
        typer.Argument(
            metavar="GROUP",
            help="The group: id or title; without it, the groups are listed.",
            autocompletion=ids("groups"),
        ),
    ] = "",
    on: Annotated[
        str,
        typer.Option(metavar="DATE", help="The day of the meeting, or of the first of several.", autocompletion=days),
    ] = "",
    every: Annotated[
        str | None, typer.Option(metavar="SPAN", help="With --times: how far apart they are, such as '1 month'.")
    ] = None,
    times: Annotated[
        int | None, typer.Option(metavar="N", help="How many meetings to plan, the first one counted.")
    ] = None,
) -> None:
    """Plan the next meeting of a group, or several at the same distance."""
    from igreg.analysis.unread import refuse_to_count
    from igreg.changes.planned import plan_meetings, series
    from igreg.model.meant.meaning import meant
    from igreg.model.span import parse_span

    if not group:
        raise _which(at)
    if not on:
        raise IgregError("--on is missing: on which day?", f"for example: igreg plan-meeting {group} --on 2026-11-02")
    known = meant("span", every) if every is not None else None
    if every is not None and (known is None or not known.certain):
        raise IgregError(f"--every: {every!r} is not how long something takes", "for example: --every '1 month'")
    days = series(typed_day("--on", on), parse_span(known.text) if known is not None else None, times)
    with editing(at) as work:
        refuse_to_count(work.register, "which meetings there are")
        id = work.meant("GROUP", group, "groups")
        work.carry_out(plan_meetings(work.as_of, id, days))


def _which(at: Session) -> IgregError:
    """The error that no group is named, with those there are today."""
    from igreg.model.kinds.groups import Group

    as_of = at.open()
    gone = as_of.tenure.there.gone
    found = [as_of.register.lookup.called(one.id) for one in as_of.register.of(Group) if one.id and one.id not in gone]
    none = "there are no groups yet; for a new one: igreg add group"
    return IgregError("which group meets? Name it by its id or title", offered(found) or none)
