"""The page of a timeline in a real Chromium: its bars are there on the screen and on paper, and the keyboard goes from one to the next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.made import made
from tests.conftest import Ran


@pytest.mark.parametrize("media", ["screen", "print"])
def test_every_bar_is_there(tab: Any, igreg: Callable[..., Ran], pages: Path, asked: list[str], media: str) -> None:
    tab.emulate_media(media=media)
    tab.goto(made(igreg, pages, "timeline.html").as_uri())
    bars = tab.locator(".held")
    assert bars.count() == 18
    assert all(bars.nth(number).is_visible() for number in range(bars.count()))
    assert asked == []


def test_the_keyboard_goes_from_bar_to_bar(tab: Any, igreg: Callable[..., Ran], pages: Path) -> None:
    tab.goto(made(igreg, pages, "timeline.html").as_uri())
    tab.locator(".node").first.focus()
    tab.keyboard.press("ArrowDown")
    told = tab.evaluate("document.activeElement.getAttribute('aria-label')")
    assert told == "Head of Information Governance: Anita Farrow, substantive; since 1 April 2023; by Job description"
    assert tab.locator(".told").first.inner_text() == told
