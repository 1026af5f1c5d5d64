"""axe-core over every page that igreg makes, in a real Chromium: by day and by night, on a desk and on a telephone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran

REGISTER = Path(__file__).parents[2] / "register"
DAY = ("--today", "2026-11-24")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the pages of the demo register are made."""
    return tmp_path_factory.mktemp("pages")


def made(igreg: Callable[..., Ran], pages: Path, name: str) -> Path:
    """One page of the demo register, made when it is first asked for."""
    path = pages / name
    if path.exists():
        return path
    if name == "due.html":
        ran = igreg("due", REGISTER, *DAY, "--format", "html", "--by", "owner")
        path.write_text(ran.out, encoding="utf-8")
        return path
    if name == "breach.html":
        assert igreg("breach", "INC-2026-14", REGISTER, *DAY, "--format", "html", "--out", path).code == 0
        return path
    words = ("--drill", "incident") if name.startswith("drill") else ("all",)
    assert igreg("chart", *words, REGISTER, *DAY, "--format", "html,svg", "--out", pages).code == 0
    return path


@pytest.mark.parametrize("width", [1280, 360], ids=["desk", "telephone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["charts.html", "drill-incident.html", "due.html", "breach.html"])
def test_axe_finds_nothing(
    browser: Any, igreg: Callable[..., Ran], pages: Path, name: str, scheme: str, width: int
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = made(igreg, pages, name)
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
