"""The list as a page of HTML, from a template that the organisation can change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from igreg.due.item import Agenda, Row
from igreg.render.due_words import about, detail, groups, summary, when, who
from igreg.render.fill import fill
from igreg.render.plain import plain


def rows_of(rows: Sequence[Row], agenda: Agenda, *, people: bool) -> list[dict[str, Any]]:
    """What a template may say of each row; plain text only, which the HTML template escapes by itself."""
    return [
        {
            "due": str(row.item.due),
            "when": when(row),
            "overdue": row.overdue,
            "what": row.item.what,
            "about": plain(about(row, agenda)),
            "detail": plain(detail(row, agenda, people=people)),
            "who": plain(who(row, agenda)),
            "where": f"{plain(row.file)}:{row.line}",
        }
        for row in rows
    ]


def due_html(agenda: Agenda, template: str, organisation: str, *, by: str | None, people: bool) -> str:
    """The list as one page of HTML that needs nothing else."""
    found = [
        {"heading": plain(heading), "rows": rows_of(rows, agenda, people=people)}
        for heading, rows in groups(agenda, by)
        if rows
    ]
    names = {"title": "What is due", "organisation": plain(organisation), "today": str(agenda.today)}
    return fill("due.html.j2", template, groups=found, summary=summary(agenda), **names)
