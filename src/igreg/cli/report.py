"""igreg report."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from igreg.cli import console
from igreg.cli.complete import among, areas, ids, report_names
from igreg.cli.options import reads
from igreg.cli.session import Session
from igreg.errors import FINDINGS, IgregError, unknown
from igreg.language.english import listed

if TYPE_CHECKING:
    from igreg.report.asked import Asked
    from igreg.report.kind import Report

FORMATS = ("html", "docx", "pdf", "xlsx", "markdown", "json")


@reads
def report(
    at: Session,
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="The report; default: list them.", autocompletion=report_names)
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT",
            help="html, docx, pdf, xlsx, markdown or json, as fits; default: that of FILE, else the first that does.",
            autocompletion=among(*FORMATS),
        ),
    ] = None,
    out: Annotated[
        str | None,
        typer.Option(
            metavar="FILE|-",
            help="The file to write; - is standard output; default: reports/NAME-DAY.EXT beside the register.",
        ),
    ] = None,
    period: Annotated[
        str | None,
        typer.Option(
            metavar="FROM..TO|WORDS",
            help="The time to tell of: two days, last quarter, this quarter, last year or this year (financial).",
        ),
    ] = None,
    unit: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Only this unit and those below it.", autocompletion=ids("units")),
    ] = None,
    area: Annotated[str | None, typer.Option(metavar="AREA", help="Only this area.", autocompletion=areas)] = None,
    of: Annotated[
        str | None,
        typer.Option(
            metavar="ID", help="What a report on one record is about: a group, a person.", autocompletion=ids()
        ),
    ] = None,
    appendix: Annotated[
        bool, typer.Option("--appendix", help="With every list whole at the end, of a report that cuts them short.")
    ] = False,
    no_names: Annotated[bool, typer.Option("--no-names", help="Without names of people.")] = False,
    template: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Your own Word document or template; default: templates/NAME.EXT, report.EXT, with blocks.EXT.",
        ),
    ] = None,
    names: Annotated[bool, typer.Option("--names", help="Print the names that a template may use, and end.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if the file is not current.")] = False,
    incomplete_ok: Annotated[
        bool, typer.Option("--incomplete-ok", help="Exit 0 though files could not be read.")
    ] = False,
) -> None:
    """Write a report of the register: for the board, an IG group, staff, the public, an assessor or the ICO."""
    from igreg.report.catalogue import reports

    if name is None:
        console.write(_list())
        return
    known = reports()
    if name not in known:
        raise unknown("NAME", "report", name, list(known))
    wanted = known[name]
    if names:
        from igreg.render.report.template.names import names_text

        console.write(names_text(name, wanted.type))
        return
    form = _form(name, wanted, format, template, out)
    given = {"period": period, "unit": unit, "area": area, "of": of, "appendix": "yes" if appendix else None}
    asked = _with_what_else(at, wanted, _asked(at, name, wanted, given, names=not no_names))
    from igreg.publish.report import report_bytes
    from igreg.store.report_templates import own_template

    data = report_bytes(name, wanted, asked, form, own_template(at.beside, name, form, template), _boxed)
    _put(at, data, form, _target(at, name, form, out, asked.today), check=check)
    if asked.register.unread and not incomplete_ok:
        raise typer.Exit(FINDINGS)


def _with_what_else(at: Session, wanted: Report[Any], asked: Asked) -> Asked:
    """What some reports ask beside the register: how long its documents are, and the register as it was before."""
    if wanted.documents is not None:
        from igreg.store.find import find_repository
        from igreg.store.lengths import lengths

        asked = replace(asked, lengths=lengths(find_repository(at.folder)[0], wanted.documents(asked)))
    if wanted.history:
        from igreg.cli._earlier import earlier

        asked = replace(asked, earlier=earlier(at, asked.as_of, asked.period.before.last))
    return asked


def _boxed(letter: str) -> None:
    """Say that a letter is a box on paper: a name that nobody can read is no result to be silent about."""
    from igreg.render.escape.terminal import plain

    console.say(f"warning: no font on this machine has {plain(letter)!r}: it stands as an empty box in the PDF")
    console.say("help: install a font for its script, such as one of Noto, or take --format html or docx")


def _list() -> str:
    """Every report with one line."""
    from igreg.report.catalogue import reports

    longest = max(map(len, reports()))
    lines = (f"{name:<{longest}}  {one.tells}; for {one.readers}\n" for name, one in reports().items())
    return "".join(lines)


def _asked(at: Session, name: str, wanted: Report[Any], given: dict[str, str | None], *, names: bool) -> Asked:
    """What the report is asked. Raises IgregError for an option that says nothing to it, and for words unknown."""
    from igreg.cli._no_names import warn_if_unknown
    from igreg.due.choose import known
    from igreg.report.asked import Asked
    from igreg.report.period import period_of

    for option, value in given.items():
        if value is not None and option not in wanted.takes:
            raise _not_taken(name, option)
    as_of = at.open()
    register = as_of.register
    if not names:
        warn_if_unknown(register)
    month, day = (int(part) for part in register.organisation.fiscal_year_starts.split("-"))
    period = period_of(
        given["period"] if given["period"] is not None else wanted.period or "this year", as_of.today, (month, day)
    )
    unit, area, of = given["unit"], given["area"], given["of"]
    if unit is not None:
        unit = known(register, "--unit", at.meant(register, "--unit", unit, "units"), "units")
    if area is not None and area not in register.areas:
        raise unknown("--area", "area", area, list(register.areas))
    if of is not None:
        of = at.meant(register, "--of", of, *wanted.of)
        if register.kind_of.get(of) not in wanted.of:
            raise IgregError(
                f"--of: there is no {' or '.join(wanted.of)} record {of!r}", register.lookup.hint(of, wanted.of)
            )
    return Asked(as_of, at.configured, period, unit, area, of, names, appendix=given["appendix"] is not None)


def _not_taken(name: str, option: str) -> IgregError:
    """That a report does not take an option, and which ones do."""
    from igreg.report.catalogue import reports

    those = [one for one, report in reports().items() if option in report.takes]
    verb = "takes" if len(those) == 1 else "take"
    return IgregError(f"the report {name} does not take --{option}", f"leave it out; {listed(those)} {verb} it")


def _form(name: str, wanted: Report[Any], format: str | None, template: Path | None, out: str | None) -> str:
    """The format: the one asked for, that of the template, that of the file's name, or the report's usual one.

    Raises IgregError where the name of the file says another: nobody could open a page that is called `.docx`.
    """
    from igreg.report.kind import ENDINGS as FILES
    from igreg.store.report_templates import ENDINGS

    of_template = (form for form, ending in ENDINGS.items() if template and template.name.endswith(ending))
    of_file = next((form for form, ending in FILES.items() if out and Path(out).suffix.lower() == f".{ending}"), None)
    form = format or next(of_template, of_file or wanted.formats[0])
    if form not in FORMATS:
        raise unknown("--format", "format", form, FORMATS)
    if form not in wanted.formats:
        raise IgregError(
            f"--format: the report {name} does not come as {form}", f"it comes as {', '.join(wanted.formats)}"
        )
    if of_file is not None and of_file != form:
        raise IgregError(f"--out: the report comes as {form}, and {out} is the name of another", _called(name, form))
    return form


def _called(name: str, form: str) -> str:
    from igreg.report.kind import ENDINGS

    return f"for example: --out {name}.{ENDINGS[form]}"


def _put(at: Session, data: bytes, form: str, target: Path | None, *, check: bool) -> None:
    """The report to standard output, or into a file; with `--check` the file is held against it."""
    from igreg.store.write import write_files

    if target is None:
        if check:
            raise IgregError(
                "--check holds a file against the report, and --out - is none", "name the file after --out"
            )
        console.write_bytes(data) if form in ("docx", "pdf", "xlsx") else console.write(data.decode())
        return
    if check:
        _check(at, data, target)
        return
    write_files({target: data})
    at.remark(f"wrote {target.as_posix()}\n")


def _check(at: Session, data: bytes, target: Path) -> None:
    """Say whether a file is what would be written."""
    from igreg.publish.stale import stale_file

    stale = stale_file(target, data)
    if stale is not None:
        console.write(f"{stale}\n")
        console.say("help: write it again with the same options, without --check")
        raise typer.Exit(FINDINGS)
    at.remark(f"{target.as_posix()} is current")


def _target(at: Session, name: str, form: str, out: str | None, today: dt.date) -> Path | None:
    """The file to write; none for standard output. Raises IgregError for one in the register and for a folder."""
    from igreg.report.kind import ENDINGS

    if out == "-":
        return None
    if out is None:
        return at.beside / "reports" / f"{name}-{today}.{ENDINGS[form]}"
    target = Path(out)
    at.refuse_target(target, "a report", f"{name}.{ENDINGS[form]}")
    return target
