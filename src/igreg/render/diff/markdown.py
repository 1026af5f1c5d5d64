"""A difference as Markdown, for a comment on a pull request (ruling H30)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from igreg.diff.shown import Shown
from igreg.render.diff.entry import Entry
from igreg.render.diff.story import Section, story
from igreg.render.escape.markdown import prose

MOST = 60_000
"""So many UTF-16 units a comment may have, as GitHub counts; each takes three bytes of UTF-8 at most."""
UNCHANGED = "<!-- igreg diff: unchanged -->"
"""The first line where nothing changed: whoever posts a comment need make none."""
_MARK = {"error": "\U0001f534", "warning": "\U0001f7e0", "info": "\U0001f535"}
_CUT = ("records", "due-gone", "due-new", "gone", "new", "consequences", "settings")
"""In what order sections are cut short, where the whole is too long."""
_FRAME = 100
"""More units than the heading of a section has, or the last line."""


def diff_markdown(shown: Shown, *, summary: bool = False, most: int = MOST) -> str:
    """Everything, or as much as a comment may hold: what is left out is left out whole, records first."""
    told = story(shown, summary=summary)
    head = [f"## {prose(told.title)}", "", prose(told.states), ""]
    for text in told.warnings:
        head += ["> **To know:** " + prose(text), ""]
    if told.is_empty:
        return "\n".join([UNCHANGED, *head, "Nothing changed.", ""])
    if summary:
        head += [prose(told.counts), ""]
    blocks = {part.name: _blocks(part) for part in told.sections}
    kept = _kept({name: list(map(_units, texts)) for name, texts in blocks.items()}, most - _units("\n".join(head)))
    out = ["\n".join(head)]
    for part in told.sections:
        if kept[part.name]:
            out += [_heading(part), "".join(blocks[part.name][: kept[part.name]])]
    left = sum(map(len, blocks.values())) - sum(kept.values())
    return "\n".join([*out, *([f"and {left} more\n"] if left else [])])


def _kept(sizes: Mapping[str, Sequence[int]], room: int) -> dict[str, int]:
    """How many entries of each section fit: those that are left out come from the ends of sections, records first."""
    kept = {name: len(found) for name, found in sizes.items()}
    room -= sum(sum(found) + _FRAME for found in sizes.values()) + _FRAME
    for name in _CUT:
        while room < 0 and kept.get(name):
            kept[name] -= 1
            room += sizes[name][kept[name]]
    return kept


def _units(text: str) -> int:
    """The UTF-16 units of a text and of the line break after it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2 + 1


def _heading(part: Section) -> str:
    return f"### {prose(part.heading)}\n"


def _blocks(part: Section) -> Sequence[str]:
    """The entries of a section; the first of a group has its heading with it."""
    out: list[str] = []
    group: str | None = None
    for entry in part.entries:
        start = ""
        if entry.group != group:
            group = entry.group
            start = f"{chr(10) if out else ''}**{prose(group or '')}**\n\n"
        out.append(start + "".join(f"{line}\n" for line in _entry(entry)))
    return out


def _entry(entry: Entry) -> Iterator[str]:
    mark = f"{_MARK[entry.severity.word]} **{entry.severity.word}** " if entry.severity else ""
    yield f"- {mark}{prose(entry.text)}"
    if entry.more:
        yield f"  - {prose(entry.more)}"
    for line in entry.lines:
        yield f"  - {prose(line.value if entry.whole else line.text)}"
