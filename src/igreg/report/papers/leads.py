"""Who answers for what, and how to reach them: for the intranet and the wall."""

from __future__ import annotations

from dataclasses import dataclass

from igreg.analysis.as_of import AsOf
from igreg.model.kinds.roles import Role
from igreg.report.asked import NOBODY, Asked, Head
from igreg.report.kind import Report
from igreg.report.paper import Column, Paper, Part, Picture, Said, Table


@dataclass(frozen=True, slots=True)
class Lead:
    """A role that leads an area on the day."""

    role: str
    title: str
    holders: tuple[str, ...]
    """Nobody where it is vacant."""
    deputies: tuple[str, ...]
    contact: str
    """How to reach the role: never a personal address."""


@dataclass(frozen=True, slots=True)
class Area:
    """An area, and the roles that lead it; none where nobody is named for it."""

    id: str
    title: str
    leads: tuple[Lead, ...]


@dataclass(frozen=True, slots=True)
class Leads:
    """The values of the report."""

    head: Head
    areas: tuple[Area, ...]


def values(asked: Asked) -> Leads:
    """Who leads each area on the day."""
    return Leads(asked.head, leading(asked))


def leading(asked: Asked) -> tuple[Area, ...]:
    """The areas with the roles that lead them; one area only where one is asked for."""
    as_of: AsOf = asked.as_of
    return tuple(
        Area(area, asked.register.areas[area], tuple(_lead(asked, role) for role in roles))
        for area, roles in as_of.tenure.leads.items()
        if asked.area in (None, area)
    )


def _lead(asked: Asked, role: Role) -> Lead:
    deputies = (one.holder.staff for one in asked.as_of.tenure.deputies(role))
    return Lead(
        role=role.id or "",
        title=asked.text(role.called),
        holders=asked.holders(role),
        deputies=tuple(asked.person(one) for one in deputies if one),
        contact=asked.text(role.public_contact),
    )


def paper(found: Leads) -> Paper:
    """The areas as a table, and the structure chart."""
    rows = []
    for area in found.areas:
        for lead in area.leads:
            cells = (", ".join(lead.holders) or NOBODY, ", ".join(lead.deputies), lead.contact)
            rows.append((area.title, lead.title, *cells))
        if not area.leads:
            rows.append((area.title, "nobody is named", NOBODY, "", ""))
    columns = tuple(map(Column, ("Area", "Role", "Who", "Deputy", "How to reach them")))
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
    formats=("html", "markdown", "json"),
    takes=frozenset({"area"}),
)
