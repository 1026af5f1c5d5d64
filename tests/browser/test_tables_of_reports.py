"""Tables of reports between a telephone and a desk, and on paper: no word of an ordinary length is broken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.made import PAGES, Igreg, made

REPORTS = [name for name, of in PAGES if name.startswith("report-") and of == "trust"]
BROKEN = """() => {
  const found = [];
  for (const cell of document.querySelectorAll('.table th, .table td')) {
    if (cell.closest('details:not([open])')) continue;
    for (const text of cell.childNodes) {
      if (text.nodeType !== Node.TEXT_NODE) continue;
      for (const word of text.data.matchAll(/[A-Za-z]{2,16}/g)) {
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        const whole = cell.classList.contains('long') ? [] : [...range.getClientRects()];
        if (new Set(whole.map(one => Math.round(one.top))).size > 1) found.push(word[0]);
      }
    }
  }
  return found;
}"""
NARROW = (
    "() => [...document.querySelectorAll('td.long')].filter(one => one.offsetWidth && one.offsetWidth < 100).length"
)
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("name", REPORTS)
def test_words_stay_whole_and_addresses_have_room(tab: Any, igreg: Igreg, pages: Path, name: str) -> None:
    tab.goto(made(igreg, pages, name, "trust").as_uri())
    for width in (750, 1000, 1280):
        tab.set_viewport_size({"width": width, "height": 900})
        assert tab.evaluate(BROKEN) == [] and tab.evaluate(NARROW) == 0 and tab.evaluate(SIDEWAYS) == 0
    tab.emulate_media(media="print")
    tab.set_viewport_size({"width": 688, "height": 900})  # what A4 has room for between its margins
    assert [word for word in tab.evaluate(BROKEN) if not tab.query_selector(".across")] == []


def test_the_pages_of_a_wide_table_lie_across_with_their_heading(tab: Any, igreg: Igreg, pages: Path) -> None:
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed: make browser")
    tab.goto(made(igreg, pages, "report-assets.html", "trust").as_uri())
    path = pages / "assets-printed.pdf"
    tab.pdf(path=str(path), prefer_css_page_size=True)
    sheets = pypdf.PdfReader(path).pages
    across = [one.extract_text() for one in sheets if float(one.mediabox.width) > float(one.mediabox.height)]
    assert any("Assets with owners" in text for text in across)
    assert 0 < len(across) < len(sheets)
