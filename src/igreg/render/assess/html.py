"""A return as a page of HTML, from a template that the organisation can change."""

from __future__ import annotations

from typing import Any

from igreg.assess.assessed import Assessed, AssessedItem
from igreg.render.assess.phrases import as_on, closing, heading, left, said, shows, state
from igreg.render.assess.story import parts
from igreg.render.escape.template import fill
from igreg.render.escape.terminal import plain


def assess_html(found: Assessed, template: str) -> str:
    """The whole as one page that needs nothing else; the template escapes what it is given."""
    return fill(
        "assess.html.j2",
        template,
        title=plain(heading(found)),
        as_on=plain(as_on(found)),
        remarks=[plain(text) for text in found.remarks],
        closing=[plain(text) for text in closing(found) if not text.startswith("  ")],
        left=[plain(left(one, found)) for one in found.left],
        items=[_item(index, one, found) for index, one in enumerate(found.items, 1)],
    )


def _item(index: int, one: AssessedItem, found: Assessed) -> dict[str, Any]:
    return {
        "anchor": f"item-{index}",
        "id": plain(one.item),
        "title": plain(one.title),
        "register": shows(one),
        "state": state(one),
        "is_gap": one.is_gap,
        "answer": plain(said(one)),
        "owner": plain(found.name(one.owner)),
        "parts": [{"name": name, "lines": [plain(line) for line in lines]} for name, lines in parts(one, found)],
    }
