"""Pages for people in a real Chromium, from a disk: nothing is asked for, axe-core finds nothing, search and zoom work."""

from __future__ import annotations

import importlib.util
import time
from pathlib import Path
from typing import Any

import pytest

from igreg.site.audience import AUDIENCES
from tests.browser.made import HOME, MUTUAL, REGISTER, Igreg
from tests.browser.shapes import Built, built, one_of_each
from tests.browser.test_paper import DRAWINGS, printed, said, squeezed

axe_core: Any = importlib.util.find_spec("axe_playwright_python") and importlib.import_module("axe_playwright_python")
"""The package that brings axe-core; where it is missing, so is the browser's driver, and nothing here runs."""

DAY = ("--today", "2026-11-24")
SAMPLES = {
    "trust": (REGISTER, "board"),
    "home": (HOME / "register", "public"),
    "mutual": (MUTUAL, "staff"),
    "practice": (HOME.parent / "gp-practice/register", "public"),
}
"""Each sample, and for whom its pages are where only one site of it is looked at."""
LOOKS = [(1280, "light"), (320, "dark")]
"""What pages are looked at in: a desk by day, and 320 pixels by night, which is a desk at 400 per cent."""
AXE = (Path(axe_core.__file__).parent / "axe.min.js").read_text(encoding="utf-8") if axe_core else ""
FOUND = """axe.run(document, {resultTypes: ["violations"]}).then(said => said.violations.map(
    one => [one.id, one.nodes.length, one.nodes[0].html.slice(0, 160)]))"""
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the sites are made, each once."""
    return tmp_path_factory.mktemp("sites")


def site(igreg: Igreg, sites: Path, of: str, audience: str = "") -> Path:
    """The site of a sample, made when it is first asked for."""
    register, usual = SAMPLES[of]
    out = sites / f"{of}-{audience or usual}"
    if not out.exists():
        assert igreg("site", register, *DAY, "--audience", audience or usual, "--out", out).code == 0
    return out


@pytest.fixture
def every_page(igreg: Igreg, sites: Path) -> list[Built]:
    """Every page of the four samples for all three audiences."""
    made = [site(igreg, sites, of, audience) for of in SAMPLES for audience in AUDIENCES]
    found = [
        built(page)
        for out in made
        for page in sorted(out.rglob("*.html"))
        if "documents" not in page.relative_to(out).parts
    ]
    assert len(found) > 1500
    return found


@pytest.mark.usefixtures("browser")  # with the others that make these pages: it takes a while to make them
def test_on_every_page_of_four_samples_ids_stand_once_and_what_is_named_is_there(every_page: list[Built]) -> None:
    assert [(str(one.page), one.wrong) for one in every_page if one.wrong] == []


@pytest.mark.parametrize(("width", "scheme"), LOOKS, ids=["desk", "narrow"])
def test_axe_finds_nothing_on_any_page_of_four_samples(
    browser: Any, every_page: list[Built], width: int, scheme: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = one_of_each(every_page)
    context = browser.new_context(
        offline=True, bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 900}
    )
    found = []
    start = time.perf_counter()
    try:
        tab = context.new_page()
        for page in pages:
            tab.goto(page.as_uri())
            tab.evaluate(f"{AXE}; 0")
            found += [(str(page), *one) for one in tab.evaluate(FOUND)]
            if tab.evaluate(SIDEWAYS):
                found.append((str(page), "scrolls sideways"))
    finally:
        context.close()
    took = f"{len(pages)} pages stand for {len(every_page)} that are built alike: {time.perf_counter() - start:.0f} s"
    with capsys.disabled():
        print(f"\n{width} pixels, {scheme}: {took}")  # noqa: T201
    assert found == []


def test_from_a_disk_only_what_lies_beside_is_asked_for(tab: Any, igreg: Igreg, sites: Path, asked: list[str]) -> None:
    out = site(igreg, sites, "trust")
    for page in (*sorted(out.glob("*.html")), out / "roles/siro.html"):
        tab.goto(page.as_uri())
    assert {one for one in asked if not one.startswith(f"{out.as_uri()}/look/")} == set()
    assert {one.rpartition("/")[2] for one in asked} == {"site.css", "site.js", "search-index.js", "chart.js"}


def test_the_search_finds_a_role_from_a_disk(tab: Any, igreg: Igreg, sites: Path, asked: list[str]) -> None:
    tab.goto((site(igreg, sites, "trust") / "search.html").as_uri())
    tab.get_by_label("What are you looking for?").fill("caldicott guard")
    assert tab.locator("#hits").text_content().endswith("found")
    tab.locator("#results a").first.click()
    tab.wait_for_url("**/roles/caldicott-guardian.html")
    assert tab.locator("h1").text_content().strip().endswith("Caldicott Guardian")
    assert [one for one in asked if one.startswith(("fault", "console"))] == []


def test_the_search_has_the_role_first_and_is_still_there_for_whoever_comes_back(
    tab: Any, igreg: Igreg, sites: Path, asked: list[str]
) -> None:
    tab.goto((site(igreg, sites, "trust") / "search.html").as_uri())
    for word, first in {
        "siro": "Senior Information Risk Owner (SIRO)",
        "dpo": "Data Protection Officer",
        "incident": "Something has gone wrong?",
        "policies": "Policies",
    }.items():
        tab.locator("#words").fill(word)
        assert tab.locator("#results a").first.text_content() == first
    tab.locator("#words").fill("siro (((<b>%")
    assert tab.locator("#hits").text_content() == "Nothing found"
    tab.locator("#words").fill("siro")
    tab.locator("#words").press("Enter")
    assert tab.evaluate("document.activeElement.textContent") == "Senior Information Risk Owner (SIRO)"
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/roles/siro.html")
    tab.go_back()
    assert tab.locator("#words").input_value() == "siro"
    assert tab.locator("#results a").count() > 1
    assert [one for one in asked if one.startswith(("fault", "console"))] == []


@pytest.mark.parametrize("page", ["index.html", "structure.html"])
def test_what_has_the_focus_is_seen_on_every_ground(tab: Any, igreg: Igreg, sites: Path, page: str) -> None:
    """Yellow beside nearly black, also where the style of the drawings has a colour of its own for links."""
    tab.goto((site(igreg, sites, "home") / page).as_uri())
    seen = "one => [getComputedStyle(one).outlineColor, getComputedStyle(one).boxShadow.startsWith('rgb(33, 43, 50)')]"
    for _ in range(4):
        tab.keyboard.press("Tab")
        assert tab.evaluate(f"({seen})(document.activeElement)") == ["rgb(255, 235, 59)", True]


def test_a_chart_is_enlarged_and_searched(tab: Any, igreg: Igreg, sites: Path) -> None:
    tab.goto((site(igreg, sites, "home") / "structure.html").as_uri())
    drawing = tab.locator(".drawing svg").first
    before = drawing.bounding_box()["width"]
    tab.get_by_role("button", name="Larger").first.click()
    assert drawing.bounding_box()["width"] == pytest.approx(before * 1.25, rel=0.01)
    tab.locator("#search").fill("caldicott")
    assert "found" in tab.locator("#said").text_content()
    tab.keyboard.press("Enter")
    tab.keyboard.press("Enter")
    assert "aldicott" in tab.evaluate("document.activeElement.getAttribute('aria-label')")


def test_without_a_script_everything_but_search_and_zoom_is_there(browser: Any, igreg: Igreg, sites: Path) -> None:
    context = browser.new_context(offline=True, java_script_enabled=False)
    try:
        tab = context.new_page()
        out = site(igreg, sites, "home")
        tab.goto((out / "search.html").as_uri())
        assert not tab.locator("#words").is_visible()
        assert "Searching needs JavaScript" in tab.locator("main").inner_text()
        assert tab.get_by_role("link", name="index from A to Z").is_visible()
        tab.goto((out / "structure.html").as_uri())
        assert tab.locator(".drawing svg").first.is_visible()
        assert not tab.locator(".tools").first.is_visible()
        tab.get_by_role("link", name="All pages").click()
        tab.get_by_role("navigation", name="All pages").get_by_role("link", name="A to Z").click()
        assert tab.locator("h1").text_content().strip() == "A to Z"
    finally:
        context.close()


def test_the_keyboard_skips_to_the_content(tab: Any, igreg: Igreg, sites: Path) -> None:
    tab.goto((site(igreg, sites, "home") / "index.html").as_uri())
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Skip to the content"
    tab.keyboard.press("Enter")
    assert tab.evaluate("location.hash") == "#main"
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.closest('main') !== null")


def test_on_paper_there_is_no_menu(tab: Any, igreg: Igreg, sites: Path) -> None:
    tab.goto((site(igreg, sites, "home") / "who-leads.html").as_uri())
    tab.emulate_media(media="print")
    assert not tab.locator("#menu").is_visible()
    assert not tab.locator(".way").is_visible()
    assert tab.locator("table").is_visible()


def test_with_high_contrast_what_stands_out_has_a_border(browser: Any, igreg: Igreg, sites: Path) -> None:
    context = browser.new_context(offline=True, forced_colors="active")
    try:
        tab = context.new_page()
        tab.goto((site(igreg, sites, "home") / "index.html").as_uri())
        for one in (".care", ".ways li", ".head"):
            assert tab.locator(one).first.evaluate("one => getComputedStyle(one).borderTopStyle") == "solid", one
    finally:
        context.close()


def test_on_paper_a_heading_stays_with_its_drawing_and_cards_are_left_out(tab: Any, igreg: Igreg, sites: Path) -> None:
    out = site(igreg, sites, "trust")
    sheets = [said(one) for one in printed(tab, out / "communication.html", prefer_css_page_size=True)]
    drawings = tab.evaluate(DRAWINGS)
    assert len(drawings) > 3
    for title, words in drawings:
        whole = [sheet for sheet in sheets if squeezed(title) in sheet and all(squeezed(one) in sheet for one in words)]
        assert whole, f"{title} is not on one sheet"
    tab.goto((out / "index.html").as_uri())
    tab.emulate_media(media="print")
    assert not tab.get_by_role("heading", name="Where to go").is_visible()
    assert tab.get_by_role("heading", name="Something has gone wrong?").is_visible()
