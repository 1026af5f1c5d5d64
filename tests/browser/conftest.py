"""A real Chromium for the pages that igreg makes; `make browser` installs what drives it.

Where no Chromium or no Playwright is installed these tests are left out, unless IGREG_BROWSER=needed says that they may not be.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

# The one without windows, where there is one, takes two fifths of the other's time to open a page.
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"))), None
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A Chromium without a network, closed at the end."""
    if os.environ.get("IGREG_BROWSER") != "needed":
        pytest.importorskip("playwright", reason="Playwright is not installed: make browser")
        if CHROMIUM is None:
            pytest.skip("no Chromium on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield one
        one.close()


@pytest.fixture
def asked() -> list[str]:
    """What the page asked for from outside; a page of igreg's asks for nothing."""
    return []


@pytest.fixture
def tab(browser: Any, asked: list[str]) -> Iterator[Any]:
    """A tab that notes every request beyond the file itself and every fault of a script."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url) if not request.is_navigation_request() else None)
    page.on("pageerror", lambda error: asked.append(f"fault: {error}"))
    page.on("console", lambda said: asked.append(f"console: {said.text}") if said.type == "error" else None)
    yield page
    context.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the pages are made, each once."""
    return tmp_path_factory.mktemp("pages")
