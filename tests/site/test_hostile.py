"""Whatever stands in a register is words on a page: no element, attribute or address is there that igreg did not write."""

from __future__ import annotations

import json
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from igreg.render.site.html import POLICY
from igreg.site.audience import AUDIENCES, Audience
from tests.site.everything import TODAY, everything
from tests.site.made import Site, as_read, site_of

ELEMENTS = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "link",
        "body",
        "a",
        "header",
        "div",
        "span",
        "nav",
        "noscript",
        "wbr",
        "ul",
        "ol",
        "li",
        "main",
        "section",
        "h1",
        "h2",
        "h3",
        "p",
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "footer",
        "strong",
        "input",
        "label",
        "script",
        "button",
        "output",
        "svg",
        "g",
        "path",
        "rect",
        "text",
        "tspan",
        "defs",
        "marker",
        "pattern",
        "line",
        "polygon",
        "polyline",
        "circle",
        "ellipse",
        "desc",
        "use",
        "clippath",
    ]
)
"""What pages are made of."""
ATTRIBUTES = frozenset(
    [
        "lang",
        "charset",
        "name",
        "content",
        "http-equiv",
        "rel",
        "href",
        "class",
        "id",
        "role",
        "tabindex",
        "scope",
        "type",
        "autocomplete",
        "spellcheck",
        "src",
        "aria-label",
        "aria-labelledby",
        "aria-describedby",
        "aria-current",
        "aria-hidden",
        "aria-roledescription",
        "aria-description",
        "data-head",
        "data-title",
        "data-zoom",
        "data-href",
        "data-told",
        "xmlns",
        "viewbox",
        "width",
        "height",
        "d",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "dx",
        "dy",
        "fill",
        "stroke",
        "stroke-width",
        "transform",
        "text-anchor",
        "points",
        "stroke-dasharray",
        "font-family",
        "font-size",
        "font-weight",
        "for",
    ]
)


BUILT = frozenset(
    ["h1", "h2", "h3", "section", "table", "caption", "thead", "tbody", "tr", "th", "td", "ul", "ol", "li", "dl", "dt"]
)
"""Of these elements a page has as many whatever the texts are."""


class Parsed(HTMLParser):
    """What a page is made of: elements, attributes, addresses, and the words between them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.counts: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.addresses: list[tuple[str, str]] = []
        self.policies: list[str] = []
        self.comments: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.elements.add(tag)
        if tag in BUILT:
            self.counts[tag] += 1
        self.attributes |= set(given)
        self.addresses += [(tag, value or "") for name, value in attrs if name in ("href", "src", "data-href")]
        self.policies += [given["content"] or ""] if given.get("http-equiv") == "Content-Security-Policy" else []

    def handle_comment(self, data: str) -> None:
        self.comments.append(data.strip())

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture(scope="module", params=AUDIENCES)
def hostile(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Audience, Site]:
    """The site of a register in which every text would do something, did it stand in a page as it is."""
    return request.param, site_of(
        everything(hostile=True).files, request.param, tmp_path_factory.mktemp("hostile"), TODAY
    )


def pages(site: Site) -> dict[str, Parsed]:
    return {path: Parsed(data.decode()) for path, data in site.files.items() if path.endswith(".html")}


def test_the_register_is_read_as_it_is_written(tmp_path: Path) -> None:
    written = everything(hostile=True)
    register = as_read(written.files, tmp_path, TODAY)
    assert register.unread == ()
    assert "<script>alert(1)</script>" in repr(register.by_id.values())
    for scheme in ("javascript:", "data:text/html", "vbscript:", "//evil.example"):
        assert f"url='{scheme}" in repr(register.by_id.values()), scheme


def test_only_what_igreg_writes_is_there(hostile: tuple[Audience, Site]) -> None:
    for path, page in pages(hostile[1]).items():
        assert page.elements - ELEMENTS == set(), path
        assert page.attributes - ATTRIBUTES == set(), path
        assert page.comments == ["igreg: a notice goes here"], path
        assert page.policies == [POLICY], path


def test_a_page_is_built_the_same_whatever_its_texts_are(hostile: tuple[Audience, Site], tmp_path: Path) -> None:
    plain = pages(site_of(everything().files, hostile[0], tmp_path, TODAY))
    found = pages(hostile[1])
    assert set(found) == set(plain)
    assert {path: page.counts for path, page in found.items()} == {path: page.counts for path, page in plain.items()}


def test_no_address_leads_to_a_script_and_nothing_is_fetched_from_elsewhere(hostile: tuple[Audience, Site]) -> None:
    for path, page in pages(hostile[1]).items():
        for tag, address in page.addresses:
            if tag in ("script", "link"):
                assert re.fullmatch(r"(\.\./)?look/[a-z-]+\.(js|css)", address), (path, address)
            else:
                assert re.match(r"(https://|mailto:|tel:\+?[0-9]+$|#|[a-z0-9./-]+\.(html|pdf)(#|$))", address), (
                    path,
                    address,
                )


def test_the_words_are_there_as_they_are_written(hostile: tuple[Audience, Site]) -> None:
    """So that the tests above do not pass because nothing was published."""
    words = " ".join(word for page in pages(hostile[1]).values() for word in page.words)
    for one in ("<script>alert(1)</script>", '" onmouseover="alert(1)"', "{{ 7 * 7 }}", "&lt;b&gt;&#60;i&#62;&amp;"):
        assert one in words


def test_the_list_for_the_search_is_data(hostile: tuple[Audience, Site]) -> None:
    text = hostile[1].files["look/search-index.js"].decode()
    begin, end = '"use strict";\nwindow.igregPages = ', ";\n"
    assert text.startswith(begin)
    assert text.endswith(end)
    assert "<" not in text
    assert text.isascii()
    assert all(len(row) == 4 for row in json.loads(text[len(begin) : -len(end)]))
