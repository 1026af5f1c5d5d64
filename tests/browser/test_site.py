"""The pages as a site: they open without a network, lead from one to another, and can be searched."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as `make site` builds it."""
    if os.environ.get("IGREG_BROWSER") != "needed":
        pytest.importorskip("furo", reason="Sphinx is not installed: make browser")
    folder = tmp_path_factory.mktemp("site")
    build = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-j", "2", "-c", "docs/site", ".", str(folder)]
    ran = subprocess.run(build, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    return folder


def outside(asked: list[str]) -> list[str]:
    """What was asked for that does not lie in the site."""
    return [one for one in asked if not one.startswith(("file:", "data:", "blob:"))]


def test_from_the_first_page_to_a_rule(site: Path, tab: Any, asked: list[str]) -> None:
    tab.goto((site / "docs/site/index.html").as_uri())
    tab.click(".sidebar-tree >> text=The rules")
    tab.click("article >> text=no-deputy")
    assert tab.inner_text("article h1").startswith("no-deputy")
    assert "Not accepted" in tab.inner_text("article")
    assert outside(asked) == []


def test_a_word_is_found(site: Path, tab: Any, asked: list[str]) -> None:
    tab.goto((site / "search.html").as_uri() + "?q=no-deputy")
    tab.wait_for_selector("#search-results li a")
    assert "no-deputy" in " ".join(tab.locator("#search-results li a").all_inner_texts())
    assert outside(asked) == []


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("hold", "commands/hold"),
        ("policies", "kinds/policies"),
        ("no-deputy", "rules/no-deputy"),
        ("meetings", "guides/meetings-of-the-ig-group"),
    ],
)
def test_what_to_do_is_found_before_why_it_was_decided(site: Path, tab: Any, word: str, first: str) -> None:
    tab.goto((site / "search.html").as_uri() + f"?q={word}")
    tab.wait_for_selector("#search-results li a")
    tab.wait_for_function(
        "document.querySelectorAll('#search-results li a').length > 3 || document.readyState === 'complete'"
    )
    found = tab.eval_on_selector_all("#search-results li a", "all => all.map(one => one.getAttribute('href'))")
    assert any(first in one for one in found[:5]), found[:8]
    decided = [
        number for number, one in enumerate(found) if "decisions/" in one or "rulings" in one or "CHANGELOG" in one
    ]
    assert not decided or decided[0] == len(found) - len(decided), found


def test_an_old_place_still_leads_to_its_row(site: Path, tab: Any) -> None:
    tab.goto((site / "docs/rules.html").as_uri() + "#no-deputy-ig205")
    assert tab.locator("[id='no-deputy-ig205']").count() == 1


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_scrolls_sideways_and_no_markdown_is_left(site: Path, tab: Any, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    names = ("site/index", "rules", "format", "commands", "sources", "speed", "requests", "configuration", "mail")
    rest = ("rules/no-deputy", "kinds/incidents", "kinds/audits", "commands/chart", "decisions/README")
    for name in (*(f"docs/{one}" for one in (*names, *rest)), "README", "ARCHITECTURE", "CONTRIBUTING", "CHANGELOG"):
        tab.goto((site / f"{name}.html").as_uri(), wait_until="domcontentloaded")
        wider = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wider <= 0, f"{name} scrolls sideways"
        prose = "() => [...document.querySelectorAll('article p, article li')].map(one => one.textContent).join(' ')"
        assert "](" not in tab.evaluate(prose), f"{name} shows its Markdown"
