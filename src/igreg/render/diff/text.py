"""A difference for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.diff.shown import Shown
from igreg.findings import Severity
from igreg.render.diff.entry import Entry
from igreg.render.diff.story import Section, Story, story
from igreg.render.escape.colour import Style
from igreg.render.escape.terminal import folded, plain

MOST_LINES = 12
"""So many fields of one record are shown; the page and the JSON have all."""
_PAINT = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def diff_text(shown: Shown, style: Style, *, summary: bool = False) -> str:
    """Everything, as wide as the terminal is, or a line a thing where there is none."""
    told = story(shown, summary=summary)
    out = list(_head(told, style))
    for part in told.sections:
        out += ["", *_section(part, style)]
    if told.is_empty:
        out += ["", "Nothing changed."]
    elif summary:
        out += ["", told.counts]
    return "".join(f"{line}\n" for line in out)


def _head(told: Story, style: Style) -> Iterator[str]:
    yield from (style.bold(line) for line in folded(plain(told.title), style.width))
    yield from folded(plain(told.states), style.width)
    for text in told.warnings:
        yield from folded(plain(f"warning: {text}"), style.width, then="  ")


def _section(part: Section, style: Style) -> Iterator[str]:
    yield from (style.bold(line) for line in folded(plain(part.heading), style.width))
    group: str | None = None
    for entry in part.entries:
        if entry.group != group:
            group = entry.group
            yield f"  {style.bold(group)}" if group else ""
        yield from _entry(entry, "    " if group else "  ", style)


def _entry(entry: Entry, indent: str, style: Style) -> Iterator[str]:
    word = f"{entry.severity.word}: " if entry.severity else ""
    first, *others = folded(plain(f"{word}{entry.text}"), style.width, indent, f"{indent}  ")
    if entry.severity and not others:
        first = first.replace(word, style.paint(word, _PAINT[entry.severity]), 1)
    yield first
    yield from others
    if entry.more:
        yield from folded(plain(entry.more), style.width, f"{indent}  = ", f"{indent}    ")
    for line in entry.lines[:MOST_LINES]:
        yield from folded(plain(line.value if entry.whole else line.text), style.width, f"{indent}  ", f"{indent}    ")
    more = len(entry.lines) - MOST_LINES
    if more > 0:
        yield f"{indent}  and {more} more"
