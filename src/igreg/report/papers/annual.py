"""The year in information governance, month by month: for the SIRO's report and the statement of internal control."""

from __future__ import annotations

from igreg.dataclass import dataclass
from igreg.language.english import are, capital, counted, listed, long_day
from igreg.report.asked import NOBODY, Asked
from igreg.report.kind import Report
from igreg.report.matters import (
    audits,
    departures,
    holding,
    incidents,
    meetings,
    months,
    policies,
    requests,
    returns,
    risks,
)
from igreg.report.matters import money as budgets
from igreg.report.matters import training as courses
from igreg.report.matters.leads import post_sentence
from igreg.report.matters.meetings import GroupMet, groups_met
from igreg.report.matters.months import ByMonth, by_month
from igreg.report.matters.overview import Overview, overview
from igreg.report.matters.statement import Statement
from igreg.report.matters.statements import assurance, statements
from igreg.report.paper import Block, Column, Lines, NewPage, Paper, Part, Points, Said, Table

PROGRAMME = 12
"""So many months of audits are looked ahead."""


@dataclass(frozen=True, slots=True)
class Annual:
    """The values of the report."""

    first: tuple[str, ...]
    assurance: str
    assurance_why: str
    statements: tuple[Statement, ...]
    overview: Overview
    months: ByMonth
    groups: tuple[GroupMet, ...]


def values(asked: Asked) -> Annual:
    """Everything that stands in the paper."""
    found = overview(asked, PROGRAMME)
    said = statements(found)
    level, why = assurance(found, statements(found, None))
    first = tuple(one.text for one in said[:3])
    return Annual(first, level, why, said, found, by_month(asked), groups_met(asked))


def paper(found: Annual) -> Paper:
    """The year: how it is led, how it went month by month, where it is weak, and a statement to sign."""
    of = found.overview
    head = of.head
    sender = f", from the Senior Information Risk Owner, {listed(of.siro)}" if of.siro else ""
    return Paper(
        name="annual",
        title="Information governance: the year",
        organisation=head.organisation,
        day=head.day,
        about=f"{head.period.called}{sender}",
        unread=head.unread,
        parts=(
            Part("In short", _short(found)),
            Part("How information governance is led", _led(found)),
            Part("The year month by month", _months(found)),
            Part("Incidents", _incidents(of)),
            Part("Training", (courses.course_table(of.training, all_courses=True), *_training(found))),
            Part("Policies", _policies(of)),
            Part("Audits", (audits.done_table(of.audits), audits.planned_table(of.audits))),
            Part("Risks", (Said(of.risks.rests_on), risks.table(of.risks))),
            Part("What is held, and where it goes", (Points(holding.sentences(of.holding)),)),
            Part("Departures from rules", (departures.table(of.departures),)),
            Part("Requests", (requests.category_table(of.requests),)),
            Part("Returns", tuple(map(Said, returns.sentences(of.returns)))),
            Part("Money", _money(of)),
            Part("Statement of internal control", _statement(found)),
        ),
    )


def _short(found: Annual) -> tuple[Block, ...]:
    level = f"Level of assurance: {found.assurance}, since {found.assurance_why}."
    return (*(Said(text, leads=True) for text in found.first), Said(level))


def _led(found: Annual) -> tuple[Block, ...]:
    of = found.overview
    rows = tuple(
        (
            capital(area.title),
            listed(lead.title for lead in area.leads) if area.leads else "nobody is named",
            listed(dict.fromkeys(one for lead in area.leads for one in lead.holders)) or NOBODY,
        )
        for area in of.areas
    )
    columns = tuple(map(Column, ("Area", "Led by", "Who")))
    caption = f"Who leads each area on {long_day(of.head.day)}"
    empty = tuple(post_sentence(one) for one in of.empty)
    posts: Block = Points(empty) if empty else Said("No post is empty.")
    return (Table(caption, columns, rows, "No area is led by anybody."), posts, meetings.table(found.groups))


def _months(found: Annual) -> tuple[Block, ...]:
    return (months.table(found.months), incidents.plot(found.overview.incidents))


def _incidents(of: Overview) -> tuple[Block, ...]:
    found = of.incidents
    return (incidents.table(found), *incidents.remarks(found), *incidents.lessons(found, len(found.lessons)))


def _training(found: Annual) -> tuple[Block, ...]:
    if not found.months.training:
        return (Said("No course has a target, so no month can be held against one."),)
    return (months.training_plot(found.months),)


def _policies(of: Overview) -> tuple[Block, ...]:
    found = of.policies
    if not found.in_force:
        return (Said("No policy in force is recorded."),)
    words = f"{found.current} of {counted(found.in_force, 'policy', 'policies')} in force {are(found.current)} current"
    return (Said(f"{words} on {long_day(of.head.day)}."), policies.table(found, len(found.rows)))


def _money(of: Overview) -> tuple[Block, ...]:
    if not of.money.budgets:
        return (Said("No budget is recorded for the financial year of this paper."),)
    return tuple(budgets.table(one) for one in of.money.budgets)


def _statement(found: Annual) -> tuple[Block, ...]:
    """What whoever answers for it is to sign: what is in order, what is weak, and what is asked."""
    of = found.overview
    weak = tuple(one.text for one in found.statements if one.level == "alert")
    better = tuple(one.text for one in found.statements if one.level == "advise")
    good = tuple(one.text for one in found.statements if one.level == "assure")
    out: list[Block] = [
        NewPage(),
        Said(
            f"I have looked at how {of.head.organisation or 'the organisation'} governed its information from "
            f"{of.head.period.called}. What follows comes from the register as on {long_day(of.head.day)}; whoever "
            "signs puts in what the register does not know."
        ),
    ]
    if of.head.unread:
        out.append(Said("Part of the register could not be read, so this statement cannot be signed yet."))
    out += [Said("Significant weaknesses:"), Points(weak)] if weak else [Said("The register shows none that is grave.")]
    out += [Said("To be made better:"), Points(better)] if better else []
    out += [Said("In order:"), Points(good)] if good else []
    signed = "Senior Information Risk Owner"
    return (*out, Lines((f"Signed, {signed}", "Date", "Signed, Chief Executive or chair", "Date")))


REPORT = Report(
    tells="the financial year month by month, with the statement of internal control",
    readers="the SIRO and the board",
    values=values,
    type=Annual,
    paper=paper,
    formats=("html", "docx", "pdf", "xlsx", "markdown", "json"),
    period="last year",
    history=True,
    takes=frozenset({"period"}),
)
