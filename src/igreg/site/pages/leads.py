"""Who leads on what."""

from __future__ import annotations

from igreg.model.kinds.roles import Role
from igreg.report.matters.leads import leading
from igreg.site.page import Grid, Line, Section, Words, line
from igreg.site.seen import Seen
from igreg.site.top import TopPage


def sections(seen: Seen) -> tuple[Section, ...]:
    """The areas with those who lead them."""
    rows: list[tuple[Line, ...]] = []
    for area in leading(seen.asked):
        title = line(seen.area(area.id))
        for lead in area.leads:
            role = seen.register.get(Role, lead.role)
            if role is None:
                continue
            named = line(seen.named(lead.role))
            deputies = line(", ".join(seen.holders(role, deputies=True)))
            who = line(seen.somebody(role))
            rows.append((title, named, who, deputies, seen.contact(role)))
        if not area.leads:
            rows.append((title, line("Nobody is named"), line("Vacant"), (), ()))
    heads: tuple[str, ...] = ("Area", "Role", "Who", "Deputy", "How to reach them")
    if seen.audience == "public":
        heads, rows = (*heads[:3], *heads[4:]), [(*row[:3], *row[4:]) for row in rows]
    first = Words(line("Who answers for each area of information governance."), leads=True)
    return (Section("", (first, Grid("Each area and who leads it", heads, tuple(rows), "No area is led by anybody."))),)


PAGES = (
    TopPage(
        10, "who-leads.html", "Who leads on what", "Each area, who answers for it and how to reach them.", sections
    ),
)
