"""axe-core over every page that igreg makes, in a real Chromium: by day and by night, on a desk and on a telephone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.made import PAGES, Igreg, made


@pytest.mark.parametrize("width", [1280, 360], ids=["desk", "telephone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("name", "of"), PAGES)
def test_axe_finds_nothing(
    browser: Any, igreg: Igreg, pages: Path, name: str, of: str, scheme: str, width: int
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = made(igreg, pages, name, of)
    context = browser.new_context(
        offline=True, bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 900}
    )
    try:
        tab = context.new_page()
        tab.goto(page.as_uri())
        found = Axe().run(tab).response["violations"]
        wider = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    finally:
        context.close()
    assert [(one["id"], one["impact"], one["nodes"][0]["html"][:200]) for one in found] == []
    assert wider == 0, "the page scrolls sideways"
