"""The pages on paper: no drawing is cut, no heading is left alone, no sheet is empty, and nothing leads nowhere."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest

from tests.browser.made import PAGES, Igreg, made

DRAWINGS = """() => [...document.querySelectorAll('.sheet')].filter(one => one.querySelector('svg')).map(one =>
  [one.querySelector('h2').textContent, [...one.querySelectorAll('svg text')].map(text => text.textContent)])"""
HEADINGS = "() => [...document.querySelectorAll('h1, h2, h3, caption')].map(one => one.textContent)"
WAYS_OF_PRINTING: dict[str, dict[str, Any]] = {
    "the paper of the page": {"prefer_css_page_size": True},
    "A4": {"format": "A4"},
    "A3 across": {"format": "A3", "landscape": True},
}


def printed(tab: Any, page: Path, **ways: Any) -> list[Any]:
    """The sheets that a page is printed on."""
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed: make browser")
    tab.goto(page.as_uri())
    return list(pypdf.PdfReader(io.BytesIO(tab.pdf(**ways))).pages)


def said(sheet: Any) -> str:
    """All words of a sheet, without spaces: where lines end is not what is asked."""
    return squeezed(sheet.extract_text())


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _leads(sheet: Any) -> list[str]:
    """Where the links of a sheet lead."""
    links = [one.get_object() for one in sheet.get("/Annots", ())]
    return [str(one["/A"].get("/URI", "another place")) if "/A" in one else "another place" for one in links]


@pytest.mark.parametrize("way", WAYS_OF_PRINTING)
@pytest.mark.parametrize("of", ["trust", "home", "smallest"])
def test_a_drawing_is_never_cut(tab: Any, igreg: Igreg, pages: Path, of: str, way: str) -> None:
    sheets = [said(one) for one in printed(tab, made(igreg, pages, "charts.html", of), **WAYS_OF_PRINTING[way])]
    drawings = tab.evaluate(DRAWINGS)
    assert drawings or of == "smallest"
    for title, words in drawings:
        whole = [sheet for sheet in sheets if squeezed(title) in sheet and all(squeezed(one) in sheet for one in words)]
        assert whole, f"{title} is not on one sheet"


@pytest.mark.parametrize("way", WAYS_OF_PRINTING)
def test_all_charts_of_the_trust_are_at_most_seventeen_sheets(tab: Any, igreg: Igreg, pages: Path, way: str) -> None:
    sheets = printed(tab, made(igreg, pages, "charts.html"), **WAYS_OF_PRINTING[way])
    assert len(sheets) <= 17  # sixteen, and one of skills


@pytest.mark.parametrize("of", ["home", "smallest"])
def test_the_charts_of_a_home_are_printed_on_a4(tab: Any, igreg: Igreg, pages: Path, of: str) -> None:
    sheets = printed(tab, made(igreg, pages, "charts.html", of), prefer_css_page_size=True)
    sizes = {tuple(sorted(round(float(side)) for side in one.mediabox[2:])) for one in sheets}
    assert {(abs(short - 595) <= 1, abs(long - 842) <= 1) for short, long in sizes} == {(True, True)}


@pytest.mark.parametrize(("name", "of"), PAGES)
def test_no_heading_is_alone_no_sheet_is_empty_and_nothing_leads_nowhere(
    tab: Any, igreg: Igreg, pages: Path, name: str, of: str
) -> None:
    found = printed(tab, made(igreg, pages, name, of), prefer_css_page_size=True)
    sheets = [said(one) for one in found]
    headings = tuple(squeezed(one) for one in tab.evaluate(HEADINGS))
    assert [i for i, one in enumerate(sheets, 1) if len(one) < 30] == [], "a sheet is empty"
    assert [i for i, one in enumerate(sheets, 1) if one.endswith(headings)] == [], "a heading stands alone at the foot"
    assert [to for one in found for to in _leads(one) if not to.startswith(("mailto:", "tel:"))] == [], (
        "a link is printed"
    )
    if name.startswith("report-"):  # has none of these, and what a register says may be any words
        return
    whole = "".join(sheets).lower()
    assert [words for words in ("skipto", "finda", "openthedrawing", "alldrawings", "backto") if words in whole] == []


def test_the_first_sheet_has_a_drawing(tab: Any, igreg: Igreg, pages: Path) -> None:
    first = said(printed(tab, made(igreg, pages, "charts.html"), prefer_css_page_size=True)[0])
    assert "Informationgovernancecharts" in first
    assert "ChiefExecutive" in first


def test_paper_from_a_telephone_is_as_from_a_desk(browser: Any, igreg: Igreg, pages: Path) -> None:
    page = made(igreg, pages, "charts.html")
    counts = set()
    for width, script in ((1280, True), (390, True), (390, False)):
        context = browser.new_context(viewport={"width": width, "height": 844}, java_script_enabled=script)
        try:
            sheets = printed(context.new_page(), page, prefer_css_page_size=True)
        finally:
            context.close()
        counts.add((len(sheets), said(sheets[0])[:200]))
    assert len(counts) == 1
