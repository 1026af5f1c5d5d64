"""The pages under Windows' high contrast, where the browser takes the colours that its user chose: forced colours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.browser.made import PAGES, Igreg, made

DRAWN = """[...document.querySelectorAll('.drawing svg :is(text, tspan, rect, path, line)')].slice(0, 400)
.map(one => getComputedStyle(one).fill + getComputedStyle(one).stroke)"""
MARKED = """() => { const seen = getComputedStyle(document.activeElement)
return [document.activeElement.tagName, seen.outlineStyle, parseFloat(seen.outlineWidth)] }"""
HELD_BY_COLOUR = """[...document.querySelectorAll('button, input')]
.filter(one => one.offsetParent && parseFloat(getComputedStyle(one).borderTopWidth) < 1).map(one => one.outerHTML)"""


@contextmanager
def opened(browser: Any, page: Path, scheme: str, forced: str = "active") -> Iterator[Any]:
    """A tab with a page in it, its colours forced or not."""
    context = browser.new_context(
        offline=True,
        bypass_csp=True,
        color_scheme=scheme,
        forced_colors=forced,
        viewport={"width": 1280, "height": 900},
    )
    try:
        tab = context.new_page()
        tab.goto(page.as_uri())
        yield tab
    finally:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("name", "of"), PAGES)
def test_axe_finds_nothing(browser: Any, igreg: Igreg, pages: Path, name: str, of: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    with opened(browser, made(igreg, pages, name, of), scheme) as tab:
        found = Axe().run(tab).response["violations"]
    assert [(one["id"], one["impact"], one["nodes"][0]["html"][:200]) for one in found] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["charts.html", "structure.html"])
def test_a_drawing_keeps_its_own_colours(browser: Any, igreg: Igreg, pages: Path, name: str, scheme: str) -> None:
    """Its words stand on shapes of its own, so either all of it is taken over or nothing; each pair has its contrast."""
    page = made(igreg, pages, name, "home")
    with opened(browser, page, scheme, "none") as tab:
        wanted = tab.evaluate(DRAWN)
    with opened(browser, page, scheme) as tab:
        assert tab.evaluate(DRAWN) == wanted
        kept = tab.evaluate("getComputedStyle(document.querySelector('.drawing svg')).forcedColorAdjust")
    assert len(wanted) > 20
    assert kept == "none"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("name", "of"), [("charts.html", "home"), ("due.html", "home"), ("breach.html", "trust")])
def test_what_has_the_focus_and_what_can_be_pressed_is_seen(
    browser: Any, igreg: Igreg, pages: Path, name: str, of: str, scheme: str
) -> None:
    with opened(browser, made(igreg, pages, name, of), scheme) as tab:
        marked = []
        for _ in range(12):
            tab.keyboard.press("Tab")
            marked.append(tab.evaluate(MARKED))
        assert [one for one in marked if one[0] != "BODY" and (one[1] == "none" or one[2] < 2)] == []
        assert tab.evaluate(HELD_BY_COLOUR) == [], "told from the page by its background alone, which is taken away"
