"""igreg capacity."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli import console
from igreg.cli.complete import among, ids
from igreg.cli.editing import editing
from igreg.cli.options import reads
from igreg.cli.session import Session
from igreg.errors import FINDINGS, IgregError, unknown

if TYPE_CHECKING:
    from igreg.analysis.as_of import AsOf
    from igreg.capacity.build import Ask
    from igreg.capacity.levelling import Levelled
    from igreg.capacity.plan import CapacityPlan
    from igreg.register.register import Register

FORMATS = ("table", "markdown", "csv", "json", "xlsx", "svg")
MOST_HOURS = 168


@reads
def capacity(
    at: Session,
    months: Annotated[int, typer.Option(metavar="N", help="How many months, with what is left of this one.")] = 12,
    owner: Annotated[
        str | None,
        typer.Option(metavar="ROLE", help="Only this role, with what falls due.", autocompletion=ids("roles", "staff")),
    ] = None,
    unit: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Only roles of this unit and those below it.", autocompletion=ids("units")),
    ] = None,
    format: Annotated[
        str,
        typer.Option(metavar="FORMAT", help="table, markdown, csv, json, xlsx or svg.", autocompletion=among(*FORMATS)),
    ] = "table",
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write into this file; xlsx needs one.")] = None,
    level: Annotated[
        bool, typer.Option("--level", help="Propose other days for reviews, so that the fullest month is less full.")
    ] = False,
    write: Annotated[
        bool, typer.Option("--write", help="With --level: write these days as the next reviews, all or none.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the difference, write nothing.")] = False,
    without: Annotated[
        list[str] | None,
        typer.Option(
            metavar="STAFF", help="What if this person were not there; repeatable.", autocompletion=ids("staff")
        ),
    ] = None,
    with_: Annotated[
        list[str] | None,
        typer.Option("--with", metavar="ROLE=HOURS", help="What if a role had so many hours a week more; repeatable."),
    ] = None,
    incomplete_ok: Annotated[
        bool, typer.Option("--incomplete-ok", help="Exit 0 though files could not be read.")
    ] = False,
) -> None:
    """Weigh what falls due, month by month, against the hours of those who hold the roles."""
    _agree(format, out, level=level, write=write, dry_run=dry_run, what_if=bool(without or with_))
    if write:
        with editing(replace(at, dry_run=dry_run)) as work:
            ask = _ask(at, work.register, months, owner, unit, without or (), with_ or ())
            plan, found = _worked_out(work.as_of, ask, level=True)
            _put(at, plan, found, format, out, owner)
            assert found is not None
            from igreg.changes.next_reviews import set_next

            work.carry_out(set_next(work.register, {one.record: one.day for one in found.moves}))
        return
    as_of = at.open()
    ask = _ask(at, as_of.register, months, owner, unit, without or (), with_ or ())
    plan, found = _worked_out(as_of, ask, level=level)
    _put(at, plan, found, format, out, owner)
    if plan.incomplete and not incomplete_ok:
        raise typer.Exit(FINDINGS)


def _agree(format: str, out: Path | None, *, level: bool, write: bool, dry_run: bool, what_if: bool) -> None:
    """Refuse words that nothing is called, and options that do not go together."""
    if format not in FORMATS:
        raise unknown("--format", "format", format, FORMATS)
    if format == "xlsx" and out is None:
        raise IgregError("--format xlsx needs --out", "for example: --format xlsx --out capacity.xlsx")
    if write and not level:
        raise IgregError("--write goes with --level", "for example: igreg capacity --level --write")
    if dry_run and not write:
        raise IgregError("--dry-run goes with --write", "without --write nothing is written anyway")
    if write and what_if:
        raise IgregError(
            "--write does not go with --without or --with", "what is only supposed cannot set days; leave them out"
        )


def _ask(
    at: Session,
    register: Register,
    months: int,
    owner: str | None,
    unit: str | None,
    without: Iterable[str],
    extra: Iterable[str],
) -> Ask:
    """What is asked, with ids for whatever was named otherwise."""
    from igreg.analysis.unread import refuse_to_call_unknown
    from igreg.capacity.build import Ask
    from igreg.due.choose import known

    def meant(option: str, word: str | None, kind: str) -> str | None:
        found = None if word is None else at.meant(register, option, word, kind)
        return known(register, option, found, kind)

    if owner is not None:
        found = at.meant(register, "--owner", owner, "roles", "staff")
        if register.kind_of.get(found) not in ("roles", "staff"):
            refuse_to_call_unknown(register, found)
            raise IgregError(
                f"--owner: there is no role or person {owner!r}", register.lookup.hint(owner, ("roles", "staff"))
            )
        owner = found
    more: dict[str, float] = {}
    for text in extra:
        role, hours = _more(text)
        id = meant("--with", role, "roles") or ""
        more[id] = more.get(id, 0) + hours
    away = tuple(dict.fromkeys(meant("--without", one, "staff") or "" for one in without))
    return Ask(months=months, owner=owner, unit=meant("--unit", unit, "units"), without=away, extra=more)


def _more(text: str) -> tuple[str, float]:
    """A role and hours a week, as typed. Raises IgregError for what is neither."""
    role, mark, number = text.rpartition("=")
    try:
        hours = float(number) if len(number) <= 12 and number.isascii() else -1.0
    except ValueError:
        hours = -1.0
    if not mark or not role.strip() or not 0 < hours <= MOST_HOURS:
        raise IgregError(
            f"--with: {text!r} is not a role, = and hours a week up to {MOST_HOURS}", "for example: --with ig-lead=7.5"
        )
    return role.strip(), hours


def _worked_out(as_of: AsOf, ask: Ask, *, level: bool) -> tuple[CapacityPlan, Levelled | None]:
    """The plan, and what levelling makes of it where that is asked for."""
    from igreg.capacity.build import plan_of
    from igreg.capacity.levelling import level as levelled

    if not level:
        return plan_of(as_of, ask), None
    found = levelled(as_of, ask)
    return found.before, found


def _put(
    at: Session, plan: CapacityPlan, found: Levelled | None, format: str, out: Path | None, owner: str | None
) -> None:
    """The plan to standard output, or into a file."""
    if out is None:
        console.write(_text(at, plan, found, format, console.width(), works=owner is not None))
        return
    from igreg.store.write import write_files

    at.refuse_target(out, "the plan", "capacity.xlsx")
    if format == "xlsx":
        from igreg.render.leading.capacity_xlsx import capacity_xlsx

        data = capacity_xlsx(plan, found)
    else:
        data = _text(at, plan, found, format, _PAPER, works=owner is not None).encode()
    write_files({out: data})
    at.remark(f"wrote {out.as_posix()}\n")


_PAPER = 120
"""How wide the table is in a file."""


def _text(at: Session, plan: CapacityPlan, found: Levelled | None, format: str, width: int, *, works: bool) -> str:
    """The plan in a format that is text."""
    from igreg.render.leading.capacity import capacity_markdown, capacity_text
    from igreg.render.leading.capacity_data import capacity_csv, capacity_json
    from igreg.render.leading.capacity_svg import capacity_svg

    match format:
        case "json":
            return capacity_json(plan, found)
        case "csv":
            return capacity_csv(found.after if found is not None else plan)
        case "markdown":
            return capacity_markdown(plan, found, works=works)
        case "svg":
            return capacity_svg(found.after if found is not None else plan)
    return capacity_text(plan, found, width, works=works, quiet=at.quiet)
