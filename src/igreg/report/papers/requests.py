"""For the leads of freedom of information and data protection: requests, how many in time, and the disclosure log."""

from __future__ import annotations

from igreg.dataclass import dataclass
from igreg.language.english import capital, counted
from igreg.report.asked import Asked, Head
from igreg.report.kind import Report
from igreg.report.matters import requests
from igreg.report.matters.requests import Requests
from igreg.report.paper import Block, Cell, Column, Figure, Figures, Paper, Part, Plot, Said, Series, Table


@dataclass(frozen=True, slots=True)
class RequestReport:
    """The values of the report."""

    head: Head
    requests: Requests


def values(asked: Asked) -> RequestReport:
    """The requests of the part that is asked for."""
    return RequestReport(asked.head, requests.requests(asked))


def paper(found: RequestReport) -> Paper:
    """Counts, what waits, what was late, exemptions, and the disclosure log."""
    head, of = found.head, found.requests
    part = f", {head.part}" if head.part else ""
    return Paper(
        name="requests",
        title="Requests for information and about personal data",
        organisation=head.organisation,
        day=head.day,
        about=f"Requests received and answered from {head.period.called}{part}.",
        unread=head.unread,
        parts=(
            Part("In short", _short(of)),
            Part("By what was asked", (requests.category_table(of), *_months(of))),
            Part("Open today", (_waiting(of), *_reviews(of))),
            Part("Answered late", (_late(of),)),
            Part("What came of them", _outcomes(of)),
            Part("Disclosure log", (_log(of),)),
        ),
    )


def _short(of: Requests) -> tuple[Block, ...]:
    total = of.total
    if not of.recorded:
        return (Said("No request is recorded. That none is recorded does not show that none came."),)
    told = f"{total.in_time} of {total.done}" if total.done else "none answered"
    came = f"{total.received_before} in the time before"
    came = f"{total.withdrawn} withdrawn since; {came}" if total.withdrawn else ""
    note = requests.ACKNOWLEDGED if of.counts_acknowledged else ""
    late = sum(one.overdue for one in of.reviews_waiting)
    return (
        Figures(
            (
                Figure("Received", str(total.received), came),
                Figure("Answered in time", told, note, f"{total.late} late" if total.late else ""),
                Figure("Open today", str(total.open)),
                Figure("Past their last day", str(total.overdue), "", "overdue" if total.overdue else ""),
                Figure("Internal reviews asked for", str(of.reviews)),
                *([Figure("Internal reviews past their last day", str(late), "", "overdue")] if late else []),
            )
        ),
    )


def _months(of: Requests) -> tuple[Block, ...]:
    """The months as a picture, where anything came or was answered in any."""
    if not any(one.received or one.done or one.late for one in of.months):
        return (Said("No request was received or answered in this time."),) if of.recorded else ()
    return (_plot(of),)


def _plot(of: Requests) -> Plot:
    labels = tuple(f"{one.first:%b %Y}" for one in of.months)
    series = (
        Series("Received", tuple(one.received for one in of.months)),
        Series("Answered", tuple(one.done for one in of.months)),
        Series("Answered late", tuple(one.late for one in of.months)),
    )
    words = (
        f"{counted(of.total.received, 'request')} received, {of.total.done} answered, {of.total.late} of them late, "
        "month by month."
    )
    return Plot("Requests by month", words, "bars", "requests", labels, series)


def _waiting(of: Requests) -> Table:
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            one.id,
            one.title,
            one.category,
            one.received,
            one.last_day or "no day is set by law, or it waits for an answer to our question",
            "past its last day" if one.overdue else _long(of) if one.long_open else "",
        )
        for one in of.waiting
    )
    columns = _heads("What is asked", "Received")
    return Table("Requests that wait for an answer, the most urgent first", columns, rows, "No request is open.")


def _heads(what: str, since: str) -> tuple[Column, ...]:
    """The heads of a table of what waits for an answer: what it is, since when, till when."""
    till = (Column("Last day in time", "day"), Column("Past it"))
    return (Column("Number"), Column("About"), Column(what), Column(since, "day"), *till)


def _long(of: Requests) -> str:
    return f"open for longer than {of.long_open_after}"


def _reviews(of: Requests) -> tuple[Table, ...]:
    """The internal reviews that wait, where there are any."""
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            one.id,
            one.title,
            one.category,
            one.asked,
            one.last_day or "not known: no day is written down on which it was asked for",
            "past its last day" if one.overdue else "",
        )
        for one in of.reviews_waiting
    )
    columns = _heads("What was asked", "Review asked for")
    return (Table("Internal reviews that wait for an answer", columns, rows, ""),) if rows else ()


def _late(of: Requests) -> Table:
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (one.id, one.title, one.category, one.days, one.reason or "no reason is written down") for one in of.late
    )
    columns = (
        Column("Number"),
        Column("About"),
        Column("What was asked"),
        Column("Days late", "number"),
        Column("Why"),
    )
    return Table("Requests answered after their last day", columns, rows, "None was answered late in this time.")


def _outcomes(of: Requests) -> tuple[Block, ...]:
    outcomes = tuple((capital(words), number) for words, number in of.outcomes)
    columns = (Column("Outcome"), Column("Requests", "number"))
    exemptions = (Column("Exemption or reason"), Column("Relied on", "number"))
    return (
        Table("Outcomes of what was answered in this time", columns, outcomes, "Nothing was answered in this time."),
        Table("Exemptions relied on", exemptions, of.exemptions, "No exemption was relied on in this time."),
    )


def _log(of: Requests) -> Table:
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (one.id, one.title, one.category, one.answered, capital(one.outcome), "; ".join(one.exemptions))
        for one in of.log
    )
    columns = (
        Column("Number"),
        Column("What was asked for"),
        Column("Under"),
        Column("Answered", "day"),
        Column("Outcome"),
        Column("Exemptions"),
    )
    caption = "Information that was asked for and what came of it; nothing here says who asked"
    return Table(caption, columns, rows, "No request for information was answered in this time.")


REPORT = Report(
    tells="requests: how many, in time, late, by what was asked; exemptions; the disclosure log",
    readers="the leads of freedom of information and data protection",
    values=values,
    type=RequestReport,
    paper=paper,
    formats=("html", "docx", "pdf", "xlsx", "markdown", "json"),
    period="last quarter",
    takes=frozenset({"period", "unit"}),
)
