"""The desk as a page of HTML, from a template that the organisation can change."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from igreg.breach.desk import Desk
from igreg.render.breach.phrases import MISSING, NOTHING_SENT, OUTSIDE, RING, SHEET, WAITS, worded
from igreg.render.escape.template import fill
from igreg.render.escape.terminal import plain


def breach_html(desk: Desk, template: str) -> str:
    """The whole desk as one page that needs nothing else; the template escapes what it is given."""
    words = worded(desk)
    return fill(
        "breach.html.j2",
        template,
        incident=plain(desk.incident),
        title=plain(desk.title),
        organisation=plain(desk.organisation),
        now=plain(words.now),
        known=_said(words.known),
        remarks=[_said(text) for text in words.remarks],
        headings={"ring": RING, "outside": OUTSIDE, "missing": MISSING, "waits": WAITS, "sheet": SHEET},
        ring=[{"post": plain(post), "lines": _pairs(lines)} for post, lines in words.ring],
        told=[{"state": row.state, "headline": plain(row.headline), "lines": _pairs(row.lines)} for row in words.told],
        steps=[
            {"by": plain(due_by), "missing": [(paths, plain(asks)) for paths, asks in wanted]}
            for due_by, wanted in words.steps
        ],
        may_wait=[_said(text) for text in words.may_wait],
        sheet_note=plain(words.sheet_note),
        sheet=[
            {"asks": plain(one.asks), "lines": [_said(text) for text in one.lines], "missing": list(one.missing)}
            for one in words.sheet
        ],
        nothing_sent=NOTHING_SENT,
    )


def _pairs(lines: tuple[tuple[str, str], ...]) -> list[tuple[str, Markup]]:
    return [(label, _said(text)) for label, text in lines]


def _said(text: str) -> Markup:
    """A text, escaped; the names of fields that stand in it between backquotes as code."""
    return Markup(re.sub(r"`([\w.\[\]-]+)`", r"<code>\1</code>", str(escape(plain(text)))))
