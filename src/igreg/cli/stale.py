"""igreg stale."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli import console
from igreg.cli.complete import among
from igreg.cli.options import GitTimeout, reads
from igreg.cli.session import Session
from igreg.errors import FINDINGS, unknown

FORMATS = ("text", "json")


@reads
def stale(
    at: Session,
    fail_on_stale: Annotated[
        bool, typer.Option("--fail-on-stale", help="Exit 1 if a record is listed, or a file could not be read.")
    ] = False,
    git_timeout: GitTimeout = 60.0,
    format: Annotated[
        str, typer.Option(metavar="FORMAT", help="text or json.", autocompletion=among(*FORMATS))
    ] = "text",
) -> None:
    """List what changed since it was reviewed, and what was only given a new date.

    A record and its documents are compared with what they were in the commit with which its `review.last` was written.
    Without a history nothing is said.
    """
    from igreg.check.stale import stale_reviews
    from igreg.cli._since_review import since_reviews_of
    from igreg.git.run import NoHistory
    from igreg.render.stale.json import stale_json
    from igreg.render.stale.text import stale_text

    if format not in FORMATS:
        raise unknown("--format", "format", format, FORMATS)
    as_of = at.open()
    known = None
    try:
        known = since_reviews_of(at, as_of.register, as_of.today, git_timeout)
    except NoHistory as error:
        at.remark(f"without a history nothing can be said of reviews: {error.sentence}")
    if known is not None and known.unknown:
        at.remark("this is a shallow clone: fetch the whole history to know more (git fetch --unshallow)")
    found = stale_reviews(as_of, known)
    if format == "json":
        console.write(stale_json(found))
    elif known is not None:
        console.write(stale_text(found, console.width()))
    if fail_on_stale and (found.items or as_of.register.unread):
        raise typer.Exit(FINDINGS)
