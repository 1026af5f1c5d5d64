"""igreg due."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli import console
from igreg.cli.complete import among, areas, ids, kinds_of_date
from igreg.cli.options import reads
from igreg.cli.session import Session
from igreg.errors import FINDINGS, IgregError, unknown
from igreg.language.english import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from igreg.analysis.as_of import AsOf
    from igreg.due.due_list import Choice
    from igreg.due.earlier_calendar import EarlierEvent
    from igreg.due.item import DueList
    from igreg.register.register import Register

FORMATS = ("table", "markdown", "csv", "json", "ics", "html", "eml")
SHOWS_SHARES = ("table", "markdown", "json")
FORECASTS = ("table", "csv", "json")
CALENDAR = 16 * 1024 * 1024
"""So many bytes an earlier calendar may have."""
VIEWS = ("week", "owner", "kind", "unit", "area")

OwnedBy = Annotated[
    str | None,
    typer.Option(metavar="ROLE", help="Only what this role answers for.", autocompletion=ids("roles")),
]
Person = Annotated[
    str | None,
    typer.Option("--for", metavar="STAFF", help="Only what falls to this person's roles.", autocompletion=ids("staff")),
]
Area = Annotated[str | None, typer.Option(metavar="AREA", help="Only this area.", autocompletion=areas)]
Unit = Annotated[
    str | None,
    typer.Option(metavar="ID", help="Only this unit and those below it.", autocompletion=ids("units")),
]
View = Annotated[
    str | None,
    typer.Option(metavar="VIEW", help="Group by week, owner, kind, unit or area.", autocompletion=among(*VIEWS)),
]
Format = Annotated[
    str,
    typer.Option(
        metavar="FORMAT", help="table, markdown, csv, json, ics, html or eml.", autocompletion=among(*FORMATS)
    ),
]


@reads
def due(
    at: Session,
    within: Annotated[str, typer.Option(metavar="SPAN", help="How far ahead.")] = "30 days",
    overdue: Annotated[bool, typer.Option("--overdue", help="Only what is overdue.")] = False,
    owner: OwnedBy = None,
    person: Person = None,
    deputies: Annotated[bool, typer.Option("--deputies", help="With --for: roles that they deputise, too.")] = False,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND",
            help="Only this kind of record or date; several with commas, repeatable.",
            autocompletion=kinds_of_date,
        ),
    ] = None,
    area: Area = None,
    unit: Unit = None,
    by: View = None,
    people: Annotated[
        bool, typer.Option("--people", help="Name those whose training or skill lapses, and starters without training.")
    ] = False,
    every_share: Annotated[
        bool, typer.Option("--all", help="With --kind training: shares of people trained that are reached, too.")
    ] = False,
    format: Format = "table",
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="With --format eml: the folder for the messages.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="With --format ics: an earlier calendar; what is done since is called off."),
    ] = None,
    forecast: Annotated[
        str | None, typer.Option(metavar="SPAN", help="Count what falls due week by week, that far ahead.")
    ] = None,
    fail_on_overdue: Annotated[bool, typer.Option("--fail-on-overdue", help="Exit 1 if anything is overdue.")] = False,
    incomplete_ok: Annotated[
        bool, typer.Option("--incomplete-ok", help="Exit 0 though files could not be read.")
    ] = False,
) -> None:
    """List everything that is due, with who does it and why."""
    from igreg.due.choose import kinds, known, span
    from igreg.due.due_list import Choice, due_list

    _agree(format, by, forecast, out, since, alone=deputies and person is None)
    asked = at.open()
    register = asked.register
    owner, person = _meant(at, register, "--owner", owner, "roles"), _meant(at, register, "--for", person, "staff")
    area, unit = _meant(at, register, "--area", area, "areas"), _meant(at, register, "--unit", unit, "units")
    choice = Choice(
        within=span("--within", within) if forecast is None else span("--forecast", forecast),
        overdue=overdue,
        owner=known(register, "--owner", owner, "roles"),
        person=known(register, "--for", person, "staff"),
        deputies=deputies,
        kinds=kinds(kind or ()),
        area=known(register, "--area", area, "areas"),
        unit=known(register, "--unit", unit, "units"),
        people=people,
        every_share=every_share,
    )
    _agree_on_shares(choice, format, forecast)
    found = due_list(asked, choice)
    if forecast is not None:
        _write_forecast(at, found, format)
    elif out is not None:
        _write_messages(at, register, found, out)
    else:
        done = _done_since(at, asked, found, since) if since is not None else ()
        console.write(_text(at, register, found, format, by=by, people=people, done=done))
    if (found.incomplete and not incomplete_ok) or (fail_on_overdue and any(row.overdue for row in found.rows)):
        raise typer.Exit(FINDINGS)


def _meant(at: Session, register: Register, option: str, word: str | None, kind: str) -> str | None:
    return None if word is None else at.meant(register, option, word, kind)


def _agree(
    format: str, by: str | None, forecast: str | None, out: Path | None, since: str | None, *, alone: bool
) -> None:
    """Refuse words that nothing is called, and options that do not go together."""
    if format not in FORMATS:
        raise unknown("--format", "format", format, FORMATS)
    if by is not None and by not in VIEWS:
        raise unknown("--by", "view", by, VIEWS)
    if forecast is not None and (format not in FORECASTS or by is not None):
        raise IgregError("--forecast counts by week and owner", f"--format {' or '.join(FORECASTS)}, and no --by")
    if alone:
        raise IgregError("--deputies goes with --for", "for example: --for j-osei --deputies")
    if (format == "eml") != (out is not None):
        raise IgregError("--format eml and --out go together", "for example: --format eml --out messages")
    if since is not None and format != "ics":
        raise IgregError("--since goes with --format ics", "for example: --format ics --since last-week.ics")


def _agree_on_shares(choice: Choice, format: str, forecast: str | None) -> None:
    """Refuse to show every share where no training is listed, or where the format has no room for them."""
    from igreg.due.due_list import TRAINING
    from igreg.language.english import listed

    if choice.every_share and (not choice.kinds & TRAINING or format not in SHOWS_SHARES or forecast is not None):
        raise IgregError("--all goes with --kind training", f"as {listed(SHOWS_SHARES, 'or')}: --kind training --all")


def _write_forecast(at: Session, found: DueList, format: str) -> None:
    """How much falls due in each week."""
    from igreg.due.forecast import forecast
    from igreg.render.due.forecast import RENDERERS

    console.write(RENDERERS[format](forecast(found), found, console.width(), at.quiet))


def _done_since(at: Session, asked: AsOf, found: DueList, since: str) -> Sequence[EarlierEvent]:
    """The events of an earlier calendar of which nothing is due on their day any more.

    Nothing is called off while a file cannot be read: what is due may stand in it.
    """
    from igreg.due.choose import kinds
    from igreg.due.due_list import Choice, due_list
    from igreg.due.earlier_calendar import earlier_events
    from igreg.model.span import Span
    from igreg.render.due.ics import called_off, whose
    from igreg.store.given import read_given

    key = asked.register.organisation.ods_code or asked.register.organisation.name or ""
    events = earlier_events(since, read_given(since, CALENDAR), whose(key))
    if found.incomplete:
        at.remark(f"nothing is called off while files cannot be read: give {since} once more when they can\n")
        return ()
    days = max(((event.day - asked.today).days for event in events), default=0)
    choice = Choice(within=Span(max(days, 1), "day"), kinds=kinds(()), people=True)
    done, left = called_off(events, found, due_list(asked, choice), key)
    if done:
        at.remark(f"{counted(len(done), 'event')} of {since} called off: no longer due on that day\n")
    if left:
        at.remark(f"{counted(left, 'event')} of {since} still due and not in this list: keep that file for them\n")
    return done


def _text(
    at: Session,
    register: Register,
    found: DueList,
    format: str,
    *,
    by: str | None,
    people: bool,
    done: Sequence[EarlierEvent] = (),
) -> str:
    """The list in a format that goes to standard output."""
    from igreg.render.due.csv import due_csv
    from igreg.render.due.html import due_html
    from igreg.render.due.ics import due_ics
    from igreg.render.due.json import due_json
    from igreg.render.due.markdown import due_markdown
    from igreg.render.due.terminal import due_table
    from igreg.store.templates import read_template

    name = register.organisation.name or ""
    match format:
        case "json":
            return due_json(found, people=people)
        case "csv":
            return due_csv(found, people=people)
        case "markdown":
            return due_markdown(found, by=by, people=people)
        case "ics":
            return due_ics(found, name, code=register.organisation.ods_code or "", people=people, done=done)
        case "html":
            return due_html(found, read_template(at.folder, "due.html.j2"), name, by=by, people=people)
    width, colour = console.width(), console.colour(at.no_color)
    return due_table(found, by=by, people=people, width=width, colour=colour, quiet=at.quiet)


def _write_messages(at: Session, register: Register, found: DueList, out: Path) -> None:
    """One message for each person, into a folder."""
    from igreg.publish.messages import messages
    from igreg.store.write import write_files

    at.refuse_target(out, "messages", "messages", folder=True)
    post = messages(register, found, at.folder)
    files = {out / name: data for name, data in post.files.items()}
    write_files(files)
    older = sorted(path.name for path in out.glob("*.eml") if path not in files)
    at.remark("".join(f"wrote {path.as_posix()}\n" for path in files))
    at.remark("".join(f"{remark}\n" for remark in post.remarks))
    at.remark("".join(f"{name}: from an earlier run, not written now\n" for name in older))
