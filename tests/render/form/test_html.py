"""The page of a form: one script and one style that the browser may run, and texts of a register as texts."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

from igreg.forms.form import Choice, Form, Question
from igreg.forms.kinds import FORMS
from igreg.render.form.html import form_html

EVIL = "</script><b onclick=x>\"' {{ 7 * 7 }} \x00"
PAGE = form_html(
    Form(
        FORMS["incident"],
        EVIL,
        (
            Question("title", EVIL, EVIL, "line", needed=True),
            Question("unit", "Where?", "", "one", needed=False, choices=(Choice(EVIL, EVIL),)),
            Question("areas", "What?", "", "many", needed=False, choices=(Choice("a", EVIL), Choice("b", "B"))),
        ),
        None,
        EVIL,
    )
)


def digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_only_its_own_script_and_style_may_run() -> None:
    (script,) = re.findall("<script>(.*?)</script>", PAGE, re.DOTALL)
    (style,) = re.findall("<style>(.*?)</style>", PAGE, re.DOTALL)
    assert f"style-src 'sha256-{digest(style)}'; script-src 'sha256-{digest(script)}'" in PAGE
    assert " style=" not in PAGE and "onclick=x>" not in PAGE
    assert not re.search(r"https?://|url\(|@import|localStorage|sessionStorage|indexedDB|fetch\(", PAGE)


def test_each_tag_is_closed_and_each_id_is_its_own() -> None:
    class Seen(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.open: list[str] = []
            self.ids: list[str] = []
            self.named: list[str] = []

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag not in ("meta", "input", "br"):
                self.open.append(tag)
            for name, value in attrs:
                if name == "id":
                    self.ids.append(value or "")
                elif name in ("for", "aria-describedby", "aria-labelledby"):
                    self.named += (value or "").split()

        def handle_endtag(self, tag: str) -> None:
            assert self.open.pop() == tag

    seen = Seen()
    seen.feed(PAGE)
    assert seen.open == []
    assert len(set(seen.ids)) == len(seen.ids)
    assert set(seen.named) <= set(seen.ids)
