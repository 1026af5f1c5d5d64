"""Who answers for what, and how to reach them: for the intranet and the wall."""

from __future__ import annotations

from igreg.dataclass import dataclass
from igreg.language.english import capital
from igreg.report.asked import NOBODY, Asked, Head
from igreg.report.kind import Report
from igreg.report.matters.leads import Area, leading
from igreg.report.paper import Column, Paper, Part, Picture, Said, Table


@dataclass(frozen=True, slots=True)
class Leads:
    """The values of the report."""

    head: Head
    areas: tuple[Area, ...]


def values(asked: Asked) -> Leads:
    """Who leads each area on the day."""
    return Leads(asked.head, leading(asked))


def paper(found: Leads) -> Paper:
    """The areas as a table, and the structure chart."""
    rows = []
    for area in found.areas:
        for lead in area.leads:
            cells = (", ".join(lead.holders) or NOBODY, ", ".join(lead.deputies), lead.contact)
            rows.append((capital(area.title), lead.title, *cells))
        if not area.leads:
            rows.append((capital(area.title), "nobody is named", NOBODY, "", ""))
    columns = (*map(Column, ("Area", "Role", "Who", "Deputy")), Column("How to reach them", contact=True))
    return Paper(
        name="leads",
        title="Who leads on what",
        organisation=found.head.organisation,
        day=found.head.day,
        about=found.head.part,
        unread=found.head.unread,
        parts=(
            Part(
                "The leads",
                (
                    Said("Something has gone wrong, or you are not sure? Tell any of these people at once."),
                    Table("Each area with the role that leads it", columns, tuple(rows), "No area is led by anybody."),
                ),
            ),
            Part("The structure", (Picture("structure", "Structure chart", "Who answers to whom."),)),
        ),
    )


REPORT = Report(
    tells="who answers for what, and how to reach them",
    readers="everybody, for the intranet and the wall",
    values=values,
    type=Leads,
    paper=paper,
    formats=("html", "docx", "pdf", "xlsx", "markdown", "json"),
    takes=frozenset({"area"}),
)
