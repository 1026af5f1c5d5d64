"""igreg hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli.complete import days, ids
from igreg.cli.editing import Editing, editing
from igreg.cli.options import writes
from igreg.cli.session import Session, offered
from igreg.errors import IgregError

if TYPE_CHECKING:
    from igreg.analysis.as_of import AsOf


@writes
def hold(
    at: Session,
    meeting: Annotated[
        str,
        typer.Argument(
            metavar="MEETING",
            help="The meeting's id; without it, those that wait are listed.",
            autocompletion=ids("meetings"),
        ),
    ] = "",
    present: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHO",
            help="A role or person, or several with commas; repeatable.",
            autocompletion=ids("roles", "staff"),
        ),
    ] = None,
    apologies: Annotated[
        list[str] | None,
        typer.Option(metavar="WHO", help="Who sent apologies; repeatable.", autocompletion=ids("roles", "staff")),
    ] = None,
    minutes: Annotated[str | None, typer.Option(metavar="PATH", help="The minutes, from the repository root.")] = None,
    on: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day it was held; default: the one planned.", autocompletion=days),
    ] = None,
) -> None:
    """Write down that a meeting was held."""
    from igreg.changes.meeting import hold as plan

    with editing(at) as work:
        if not meeting:
            raise _which(work.as_of)
        day = work.day("--on", on) if on is not None else None
        meeting = work.meant("MEETING", meeting, "meetings")
        there, away = _people(work, "--present", present), _people(work, "--apologies", apologies)
        work.carry_out(plan(work.as_of, meeting, there, minutes, day, away))


def _people(work: Editing, option: str, given: list[str] | None) -> list[str]:
    """The roles and people that an option names, some of them with commas between; a name with a comma is one."""
    found: list[str] = []
    for text in given or ():
        words = [word.strip() for word in text.split(",") if word.strip()]
        whole = len(words) == 1 or bool(work.register.lookup.matches(text, ("roles", "staff")))
        found += [work.meant(option, word, "roles", "staff") for word in ([text] if whole else words)]
    return found


def _which(as_of: AsOf) -> IgregError:
    """The error that no meeting is named, with those that are planned, the next of them first."""
    from igreg.analysis.meetings import waiting

    title = as_of.register.title
    found = [f"{one.id} ({title(one.group)}, {one.date})" for one in waiting(as_of.register) if one.group]
    none = "none is planned: igreg plan-meeting GROUP --on DATE"
    return IgregError("which meeting was held? Name it by its id", offered(found) or none)
