"""What the commands on a site have in common: for whom it is, and how it is made of a register."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from igreg.cli.session import Session
from igreg.errors import IgregError, unknown

if TYPE_CHECKING:
    from igreg.analysis.as_of import AsOf
    from igreg.publish.site import Made
    from igreg.site.audience import Audience

AUDIENCES = ("public", "staff", "board")
MOST_TOLD = 5
"""So many documents that are left out are named."""


def audience_meant(word: str | None) -> Audience:
    """The audience that is typed; there is none by default, since each sees what another may not."""
    from igreg.site.audience import AUDIENCES

    if word is None:
        raise IgregError(
            "for whom the pages are is not said", "add --audience public, --audience staff or --audience board"
        )
    for one in AUDIENCES:
        if one == word.casefold():
            return one
    raise unknown("--audience", "audience", word, AUDIENCES)


def made(at: Session, audience: Audience, note: Callable[[Path], None] | None = None) -> tuple[AsOf, Made]:
    """The register and the files of its site; `note` is told of each document just before it is read."""
    from igreg.cli._no_names import warn_if_unknown
    from igreg.publish.site import make_site
    from igreg.report.asked import Asked
    from igreg.report.period import period_of
    from igreg.store.documents import read_document
    from igreg.store.find import find_root

    as_of = at.open()
    if audience == "public":
        warn_if_unknown(as_of.register)
    month, day = (int(part) for part in as_of.register.organisation.fiscal_year_starts.split("-"))
    asked = Asked(as_of, at.configured, period_of("this year", as_of.today, (month, day)))
    root = find_root(at.folder)

    def read(path: str) -> bytes | str:
        if note is not None:
            note(root / path)
        return read_document(root, path)

    return as_of, make_site(asked, audience, read)


def tell_left_out(at: Session, found: Made) -> None:
    """Say which documents are not among the pages, and why."""
    from igreg.language.english import are, counted
    from igreg.render.escape.terminal import plain

    for path, why in list(found.left_out.items())[:MOST_TOLD]:
        at.remark(f"{plain(path)} is not among the pages: {plain(why)}")
    more = len(found.left_out) - MOST_TOLD
    if more > 0:
        at.remark(f"and {counted(more, 'more document')} {are(more)} not among the pages")
    for remark in found.remarks:
        at.remark(plain(remark))
