"""The list as a page of HTML, from a template that the organisation can change."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from typing import Any

from igreg.due.item import Agenda, Row
from igreg.errors import IgregError
from igreg.render.due_words import about, detail, groups, summary, when, who
from igreg.render.plain import plain
from igreg.words import listed


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


def fill(name: str, template: str, **names: object) -> str:
    """A template filled in, in a sandbox: register text is data, never template."""
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        autoescape=".html" in name,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    try:
        return environment.from_string(template).render(**names)
    except (TemplateError, ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise IgregError(
            f"the template {name}{_line(error)} cannot be filled in: {plain(str(error))}",
            f"it may use the names {listed(sorted(names))}",
        ) from None


def _line(error: Exception) -> str:
    """Where in a template an error stands, as far as it says."""
    steps = traceback.extract_tb(error.__traceback__)
    lines = [step.lineno for step in steps if step.filename in ("<template>", "<unknown>")]
    number = getattr(error, "lineno", None) or (lines[-1] if lines else None)
    return f", line {number}," if number else ""


def due_html(agenda: Agenda, template: str, organisation: str, *, by: str | None, people: bool) -> str:
    """The list as one page of HTML that needs nothing else."""
    found = [
        {"heading": plain(heading), "rows": rows_of(rows, agenda, people=people)}
        for heading, rows in groups(agenda, by)
        if rows
    ]
    names = {"title": "What is due", "organisation": plain(organisation), "today": str(agenda.today)}
    return fill("due.html.j2", template, groups=found, summary=summary(agenda), **names)
