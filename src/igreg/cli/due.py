"""igreg due."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli import console
from igreg.cli.options import (
    ConfigFile,
    NoColor,
    Now,
    Quiet,
    RegisterFolder,
    Today,
    Verbose,
    figures_in_force,
    moment,
)
from igreg.errors import FINDINGS, IgregError, unknown

if TYPE_CHECKING:
    from igreg.due.item import DueList
    from igreg.register.register import Register

FORMATS = ("table", "markdown", "csv", "json", "ics", "html", "eml")
FORECASTS = ("table", "csv", "json")
VIEWS = ("week", "owner", "kind", "unit", "area")


def due(
    register: RegisterFolder = None,
    within: Annotated[str, typer.Option(metavar="SPAN", help="How far ahead.")] = "30 days",
    overdue: Annotated[bool, typer.Option("--overdue", help="Only what is overdue.")] = False,
    owner: Annotated[str | None, typer.Option(metavar="ROLE", help="Only what this role answers for.")] = None,
    person: Annotated[
        str | None, typer.Option("--for", metavar="STAFF", help="Only what falls to this person's roles.")
    ] = None,
    deputies: Annotated[bool, typer.Option("--deputies", help="With --for: roles that they deputise, too.")] = False,
    kind: Annotated[list[str] | None, typer.Option(metavar="KIND", help="Only this kind of record or date.")] = None,
    area: Annotated[str | None, typer.Option(metavar="AREA", help="Only this area.")] = None,
    unit: Annotated[str | None, typer.Option(metavar="UNIT", help="Only this unit and those below it.")] = None,
    by: Annotated[str | None, typer.Option(metavar="VIEW", help="Group by week, owner, kind, unit or area.")] = None,
    people: Annotated[bool, typer.Option("--people", help="Name those whose training lapses.")] = False,
    format: Annotated[
        str, typer.Option(metavar="FORMAT", help="table, markdown, csv, json, ics, html or eml.")
    ] = "table",
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Where messages go, with --format eml.")] = None,
    forecast: Annotated[str | None, typer.Option(metavar="SPAN", help="Count by week, that far ahead.")] = None,
    fail_on_overdue: Annotated[bool, typer.Option("--fail-on-overdue", help="Exit 1 if anything is overdue.")] = False,
    today: Today = None,
    now: Now = None,
    config: ConfigFile = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
) -> None:
    """List everything that is due, with who does it and why."""
    from igreg.analysis.as_of import AsOf
    from igreg.due.choose import kinds, known, span
    from igreg.due.due_list import Choice, due_list
    from igreg.register.read import read
    from igreg.store.find import find_register
    from igreg.store.read import read_sources

    if format not in FORMATS:
        raise unknown("--format", "format", format, FORMATS)
    if by is not None and by not in VIEWS:
        raise unknown("--by", "view", by, VIEWS)
    if forecast is not None and (format not in FORECASTS or by is not None):
        raise IgregError("--forecast counts by week and owner", f"--format {' or '.join(FORECASTS)}, and no --by")
    if deputies and person is None:
        raise IgregError("--deputies goes with --for", "for example: --for j-osei --deputies")
    if (format == "eml") != (out is not None):
        raise IgregError("--format eml and --out go together", "for example: --format eml --out messages")
    folder = find_register(register)
    figures = figures_in_force(folder, config)
    whole = read(read_sources(folder))
    choice = Choice(
        within=span("--within", within) if forecast is None else span("--forecast", forecast),
        overdue=overdue,
        owner=known(whole, "--owner", owner, "roles"),
        person=known(whole, "--for", person, "staff"),
        deputies=deputies,
        kinds=kinds(kind or ()),
        area=known(whole, "--area", area, "areas"),
        unit=known(whole, "--unit", unit, "units"),
    )
    found = due_list(AsOf(whole, moment(whole, today, now), figures), choice)
    if forecast is not None:
        from igreg.due.forecast import forecast as weeks
        from igreg.render.due.forecast import RENDERERS

        console.write(RENDERERS[format](weeks(found), found, console.width(), quiet))
    elif format == "eml":
        _messages(whole, found, folder, out or Path(), quiet)
    else:
        colour = console.colour(no_color)
        console.write(_text(whole, found, folder, format, by=by, people=people, colour=colour, quiet=quiet))
    if fail_on_overdue and any(row.overdue for row in found.rows):
        raise typer.Exit(FINDINGS)


def _text(
    register: Register,
    found: DueList,
    folder: Path,
    format: str,
    *,
    by: str | None,
    people: bool,
    colour: bool,
    quiet: bool,
) -> str:
    """The list in a format that goes to standard output."""
    from igreg.render.due.html import due_html
    from igreg.render.due.ics import due_ics
    from igreg.render.due.json import due_json
    from igreg.render.due.markdown import due_csv, due_markdown
    from igreg.render.due.terminal import due_table
    from igreg.store.templates import read_template

    name = register.organisation.name or ""
    if format == "json":
        return due_json(found, people=people)
    if format == "csv":
        return due_csv(found, people=people)
    if format == "markdown":
        return due_markdown(found, by=by, people=people)
    if format == "ics":
        return due_ics(found, name, code=register.organisation.ods_code or "", people=people)
    if format == "html":
        return due_html(found, read_template(folder, "due.html.j2"), name, by=by, people=people)
    return due_table(found, by=by, people=people, width=console.width(), colour=colour, quiet=quiet)


def _messages(register: Register, found: DueList, folder: Path, out: Path, quiet: bool) -> None:
    """One message for each owner, into a folder."""
    from igreg.model.kinds.staff import StaffMember
    from igreg.render.due.mail import due_messages
    from igreg.store.templates import read_template
    from igreg.store.write import write_files

    addresses = {person.id: person.email for person in register.of(StaffMember) if person.id and person.email}
    text, html = (read_template(folder, f"due.{ending}.j2") for ending in ("txt", "html"))
    if out.resolve().is_relative_to(folder.resolve()):
        raise IgregError("--out: messages cannot go into the register", "for example: --out messages")
    post = due_messages(found, text, html, register.organisation.name or "", addresses)
    files = {out / name: data for name, data in post.files.items()}
    write_files(files)
    if not quiet:
        console.say("".join(f"wrote {path.as_posix()}\n" for path in files))
        console.say("".join(f"{remark}\n" for remark in post.remarks))
        older = sorted(path.name for path in out.glob("*.eml") if path not in files)
        console.say("".join(f"{name}: from an earlier run, not written now\n" for name in older))
