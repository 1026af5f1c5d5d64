"""Many registers as one page of HTML that needs nothing else, from a template that the organisation can change."""

from __future__ import annotations

from typing import Any

from igreg.estate.view import Estate
from igreg.render.escape.template import fill
from igreg.render.escape.terminal import plain
from igreg.render.estate.section import Column, Section
from igreg.render.estate.story import story


def estate_html(found: Estate, template: str) -> str:
    """The whole view as a page; the template escapes what it is given."""
    told = story(found)
    return fill(
        "estate.html.j2",
        template,
        title=plain(told.title),
        summary=[plain(text) for text in told.summary],
        warnings=[plain(text) for text in told.warnings],
        sections=[_section(one) for one in told.sections],
    )


def _section(one: Section) -> dict[str, Any]:
    """A section for the template: its columns as heading and sort, its rows as first cell and others with the same."""
    columns = [(plain(each.heading), _sort(each)) for each in one.columns]
    rows = [
        (
            plain(row[0]),
            [(*column, plain(text)) for column, text in zip(columns[1:], row[1:], strict=True) if any(row[1:])],
        )
        for row in one.paper
    ]
    return {
        "name": one.name,
        "heading": plain(one.heading),
        "columns": columns,
        "rows": rows,
        "note": plain(one.note()),
        "left_out": plain(one.left_out),
    }


def _sort(column: Column) -> str:
    return "number" if column.is_number else "day" if column.is_day else "words"
