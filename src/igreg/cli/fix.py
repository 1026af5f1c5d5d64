"""igreg fix."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated

import typer

from igreg.cli.editing import editing, shown_first
from igreg.cli.options import writes
from igreg.cli.session import Session
from igreg.errors import IgregError


@writes
def fix(
    at: Session,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE", help="Files of the register; without one, all of them.")
    ] = None,
    diff: Annotated[bool, typer.Option("--diff", help="The same as --dry-run.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Write without asking.")] = False,
) -> None:
    """Put slips of the pen right where nothing else can be meant; shows the difference, then asks."""
    from igreg.analysis.as_of import AsOf
    from igreg.changes.fix import fix as plan

    at, question = shown_first(replace(at, says_unread_last=True), diff=diff, yes=yes)
    with editing(at) as work:
        register = work.register
        made = plan(AsOf(register, work.now, work.settings.figures), _named(files or [], register.sources.texts))
        work.carry_out(made, agreed=question)
    if at.unread and not at.dry_run:
        at.unread.clear()  # what is put right can be read now: say only what is still amiss
        at.open()


def _named(files: list[str], there: Iterable[str]) -> list[str]:
    """The files of the register that were named, by their whole path or its end."""
    there = list(there)
    out = []
    for name in files:
        typed = name.replace("\\", "/").removeprefix("./")
        found = [file for file in there if f"/{typed}".endswith(f"/{file}") or f"/{file}".endswith(f"/{typed}")]
        if len(found) != 1:
            raise IgregError(
                f"{name!r} is {'no file' if not found else 'several files'} of the register",
                "see `igreg check --show-files`",
            )
        out += found
    return out
