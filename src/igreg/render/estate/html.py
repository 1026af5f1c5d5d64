"""Many registers as one page of HTML that needs nothing else, from a template that the organisation can change."""

from __future__ import annotations

from typing import Any

from igreg.estate.view import Estate
from igreg.render.escape.template import fill
from igreg.render.escape.terminal import plain
from igreg.render.estate.story import Section, story


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
    return {
        "name": one.name,
        "heading": plain(one.heading),
        "columns": [{"heading": plain(column.heading), "is_number": column.is_number} for column in one.columns],
        "rows": [
            {"first": plain(row[0]), "cells": [plain(text) for text in row[1:]], "is_alone": not any(row[1:])}
            for row in one.rows
        ],
        "note": plain(one.note()),
    }
