"""The page of both charts in a real Chromium: words lie in their boxes, search and the keyboard work, nothing is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.chart.registers import HOME
from tests.conftest import Ran, Write

TOO_WIDE = """() => {
  const bad = [];
  for (const node of document.querySelectorAll('.node')) {
    const right = Math.max(...[...node.querySelectorAll('rect')].map(e => e.getBBox()).map(b => b.x + b.width));
    for (const text of node.querySelectorAll('text')) {
      const box = text.getBBox();
      if (box.x + box.width > right + 0.5) bad.push(text.textContent);
    }
  }
  return bad;
}"""
LETTERS = """() => {
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = "100px Arial, Helvetica, 'Liberation Sans', Arimo";
  return pen.measureText('mW').width;
}"""
"""How wide two letters are in the fonts that charts name, at 100 pixels: 177.7 in all of them."""
ODD = "- {id: odd, title: 'Ŵyn & Łukasz <b>Þóra</b> Ærø Ångström, ЖЩЮ', accountable_to: owner}\n"


@pytest.fixture
def charts(write: Write, igreg: Callable[..., Ran], tmp_path: Path) -> Path:
    """The page of the charts of a small care home, on disk."""
    folder = write(HOME | {"roles.yaml": HOME["roles.yaml"] + ODD})
    out = tmp_path / "charts"
    assert igreg("chart", "all", folder, "--today", "2026-11-24", "--format", "html", "--out", out).code == 0
    return out / "charts.html"


def test_words_lie_in_their_boxes_and_nothing_is_asked_for(tab: Any, charts: Path, asked: list[str]) -> None:
    tab.goto(charts.as_uri())
    assert tab.locator(".node").count() == 15
    assert asked == []
    if abs(tab.evaluate(LETTERS) - 177.7) > 3:
        pytest.skip("no letters as wide as Arial on this machine")
    assert tab.evaluate(TOO_WIDE) == []


def test_search_finds_a_role_and_goes_to_it(tab: Any, charts: Path, asked: list[str]) -> None:
    tab.goto(charts.as_uri())
    tab.get_by_label("Find a role, a person, a group or an area").fill("caldicott")
    assert tab.get_by_text("1 found").is_visible()
    tab.keyboard.press("Enter")
    tab.keyboard.press("Enter")
    focused = tab.evaluate("document.activeElement.getAttribute('aria-label')")
    assert focused.startswith("Caldicott Guardian. Ana Reid")
    assert asked == []


def test_the_arrow_keys_go_from_box_to_box_and_say_what_is_there(tab: Any, charts: Path) -> None:
    tab.goto(charts.as_uri())
    tab.locator("#structure .node").first.focus()
    tab.keyboard.press("End")
    last = tab.locator("#structure .told").text_content()
    tab.keyboard.press("Home")
    tab.keyboard.press("ArrowDown")
    second = tab.locator("#structure .told").text_content()
    assert last.startswith("IG group, a group.")
    assert second.startswith("Data Security and Protection Lead.")


def test_a_drawing_can_be_made_larger(tab: Any, charts: Path) -> None:
    tab.goto(charts.as_uri())
    before = tab.locator("#structure .drawing svg").bounding_box()["width"]
    tab.locator("#structure").get_by_role("button", name="Larger").click()
    assert tab.locator("#structure .drawing svg").bounding_box()["width"] == pytest.approx(before * 1.25, rel=0.01)
    assert tab.locator("#structure output").text_content() == "125 %"


def test_every_link_of_the_contents_leads_to_its_heading(tab: Any, charts: Path) -> None:
    tab.goto(charts.as_uri())
    links = tab.locator("nav a").all()
    assert [link.text_content() for link in links] == ["As text", "Drawing"] * 2
    for link in links:
        assert tab.locator(link.get_attribute("href")).count() == 1


def test_a_drawing_has_one_title(tab: Any, charts: Path) -> None:
    tab.goto(charts.as_uri())
    titles = tab.locator("h2").all_text_contents()
    drawn = tab.locator(".drawing svg text").all_text_contents()
    assert [one for one in drawn if one in titles] == []
    assert len([one for one in titles if one == "Information governance structure"]) == 2, "in the contents, and above"


def test_there_is_no_hole_below_the_search(tab: Any, charts: Path) -> None:
    tab.goto(charts.as_uri())
    search, heading = (tab.locator(one).bounding_box() for one in (".search", "main h2 >> nth=0"))
    assert heading["y"] - search["y"] - search["height"] <= 40


def test_a_box_that_has_the_focus_can_be_seen_to_have_it(tab: Any, charts: Path) -> None:
    tab.goto(charts.as_uri())
    tab.locator("#structure .node").first.focus()
    assert tab.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_a_drawing_opens_by_itself_and_escape_goes_back(tab: Any, charts: Path) -> None:
    tab.goto(charts.as_uri())
    tab.locator("#structure").get_by_role("link", name="Open the drawing by itself").click()
    tab.wait_for_url("**#alone-structure")
    assert not tab.locator("h1").is_visible()
    tab.keyboard.press("Escape")
    tab.wait_for_url("**#structure")
    assert tab.locator("h1").is_visible()
