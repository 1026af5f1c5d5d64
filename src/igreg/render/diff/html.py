"""A difference as one page of HTML that can be read, approved and filed, from a template of the organisation's."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from igreg.diff.shown import Shown
from igreg.render.diff.entry import Entry
from igreg.render.diff.story import Section, story
from igreg.render.escape.template import fill
from igreg.render.escape.terminal import plain


def diff_html(shown: Shown, template: str, *, summary: bool = False) -> str:
    """Everything as one page that needs nothing else; the template escapes what it is given."""
    told = story(shown, summary=summary)
    return fill(
        "diff.html.j2",
        template,
        title=plain(told.title),
        states=plain(told.states),
        warnings=[plain(text) for text in told.warnings],
        counts=plain(told.counts),
        sections=[_section(part) for part in told.sections],
        empty=told.is_empty,
    )


def _section(part: Section) -> dict[str, Any]:
    groups = [
        {"name": plain(name or ""), "entries": [_entry(one) for one in entries]}
        for name, entries in groupby(part.entries, key=lambda one: one.group)
    ]
    return {"name": part.name, "heading": plain(part.heading), "groups": groups}


def _entry(one: Entry) -> dict[str, Any]:
    return {
        "text": plain(one.text),
        "more": plain(one.more),
        "severity": one.severity.word if one.severity else "",
        "added": one.whole,
        "lines": [
            {
                "label": plain(line.label),
                "before": None if line.before is None else plain(line.before),
                "after": None if line.after is None else plain(line.after),
            }
            for line in one.lines
        ],
    }
