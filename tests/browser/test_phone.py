"""The pages on a telephone: a drawing fits, opens by itself with a tap, and what it says comes first in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.made import PAGES, Igreg, made

SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def phone(browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A telephone, upright, with a script and without."""
    context = browser.new_context(
        offline=True, viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True,
        java_script_enabled=request.param,
    )  # fmt: skip
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("name", "of"), PAGES)
@pytest.mark.parametrize("width", [390, 320])
def test_no_page_scrolls_sideways(tab: Any, igreg: Igreg, pages: Path, name: str, of: str, width: int) -> None:
    """320 is also what a desk's 1280 are at 400 %."""
    tab.set_viewport_size({"width": width, "height": 844})
    tab.goto(made(igreg, pages, name, of).as_uri())
    assert tab.evaluate(SIDEWAYS) == 0
    for drawing in tab.locator(".drawing").all():
        assert drawing.evaluate("one => one.scrollWidth - one.clientWidth") == 0


def test_a_tap_opens_the_drawing_by_itself_in_full_size(phone: Any, igreg: Igreg, pages: Path) -> None:
    phone.goto(made(igreg, pages, "charts.html").as_uri())
    drawing = phone.locator("#structure svg")
    drawing.scroll_into_view_if_needed()
    small = drawing.bounding_box()
    assert small["width"] <= 390
    phone.touchscreen.tap(small["x"] + 50, small["y"] + 50)
    phone.wait_for_url("**#alone-structure")
    assert drawing.bounding_box()["width"] > 1000
    seen = [one for one in phone.locator("h1, h2, .drawing").all() if one.is_visible()]
    assert [one.get_attribute("id") for one in seen] == ["alone-structure"]
    phone.get_by_role("link", name="Back to the whole page").tap()
    phone.wait_for_url("**#structure")
    assert phone.locator("h1").is_visible()
    assert drawing.bounding_box()["width"] <= 390


def test_the_words_come_before_the_drawings(phone: Any, igreg: Igreg, pages: Path) -> None:
    phone.goto(made(igreg, pages, "charts.html").as_uri())
    top = {name: phone.locator(f"#{name}").bounding_box()["y"] for name in ("text-communication", "structure")}
    assert top["text-communication"] < top["structure"]


def test_who_hears_the_page_hears_the_words_first_too(browser: Any, igreg: Igreg, pages: Path) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    try:
        tab = context.new_page()
        tab.goto(made(igreg, pages, "charts.html").as_uri())
        sections = "() => [...document.querySelectorAll('section')].map(one => one.id)"
        texts = [one.startswith("text-") for one in tab.evaluate(sections)]
        assert texts == sorted(texts, reverse=True) and any(texts) and not all(texts)
        tab.set_viewport_size({"width": 1280, "height": 844})
        tab.wait_for_function("document.querySelector('section').id === 'structure'")
    finally:
        context.close()


def test_no_word_of_keys_where_there_are_none(phone: Any, igreg: Igreg, pages: Path) -> None:
    phone.goto(made(igreg, pages, "charts.html").as_uri())
    assert "arrow keys" not in phone.inner_text("body")


def test_a_tablet_has_no_keys_either(browser: Any, igreg: Igreg, pages: Path) -> None:
    context = browser.new_context(viewport={"width": 1024, "height": 768}, is_mobile=True, has_touch=True)
    try:
        tab = context.new_page()
        tab.goto(made(igreg, pages, "charts.html").as_uri())
        assert "arrow keys" not in tab.inner_text("body")
    finally:
        context.close()


def test_what_needs_a_script_is_not_there_without_one(browser: Any, igreg: Igreg, pages: Path) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    try:
        tab = context.new_page()
        tab.goto(made(igreg, pages, "charts.html").as_uri())
        shown = [one for one in tab.locator("button, input, .hint").all() if one.is_visible()]
        assert shown == []
    finally:
        context.close()


def test_what_is_found_on_a_telephone_is_shown_in_full_size(browser: Any, igreg: Igreg, pages: Path) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    try:
        tab = context.new_page()
        tab.goto(made(igreg, pages, "charts.html").as_uri())
        tab.get_by_label("Find a role").fill("caldicott guardian")
        tab.locator("#found button").first.tap()
        tab.wait_for_url("**#alone-structure")
        place = tab.locator("#structure .node:focus").bounding_box()
        assert 0 <= place["x"] <= 390
        assert 0 <= place["y"] <= 844
    finally:
        context.close()
