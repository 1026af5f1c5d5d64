"""The desk as Markdown, for an issue or a message."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.breach.desk import Desk
from igreg.render.breach.phrases import (
    MISSING,
    NOTHING_SENT,
    OUTSIDE,
    RING,
    SHEET,
    WAITS,
    asked,
    due_by,
    known,
    now,
    post,
    remarks,
    rung,
    said,
    sheet_note,
    told,
    wanted,
)
from igreg.render.escape.markdown import code, md


def breach_markdown(desk: Desk) -> str:
    """The whole desk as one document."""
    return "\n".join(_lines(desk)).rstrip() + "\n"


def _lines(desk: Desk) -> Iterator[str]:
    yield f"# {md(f'{desk.incident}: {desk.title}')}"
    yield from ("", md(now(desk)), "", md(known(desk)), "")
    yield from (f"> {md(text)}\n" for text in remarks(desk))
    yield from (f"## {RING}", "")
    for contact in desk.ring:
        parts = [f"{label}: {text}" if label else text for label, text in rung(contact)]
        yield f"- **{md(post(contact))}**: {md('. '.join(parts))}"
    yield from ("", f"## {OUTSIDE}", "")
    for row in told(desk):
        yield from (f"### {md(row.headline)}", "")
        yield from (f"- {label}: {md(text)}" for label, text in row.lines)
        yield ""
    yield from (f"## {MISSING}", "")
    for step in desk.steps:
        yield from (f"### {md(due_by(step))}", "")
        yield from (f"- {code(paths)}: {md(asks)}" for paths, asks in wanted(step))
        yield ""
    if not desk.steps:
        yield from ("Nothing that anybody asks for tonight.", "")
    yield from (f"## {WAITS}", "")
    yield from (f"- {md(text)}" for text in desk.may_wait or ("Nothing.",))
    yield from ("", f"## {SHEET}", "", md(sheet_note(desk)), "")
    for number, answer in enumerate(desk.sheet, 1):
        yield f"{number}. **{md(asked(answer))}**"
        yield from (f"   - {md(text)}" for text in said(answer))
    yield from ("", md(NOTHING_SENT))
