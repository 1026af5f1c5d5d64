"""igreg site."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from igreg.cli._sites import AUDIENCES, audience_meant, made, tell_left_out
from igreg.cli.complete import among
from igreg.cli.options import reads
from igreg.cli.session import Session
from igreg.errors import IgregError
from igreg.language.english import some_of


@reads
def site(
    at: Session,
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="The folder to make, whole or not at all; replaces an earlier site."),
    ] = None,
    audience: Annotated[
        str | None,
        typer.Option(
            metavar="WHO",
            help="public, staff or board: each sees only what it may.",
            autocompletion=among(*AUDIENCES),
        ),
    ] = None,
    incomplete_ok: Annotated[
        bool, typer.Option("--incomplete-ok", help="Make it though files could not be read; every page says so.")
    ] = False,
) -> None:
    """Make pages for people of the register: for the public, for staff or for the board, to read without a server."""
    from igreg import __version__
    from igreg.language.english import counted
    from igreg.publish.site_folder import refuse, write_site

    who = audience_meant(audience)
    if out is None:
        raise IgregError("igreg site needs --out", f"for example: igreg site --audience {who} --out site")
    refuse(out, at.folder)
    as_of, found = made(at, who)
    unread = as_of.register.unread
    if unread and not incomplete_ok:
        raise IgregError(
            f"no site is made while {some_of(unread)} cannot be read",
            "mend what igreg check tells; with --incomplete-ok every page says that something may be missing",
        )
    facts = {"made_by": "igreg site", "igreg": __version__, "audience": who, "today": as_of.today.isoformat()}
    write_site(out, found.files, facts)
    tell_left_out(at, found)
    pages = sum(path.endswith(".html") for path in found.files)
    at.remark(f"wrote {out.as_posix()}: {counted(pages, 'page')} for {_WHOM[who]}; begin with index.html\n")


_WHOM = {"public": "the public", "staff": "staff", "board": "the board"}
