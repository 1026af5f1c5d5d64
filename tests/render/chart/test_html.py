"""The HTML page: one file that asks for nothing, says the same as the drawings, and lets no text become markup.

What a browser and axe-core make of it is in tests/browser.
"""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from markupsafe import Markup

from igreg.chart.communication import communication
from igreg.chart.structure import structure
from igreg.chart.view import View
from igreg.render.chart.html import chart_html
from igreg.render.chart.parts import Drawn, Entry, Sheet, sheet_html
from igreg.wording.worded import worded
from tests.chart.registers import HOME, view
from tests.drawing.drawn import scene
from tests.render.chart.test_dot import HOSTILE, quoted


class Page(HTMLParser):
    """What a browser would see: tags with their attributes, and text."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def values(self, name: str) -> list[str]:
        """All values of an attribute."""
        return [value for _, attrs in self.tags if (value := attrs.get(name)) is not None]


def drawn(one: View) -> str:
    graphs = [worded(structure(one)), worded(communication(one))]
    pages = [Drawn(graph.name, graph, scene(graph)) for graph in graphs]
    return chart_html(graphs, pages)


def test_one_file_that_asks_for_nothing() -> None:
    text = drawn(view())
    page = Page(text)
    assert [tag for tag, _ in page.tags if tag in ("link", "img", "iframe", "object")] == []
    assert [attrs for tag, attrs in page.tags if tag == "script"] == [{}]
    assert all(href.startswith("#") for href in page.values("href"))
    script = re.search(r"<script>(.*?)</script>", text, re.DOTALL)
    assert script is not None
    digest = base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in page.values("content")[1]
    assert page.values("lang")[0] == "en-GB"


def test_ids_are_unique_and_labels_point_at_them() -> None:
    page = Page(drawn(view()))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    for name in ("aria-labelledby", "aria-describedby", "for"):
        assert {word for value in page.values(name) for word in value.split()} <= set(ids)
    assert {href[1:] for href in page.values("href")} <= set(ids)


def test_the_text_says_the_same_as_the_drawing() -> None:
    words = " ".join(" ".join(Page(drawn(view())).words).split())
    assert (
        "Data Security and Protection Lead [Information governance, Confidentiality]: Jo Osei; Deputy: Max Lewis"
        in words
    )
    assert "Local champion: Vacant since 1 November 2026" in words
    assert "Risk No role is named as lead Nobody" in words
    assert "Incident seen; within 4 hours; phone, form; out of hours too" in words


def test_the_banner_names_the_source() -> None:
    assert drawn(view()).splitlines()[1] == (
        "<!-- Drawn by igreg from register/. Do not edit: change the register and draw again. -->"
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    roles = HOME["roles.yaml"] + f"- {{id: odd, title: {quoted(text)}, accountable_to: owner}}\n"
    page = Page(drawn(view(HOME | {"roles.yaml": roles})))
    plain = Page(drawn(view()))
    assert {tag for tag, _ in page.tags} == {tag for tag, _ in plain.tags}
    assert sum(tag == "script" for tag, _ in page.tags) == 1
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]
    assert any(f"{' '.join(text.split())}: Vacant" in word for word in page.words)


def test_the_same_bytes_every_time() -> None:
    assert drawn(view()) == drawn(view())


def test_a_drawing_says_what_it_shows_and_a_name_in_it_is_no_markup() -> None:
    sheet = Sheet("s", "structure", "<b>'", "1 vacant", Markup("<svg></svg>"), (Entry("t", "&"),), True, "10pt")
    found = sheet_html(sheet, "Home & Away", inline=True)
    assert '<p class="quiet"><span class="paper">Home &amp; Away · </span>1 vacant</p>' in found
    assert 'class="sheet upright" aria-labelledby="head-s" data-title="&lt;b&gt;&#39;"' in found
    assert '<li><a href="#t">&amp;</a></li>' in found
    assert 'style="--paper-width:10pt"' in found
    assert "paper-width" not in sheet_html(sheet, "Home", inline=False)
