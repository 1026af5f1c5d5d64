"""For the audit committee: the programme of audits, what they found, and what became of it."""

from __future__ import annotations

from igreg.dataclass import dataclass
from igreg.language.english import listed
from igreg.report.asked import Asked, Head
from igreg.report.kind import Report
from igreg.report.matters import audits
from igreg.report.matters.audits import AuditAction, Audits
from igreg.report.paper import Block, Cell, Column, Figure, Figures, Paper, Part, Said, Table

PROGRAMME = 12
"""So many months of the programme are looked ahead."""
_GRAVE = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class AuditReport:
    """The values of the report."""

    head: Head
    audits: Audits


def values(asked: Asked) -> AuditReport:
    """The audits of the part that is asked for."""
    return AuditReport(asked.head, audits.audits(asked, PROGRAMME))


def paper(found: AuditReport) -> Paper:
    """Figures, the programme, results, then findings with their actions."""
    head = found.head
    part = f", {head.part}" if head.part else ""
    return Paper(
        name="audits",
        title="Audits of information governance",
        organisation=head.organisation,
        day=head.day,
        about=f"Audits done from {head.period.called}, and the programme ahead{part}.",
        unread=head.unread,
        parts=(
            Part("In short", _short(found)),
            Part("Results", (audits.done_table(found.audits),)),
            Part("What was found, and what is done about it", (_findings(found),)),
            Part("The programme", (audits.planned_table(found.audits),)),
        ),
    )


def _short(found: AuditReport) -> tuple[Block, ...]:
    of = found.audits
    late = sum(one.overdue for one in of.planned)
    high = sum(finding.severity == "high" for one in of.done for finding in one.findings)
    overdue = sum(one.overdue_actions for one in of.done)
    out: list[Block] = [
        Figures(
            (
                Figure("Audits done", str(len(of.done)), f"{of.before} in the time before"),
                Figure("Audits overdue", str(late), "", "overdue" if late else ""),
                Figure("Grave findings", str(high), "of those that these audits found"),
                Figure("Actions overdue", str(overdue), "", "overdue" if overdue else ""),
            )
        )
    ]
    if of.areas_without:
        out.append(Said(f"No audit was done in the last {of.audited_within} on {listed(of.areas_without, 'or')}."))
    else:
        out.append(Said(f"In the last {of.audited_within} an audit was done on every area that is asked for."))
    return tuple(out)


def _findings(found: AuditReport) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for audit in found.audits.done:
        for one in sorted(audit.findings, key=lambda one: _GRAVE.index(one.severity)):
            action = one.action
            what, who = (action.what, action.owner) if action is not None else ("none is written down", "")
            due = action.due if action is not None else None
            rows.append((audit.title, one.what, one.severity, what, who, due, _stands(action)))
    columns = (
        Column("Audit"),
        Column("Finding"),
        Column("How grave"),
        Column("Action"),
        Column("Who"),
        Column("Due", "day"),
        Column("Standing"),
    )
    empty = "The audits of this time found nothing, or nothing is written down."
    return Table("Findings, the gravest of each audit first", columns, tuple(rows), empty)


def _stands(action: AuditAction | None) -> str:
    if action is None:
        return "no action"
    return "done" if action.done is not None else "overdue" if action.overdue else "open"


REPORT = Report(
    tells="the programme of audits, their results, and what became of what they found",
    readers="the audit committee",
    values=values,
    type=AuditReport,
    paper=paper,
    formats=("html", "docx", "pdf", "xlsx", "markdown", "json"),
    period="this year",
    takes=frozenset({"period", "unit", "area"}),
)
