"""igreg assess."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli import console
from igreg.cli._returns import which
from igreg.cli.complete import among, ids, items, packs, returns
from igreg.cli.editing import editing
from igreg.cli.options import sharing
from igreg.cli.session import Session
from igreg.errors import FINDINGS, IgregError, unknown

if TYPE_CHECKING:
    from igreg.analysis.as_of import AsOf
    from igreg.analysis.returns.states import States
    from igreg.assess.assessed import Assessed
    from igreg.assess.look import Wanted

FORMATS = ("table", "markdown", "csv", "json", "html", "xlsx")
COMPARES = ("table", "markdown", "csv", "json")

shared = sharing("dry_run", "register", "today", "now", "config", "quiet", "verbose", "no_color")


@shared
def assess(
    at: Session,
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="ASSESSMENT|PACK",
            help="An assessment, or a pack; default: the one open assessment.",
            autocompletion=returns,
        ),
    ] = None,
    item: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="The whole story of this item; repeatable.", autocompletion=items),
    ] = None,
    gaps: Annotated[bool, typer.Option("--gaps", help="Only what is not met.")] = False,
    owner: Annotated[
        str | None,
        typer.Option(metavar="ROLE", help="Only items that this role answers for.", autocompletion=ids("roles")),
    ] = None,
    group: Annotated[str | None, typer.Option(metavar="ID", help="Only this group of the pack.")] = None,
    draft: Annotated[
        bool, typer.Option("--draft", help="Write the answers that the register shows, as drafts.")
    ] = False,
    compare: Annotated[
        str | None,
        typer.Option(metavar="OLD", help="What changed from this pack, for this register.", autocompletion=packs),
    ] = None,
    format: Annotated[
        str,
        typer.Option(
            metavar="FORMAT", help="table, markdown, csv, json, html or xlsx.", autocompletion=among(*FORMATS)
        ),
    ] = "table",
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write into this file; xlsx needs one.")] = None,
    fail_under: Annotated[
        str | None, typer.Option(metavar="STATUS", help="Exit 1 where this status is not reached.")
    ] = None,
    incomplete_ok: Annotated[
        bool, typer.Option("--incomplete-ok", help="Exit 0 though files could not be read.")
    ] = False,
) -> None:
    """Say item by item what the register shows of a return, what is answered, and what is left before the target."""
    _agree(at, format, out, draft=draft, compare=compare)
    at, what = which(at, what)
    chosen = (tuple(dict.fromkeys(item or ())), gaps, owner, group)
    if draft:
        _draft(at, what, chosen)
        return
    asked = at.open()
    if compare is not None:
        _compare(at, asked, what, compare, format, out)
        failed = False
    else:
        states = _states(asked, what)
        failed = _show(at, states, chosen, format, out, fail_under)
    if failed or (asked.register.unread and not incomplete_ok):
        raise typer.Exit(FINDINGS)


Chosen = tuple[tuple[str, ...], bool, str | None, str | None]


def _agree(at: Session, format: str, out: Path | None, *, draft: bool, compare: str | None) -> None:
    """Refuse words that nothing is called, and options that do not go together."""
    if format not in FORMATS:
        raise unknown("--format", "format", format, FORMATS)
    if draft and compare is not None:
        raise IgregError("--draft and --compare do not go together", "leave one out")
    if draft and (format != "table" or out is not None):
        raise IgregError("--draft writes into the register", "leave out --format and --out")
    if at.dry_run and not draft:
        raise IgregError("--dry-run goes with --draft", "for example: igreg assess dspt-v8 --draft --dry-run")
    if compare is not None and format not in COMPARES:
        raise IgregError(f"--compare is not shown as {format}", f"one of: {', '.join(COMPARES)}")
    if format == "xlsx" and out is None:
        raise IgregError("--format xlsx needs --out", "for example: --format xlsx --out return.xlsx")


def _states(asked: AsOf, what: str | None) -> States:
    from igreg.assess.choose import assessable, meant
    from igreg.assess.look import states_of
    from igreg.rules._rule import Context

    pack, assessment = meant(asked, what)
    return states_of(Context(asked.register, asked.now, asked.figures), assessable(asked, pack), assessment)


def _wanted(at: Session, states: States, chosen: Chosen) -> Wanted:
    from igreg.assess.choose import wanted
    from igreg.due.choose import known

    register = states.of.as_of.register
    items, gaps, owner, group = chosen
    if owner is not None:
        owner = known(register, "--owner", at.meant(register, "--owner", owner, "roles"), "roles")
    return wanted(states, items, gaps=gaps, owner=owner, group=group)


def _show(at: Session, states: States, chosen: Chosen, format: str, out: Path | None, fail_under: str | None) -> bool:
    """Show the return; whether less is reached than was asked for."""
    from igreg.assess.choose import status
    from igreg.assess.look import look

    under = status(states, fail_under) if fail_under is not None else None
    found = look(states.of.as_of, states, _wanted(at, states, chosen))  # type: ignore[arg-type]
    if chosen[0] and format in ("table", "markdown"):
        found = replace(found, history=_history(at, states, chosen[0]))
    data = _rendered(at, found, format, story=bool(chosen[0]), width=_PAPER if out is not None else None)
    _give(at, data, out)
    return under is not None and not states.satisfies(under)


def _history(at: Session, states: States, items: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """What became of the answers to some items, where there is a history."""
    from igreg.publish.evidence.signed import told

    of = states.of
    return told(of.as_of, of.assessment, at.repository(), items) if of.assessment is not None else {}


def _rendered(at: Session, found: Assessed, format: str, *, story: bool, width: int | None) -> str | bytes:
    from igreg.render.assess.html import assess_html
    from igreg.render.assess.json import assess_json
    from igreg.render.assess.markdown import assess_markdown
    from igreg.render.assess.rows import assess_csv, assess_xlsx
    from igreg.render.assess.story import story_markdown, story_text
    from igreg.render.assess.table import assess_table
    from igreg.render.escape.colour import Style
    from igreg.store.templates import read_template

    match format:
        case "json":
            return assess_json(found)
        case "csv":
            return assess_csv(found)
        case "xlsx":
            return assess_xlsx(found)
        case "markdown":
            return story_markdown(found) if story else assess_markdown(found)
        case "html":
            return assess_html(found, read_template(at.folder, "assess.html.j2"))
    style = Style() if width is not None else at.style
    wide = width or console.width()
    return story_text(found, wide, style) if story else assess_table(found, wide, style, quiet=at.quiet)


def _compare(at: Session, asked: AsOf, what: str | None, old: str, format: str, out: Path | None) -> None:
    from igreg.assess.choose import meant, pack_named, sound
    from igreg.assess.comparison import compare
    from igreg.assess.look import states_of
    from igreg.render.assess import comparison as shown
    from igreg.rules._rule import Context

    before = pack_named(asked, "--compare", old)
    pack, assessment = meant(asked, what)
    states = states_of(Context(asked.register, asked.now, asked.figures), sound(asked, pack), assessment)
    found = compare(states, before)
    match format:
        case "json":
            text = shown.comparison_json(found)
        case "csv":
            text = shown.comparison_csv(found)
        case "markdown":
            text = shown.comparison_markdown(found)
        case _:
            text = shown.comparison_text(found, _PAPER if out is not None else console.width())
    _give(at, text, out)


def _give(at: Session, data: str | bytes, out: Path | None) -> None:
    """To standard output, or whole into a file."""
    from igreg.store.write import write_files

    if out is None:
        console.write(data) if isinstance(data, str) else console.write_bytes(data)
        return
    at.refuse_target(out, "a return", "return.html")
    write_files({out: data.encode() if isinstance(data, str) else data})
    at.remark(f"wrote {out.as_posix()}\n")


def _draft(at: Session, what: str | None, chosen: Chosen) -> None:
    """Write the answers that the register shows, as drafts, into the assessment's file or a new one."""
    from igreg.assess.choose import assessable, begun, meant
    from igreg.assess.look import chosen_ids, states_of
    from igreg.changes.drafted import drafted, new_id
    from igreg.rules._rule import Context

    with editing(at) as work:
        as_of = work.as_of
        context = Context(as_of.register, as_of.now, as_of.figures)
        read, assessment = meant(as_of, what)
        pack = assessable(as_of, read)
        states = states_of(context, pack, assessment)
        if assessment is None and (there := begun(as_of, pack, new_id(states))) is not None:
            at.remark(f"{there.id} answers {pack.id} already: drafts go there\n")
            states = states_of(context, pack, there)
        if not states.of.is_open:
            raise IgregError(
                f"{states.of.assessment.id if states.of.assessment else ''} is published",
                "drafts go into an open assessment",
            )
        work.carry_out(drafted(states, chosen_ids(states, _wanted(at, states, chosen))), facts=True)


_PAPER = 100
"""How wide text is in a file."""
