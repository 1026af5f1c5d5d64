"""The desk as Markdown, for an issue or a message."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.breach.desk import Desk
from igreg.render.breach.phrases import MISSING, NOTHING_SENT, OUTSIDE, RING, SHEET, WAITS, Words, worded
from igreg.render.escape.markdown import code, md


def breach_markdown(desk: Desk) -> str:
    """The whole desk as one document."""
    return "\n".join(_lines(worded(desk))).rstrip() + "\n"


def _lines(desk: Words) -> Iterator[str]:
    yield f"# {md(desk.title)}"
    yield from ("", md(desk.now), "", md(desk.known), "")
    yield from (f"> {md(text)}\n" for text in desk.remarks)
    yield from (f"## {RING}", "")
    for post, lines in desk.ring:
        parts = [f"{label}: {text}" if label else text for label, text in lines]
        yield f"- **{md(post)}**: {md('. '.join(parts))}"
    yield from ("", f"## {OUTSIDE}", "")
    for row in desk.told:
        yield from (f"### {md(row.headline)}", "")
        yield from (f"- {label}: {md(text)}" for label, text in row.lines)
        yield ""
    yield from (f"## {MISSING}", "")
    for due_by, wanted in desk.steps:
        yield from (f"### {md(due_by)}", "")
        yield from (f"- {code(paths)}: {md(asks)}" for paths, asks in wanted)
        yield ""
    if not desk.steps:
        yield from ("Nothing that anybody asks for tonight.", "")
    yield from (f"## {WAITS}", "")
    yield from (f"- {md(text)}" for text in desk.may_wait or ("Nothing.",))
    yield from ("", f"## {SHEET}", "", md(desk.sheet_note), "")
    for number, answer in enumerate(desk.sheet, 1):
        yield f"{number}. **{md(answer.asks)}**"
        yield from (f"   - {md(text)}" for text in answer.said)
    yield from ("", md(NOTHING_SENT))
