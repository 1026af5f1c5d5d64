"""igreg form."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli.complete import among
from igreg.cli.options import sharing
from igreg.cli.session import Session
from igreg.errors import FINDINGS, IgregError, unknown

if TYPE_CHECKING:
    from igreg.forms.form import Form

FORMS = ("incident", "near-miss", "request", "asset-confirmation", "training-plan")


@sharing("folder", "today", "now", "config", "quiet", "verbose", "no_color")
def form(
    at: Session,
    kind: Annotated[
        str | None,
        typer.Argument(metavar="KIND", help=f"{', '.join(FORMS[:-1])} or {FORMS[-1]}.", autocompletion=among(*FORMS)),
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE.html", help="Write the page into this file.")] = None,
    github: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Write forms of GitHub's issues into this folder, all or that of KIND."),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Where the text is sent; default: what the register has for the role."),
    ] = None,
    no_names: Annotated[bool, typer.Option("--no-names", help="Offer ids alone, and no address of a person.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    incomplete_ok: Annotated[
        bool, typer.Option("--incomplete-ok", help="Exit 0 though files could not be read.")
    ] = False,
) -> None:
    """Make a form for people without Git: a page to fill in, or forms of GitHub's issues; `igreg add` takes them in."""
    from igreg.cli._no_names import warn_if_unknown
    from igreg.forms.form import form_of, is_address
    from igreg.forms.kinds import FORMS as ALL
    from igreg.forms.kinds import form_meant

    wanted = [form_meant(kind)] if kind is not None else list(ALL.values())
    if kind is not None and wanted == [None]:
        raise unknown("KIND", "form", kind, FORMS)
    if (out is None) == (github is None) or (out is not None and kind is None):
        raise IgregError(
            "say which form, and where it goes", "igreg form incident --out incident.html, or igreg form --github DIR"
        )
    if to is not None and not is_address(to):
        raise IgregError(f"--to: {to!r} is not an e-mail address", "for example: --to ig@example.org")
    as_of = at.open()
    if no_names:
        from igreg.analysis.nameless import nameless

        warn_if_unknown(as_of.register)
        as_of = replace(as_of, register=nameless(as_of.register))
    made = [form_of(as_of, one, names=not no_names, to=to) for one in wanted if one is not None]
    _write(at, made, out, github, force=force)
    if as_of.register.unread and not incomplete_ok:
        raise typer.Exit(FINDINGS)


def _write(at: Session, made: list[Form], out: Path | None, github: Path | None, *, force: bool) -> None:
    from igreg.render.form.github import github_form
    from igreg.render.form.html import form_html
    from igreg.store.write import write_files

    if github is not None:
        at.refuse_target(github, "a form", ".github/ISSUE_TEMPLATE", option="--github", folder=True)
        if github.exists() and not github.is_dir():
            raise IgregError(f"--github: {github.as_posix()} is a file", "name a folder: .github/ISSUE_TEMPLATE")
        files = {github / f"{one.kind.name}.yml": github_form(one).encode() for one in made}
    else:
        assert out is not None
        at.refuse_target(out, "a form", "incident.html")
        files = {out: form_html(made[0]).encode()}
    for path in files:
        if path.exists() and not force:
            raise IgregError(f"{path.as_posix()} is there already", "write over it with --force")
    write_files(files)
    for path in files:
        at.remark(f"wrote {path.as_posix()}")
    if github is None and made[0].to is None:
        at.remark("no address is known that the text goes to: give one with --to ADDRESS")
