"""igreg tidy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli import console
from igreg.cli.editing import editing, shown_first
from igreg.cli.options import writes
from igreg.cli.session import Session

if TYPE_CHECKING:
    from igreg.cli.editing import Editing


@writes
def tidy(
    at: Session,
    diff: Annotated[bool, typer.Option("--diff", help="The same as --dry-run.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Write without asking.")] = False,
) -> None:
    """Take out exceptions that silence nothing any more; shows the difference, then asks."""
    from igreg.changes.tidy import tidy as plan

    at, question = shown_first(at, diff=diff, yes=yes)
    with editing(at) as work:
        made = plan(work.as_of, _unused(work))
        if not made.changes:
            for remark in made.remarks:
                console.say(f"note: {remark}")
            each = "every other exception" if made.remarks else "every exception"
            console.say(f"nothing to tidy: {each} silences something, or has ended")
            return
        work.carry_out(made, agreed=question)


def _unused(work: Editing) -> frozenset[str]:
    """The ids of exceptions that silence nothing, as the rule on them finds it, whatever is selected."""
    from igreg.check.config import Config
    from igreg.check.engine import check

    found = check(work.register, work.now, Config(select=("unused-exception",), figures=work.settings.figures))
    return frozenset(one.record for one in found.findings if one.record)
