"""igreg due."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli import console
from igreg.cli.options import ConfigFile, NoColor, Now, Quiet, RegisterFolder, Today, Verbose, moment
from igreg.errors import FINDINGS, IgregError

FORMATS = ("table", "markdown", "csv", "json")
VIEWS = ("week", "owner", "kind")


def due(
    register: RegisterFolder = None,
    within: Annotated[str, typer.Option(metavar="SPAN", help="How far ahead to look.")] = "30 days",
    overdue: Annotated[bool, typer.Option("--overdue", help="Only what is overdue.")] = False,
    owner: Annotated[str | None, typer.Option(metavar="ROLE", help="Only what this role answers for.")] = None,
    person: Annotated[
        str | None, typer.Option("--for", metavar="STAFF", help="Only what falls to this person's roles.")
    ] = None,
    deputies: Annotated[bool, typer.Option("--deputies", help="With --for: roles that they deputise, too.")] = False,
    kind: Annotated[list[str] | None, typer.Option(metavar="KIND", help="Only this kind of record or date.")] = None,
    area: Annotated[str | None, typer.Option(metavar="AREA", help="Only this area.")] = None,
    unit: Annotated[str | None, typer.Option(metavar="UNIT", help="Only this unit and those below it.")] = None,
    by: Annotated[str | None, typer.Option(metavar="VIEW", help="Group by week, owner or kind.")] = None,
    people: Annotated[bool, typer.Option("--people", help="Name those whose training lapses.")] = False,
    format: Annotated[str, typer.Option(metavar="FORMAT", help="table, markdown, csv or json.")] = "table",
    fail_on_overdue: Annotated[bool, typer.Option("--fail-on-overdue", help="Exit 1 if anything is overdue.")] = False,
    today: Today = None,
    now: Now = None,
    config: ConfigFile = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
) -> None:
    """List everything that is due, with who does it and why."""
    from igreg.due.agenda import Choice, agenda
    from igreg.due.choose import kinds, known, span
    from igreg.register.read import read
    from igreg.render.due_json import due_json
    from igreg.render.due_text import due_csv, due_markdown, due_table
    from igreg.store.find import find_register
    from igreg.store.read import read_sources

    if format not in FORMATS:
        raise IgregError(f"--format: there is no format {format!r}", f"one of: {', '.join(FORMATS)}")
    if by is not None and by not in VIEWS:
        raise IgregError(f"--by: there is no view {by!r}", f"one of: {', '.join(VIEWS)}")
    whole = read(read_sources(find_register(register)))
    choice = Choice(
        within=span(within),
        overdue=overdue,
        owner=known(whole, "--owner", owner, "roles"),
        person=known(whole, "--for", person, "staff"),
        deputies=deputies,
        kinds=kinds(kind or ()),
        area=known(whole, "--area", area, "areas"),
        unit=known(whole, "--unit", unit, "units"),
    )
    found = agenda(whole, moment(whole, today, now), choice)
    if format == "json":
        console.write(due_json(found, people=people))
    elif format == "csv":
        console.write(due_csv(found, people=people))
    elif format == "markdown":
        console.write(due_markdown(found, by=by, people=people))
    else:
        width = console.width()
        console.write(due_table(found, by=by, people=people, width=width, colour=console.colour(no_color)))
    if fail_on_overdue and any(row.overdue for row in found.rows):
        raise typer.Exit(FINDINGS)
