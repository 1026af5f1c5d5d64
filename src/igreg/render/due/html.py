"""The list as a page of HTML, from a template that the organisation can change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from igreg.due.item import DueList, Row
from igreg.render.due.phrases import about, detail, groups, summary, when, who
from igreg.render.escape.template import fill
from igreg.render.escape.terminal import plain


def rows_of(rows: Sequence[Row], due_list: DueList, *, people: bool) -> list[dict[str, Any]]:
    """What a template may say of each row; plain text only, which the HTML template escapes by itself."""
    return [
        {
            "due": str(row.item.due),
            "when": when(row),
            "overdue": row.overdue,
            "what": row.item.what,
            "about": plain(about(row, due_list)),
            "detail": plain(detail(row, due_list, people=people)),
            "who": plain(who(row, due_list)),
            "where": f"{plain(row.file)}:{row.line}",
        }
        for row in rows
    ]


def due_html(due_list: DueList, template: str, organisation: str, *, by: str | None, people: bool) -> str:
    """The list as one page of HTML that needs nothing else."""
    found = [
        {"heading": plain(heading), "rows": rows_of(rows, due_list, people=people)}
        for heading, rows in groups(due_list, by)
        if rows
    ]
    names: dict[str, object] = {
        "title": "What is due",
        "organisation": plain(organisation),
        "today": str(due_list.today),
        "no_address": False,
    }
    return fill("due.html.j2", template, groups=found, summary=summary(due_list), **names)
