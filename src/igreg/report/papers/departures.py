"""For the SIRO and the board: every rule that is knowingly departed from, why, who accepts it, and until when."""

from __future__ import annotations

from igreg.dataclass import dataclass
from igreg.language.english import are, counted
from igreg.report.asked import Asked, Head
from igreg.report.kind import Report
from igreg.report.matters import departures
from igreg.report.matters.departures import Departure, Departures
from igreg.report.paper import Block, Cell, Column, Paper, Part, Said, Table


@dataclass(frozen=True, slots=True)
class DepartureReport:
    """The values of the report."""

    head: Head
    departures: Departures


def values(asked: Asked) -> DepartureReport:
    """Every departure that is recorded."""
    return DepartureReport(asked.head, departures.departures(asked))


def paper(found: DepartureReport) -> Paper:
    """Those in force, what is done in their place, and those that do not count any more."""
    head = found.head
    current = found.departures.in_force
    others = tuple(one for one in found.departures.departures if one.stands != "in force")
    return Paper(
        name="departures",
        title="Departures from rules",
        organisation=head.organisation,
        day=head.day,
        about="Rules that are knowingly departed from for a time, each with a reason and an end.",
        unread=head.unread,
        parts=(
            Part("In force", (*_short(found), departures.table(Departures(current)))),
            Part("What is done in their place", (_instead(current),)),
            Part("No longer in force, or not complete", (_others(others),)),
        ),
    )


def _short(found: DepartureReport) -> tuple[Block, ...]:
    current = found.departures.in_force
    soon = [one for one in current if one.days is not None and one.days <= _SOON]
    if not current:
        return ()
    verb = are(len(current))
    words = f"{counted(len(current), 'departure')} {verb} in force"
    more = f"; {len(soon)} of them end{'s' if len(soon) == 1 else ''} within {_SOON} days" if soon else ""
    return (Said(f"{words}{more}.", leads=True),)


_SOON = 90


def _instead(found: tuple[Departure, ...]) -> Table:
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            one.about,
            one.instead or "nothing is written down",
            one.approved_by or "nobody is named",
            one.approved_on or "not written down",
            f"{one.rule} ({one.id})",
        )
        for one in found
    )
    columns = (
        Column("Where"),
        Column("What is done instead"),
        Column("Accepted by"),
        Column("Accepted on", "day"),
        Column("Rule, and number of the departure"),
    )
    return Table("What is done in place of what the rule asks", columns, rows, "No departure is in force.")


def _others(found: tuple[Departure, ...]) -> Table:
    words = {"ended": "ended", "no end": "no end is set, so it does not count", "not complete": "not complete"}
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (one.about or one.id, one.means or one.rule, one.reason, one.until, words[one.stands]) for one in found
    )
    columns = (Column("Where"), Column("Departs from"), Column("Why"), Column("Until", "day"), Column("Standing"))
    empty = "There are no others in the register."
    return Table("Departures that do not count today", columns, rows, empty)


REPORT = Report(
    tells="every rule that is knowingly departed from: the reason, who accepts it, and its end",
    readers="the SIRO and the board",
    values=values,
    type=DepartureReport,
    paper=paper,
    formats=("html", "docx", "pdf", "xlsx", "markdown", "json"),
)
