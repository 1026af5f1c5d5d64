"""The register before the time that a report tells of, where it is committed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from igreg.cli.session import Session
from igreg.errors import IgregError

if TYPE_CHECKING:
    from igreg.analysis.as_of import AsOf
    from igreg.report.earlier import Earlier

KINDS = frozenset({"risks"})
"""What reports ask of the history; no file of another kind is read."""


def earlier(at: Session, as_of: AsOf, day: dt.date) -> Earlier:
    """The risks as they were committed by the end of a day, or why that is not known: a report does not fail of it."""
    from igreg.git.commits import Line
    from igreg.git.written import as_known
    from igreg.report.earlier import Earlier

    register = as_of.register
    try:
        line = Line(at.repository(), as_of.now, register.clock.zone)
        _, found, _ = as_known(line, register.sources.root, register, day, KINDS)
    except IgregError as error:
        return Earlier(day, None, error.sentence)
    if found.unread:
        return Earlier(day, None, f"{found.unread[0]} of that day cannot be read")
    return Earlier(day, found)
