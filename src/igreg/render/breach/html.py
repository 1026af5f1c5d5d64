"""The desk as a page of HTML, from a template that the organisation can change."""

from __future__ import annotations

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
    sheet_note,
    told,
    wanted,
)
from igreg.render.escape.template import fill
from igreg.render.escape.terminal import plain


def breach_html(desk: Desk, template: str) -> str:
    """The whole desk as one page that needs nothing else; the template escapes what it is given."""
    return fill(
        "breach.html.j2",
        template,
        incident=plain(desk.incident),
        title=plain(desk.title),
        organisation=plain(desk.organisation),
        now=plain(now(desk)),
        known=plain(known(desk)),
        remarks=[plain(text) for text in remarks(desk)],
        headings={"ring": RING, "outside": OUTSIDE, "missing": MISSING, "waits": WAITS, "sheet": SHEET},
        ring=[{"post": plain(post(one)), "lines": _pairs(rung(one))} for one in desk.ring],
        told=[{"state": row.state, "headline": plain(row.headline), "lines": _pairs(row.lines)} for row in told(desk)],
        steps=[
            {"by": plain(due_by(step)), "missing": [(paths, plain(asks)) for paths, asks in wanted(step)]}
            for step in desk.steps
        ],
        may_wait=[plain(text) for text in desk.may_wait],
        sheet_note=plain(sheet_note(desk)),
        sheet=[
            {"asks": plain(asked(one)), "lines": [plain(text) for text in one.lines], "missing": list(one.missing)}
            for one in desk.sheet
        ],
        nothing_sent=NOTHING_SENT,
    )


def _pairs(lines: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    return [(label, plain(text)) for label, text in lines]
