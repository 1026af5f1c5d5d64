"""Pages are taken to be built alike only where axe-core and a style can tell nothing apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.shapes import built, one_of_each

PAGE = (
    '<main id="main"><h1>Title</h1><ul><li><a href="a.html">One</a></li><li><a href="b.html">Two</a></li></ul></main>'
)


def page(folder: Path, text: str, name: str = "page") -> Path:
    path = folder / f"{name}.html"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        pytest.param(PAGE.replace("Title", "Another"), True, id="other words"),
        pytest.param(PAGE.replace('<li><a href="b.html">Two</a></li>', ""), True, id="fewer of one sort"),
        pytest.param(PAGE.replace(">Two<", "><"), False, id="a link without words"),
        pytest.param(PAGE.replace("<h1>Title</h1>", ""), False, id="without a heading"),
        pytest.param(PAGE.replace("h1>", "h2>"), False, id="a heading of another level"),
        pytest.param(PAGE.replace("<ul>", '<ul class="facts">'), False, id="another class"),
        pytest.param(PAGE.replace("<ul>", '<ul role="list">'), False, id="a role"),
        pytest.param(PAGE.replace("Title", "Title <br>"), False, id="an element without an end"),
    ],
)
def test_built_alike(tmp_path: Path, other: str, alike: bool) -> None:
    found = [built(page(tmp_path, PAGE)), built(page(tmp_path, other, "other"))]
    assert len(one_of_each(found)) == (1 if alike else 2)


def test_the_page_with_the_longest_word_stands_for_the_others(tmp_path: Path) -> None:
    words = ["Title", "Antidisestablishmentarianism", "Caption"]
    found = [built(page(tmp_path, PAGE.replace("Title", word), word)) for word in words]
    assert [one.stem for one in one_of_each(found)] == ["Antidisestablishmentarianism"]


def test_ids_are_looked_at_on_each_page(tmp_path: Path) -> None:
    text = '<a href="#main">Skip</a><p id="x" aria-labelledby="y z"></p><p id="x"></p><p id="y"></p>'
    assert built(page(tmp_path, text)).wrong == ("x twice", "no main", "no z")
