"""igreg restructure."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli import console
from igreg.cli.complete import among
from igreg.cli.editing import Editing, editing, is_of_fields
from igreg.cli.options import writes
from igreg.cli.session import Session
from igreg.errors import FINDINGS, IgregError, unknown

if TYPE_CHECKING:
    from igreg.render.leading.restructured import Report

FORMATS = ("text", "json", "html")


@writes
def restructure(
    at: Session,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The plan, in YAML.")],
    format: Annotated[
        str,
        typer.Option(
            metavar="FORMAT",
            help="text or json; with --dry-run html as well.",
            autocompletion=among(*FORMATS),
        ),
    ] = "text",
    accept_findings: Annotated[
        bool, typer.Option("--accept-findings", help="Write it even where it brings errors that check will find.")
    ] = False,
) -> None:
    """Carry out a plan of many changes on a day: posts and units made, ended, moved, merged, split; who goes where.

    It is checked as a whole before and after, and written all or nothing. With --dry-run it shows what comes of it, and
    both structure charts side by side.
    """
    from igreg.changes.restructure import restructure as carry_out
    from igreg.changes.restructure_plan import read_plan
    from igreg.publish.restructured import shown, told
    from igreg.store.read import read_text

    if format not in FORMATS:
        raise unknown("--format", "format", format, FORMATS)
    if format == "html" and not at.dry_run:
        raise IgregError("--format html shows a plan and writes nothing", "add --dry-run, or take --format html out")
    plan = read_plan(file.as_posix(), read_text(file))
    with editing(at) as work:
        found = carry_out(work.register, plan)
        what = told(found, plan.on, work.now, len(plan.steps), work.settings)
        text = shown(what, work.settings, format, console.width(), charts=at.dry_run)
        if at.dry_run or format == "json":
            console.write(text)
        elif not at.quiet:
            console.say(text)
        _refuse(what.report, accept_findings)
        if at.dry_run:
            return
        _write(work, found.plan.texts(work.register.sources.texts), found.plan.message, said=format == "text")


def _refuse(told: Report, accept: bool) -> None:
    """Raise IgregError where the plan brings errors: those of files always, others unless they are accepted."""
    errors = [one for one in told.new if one.severity.word == "error"]
    bad = [one for one in errors if not accept or one.code.startswith("IG0") or (is_of_fields(one) and one.secret)]
    for one in bad:
        console.say(f"refused: {one.rule} ({one.code}) {one.record or one.subject or one.file}: {one.message}")
    if bad:
        raise IgregError(
            "the register would be worse than before; nothing was written",
            "change the plan, or write it all the same with --accept-findings",
            FINDINGS,
        )


def _write(work: Editing, files: dict[str, tuple[str | None, str]], message: str, *, said: bool) -> None:
    from igreg.store.change import change_files

    if not files:
        console.say("nothing to change: it is written down already")
        return
    change_files(work.at.folder, files)
    if said:
        console.write(f"{message}\n")
    else:
        work.at.remark(message)
