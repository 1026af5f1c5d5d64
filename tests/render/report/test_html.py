"""A paper as a page of HTML."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
from html.parser import HTMLParser

import pytest

from igreg.render.report.drawn import Chart
from igreg.render.report.html import html_style
from igreg.render.report.html import report_html as page_of
from igreg.render.report.ready import table
from igreg.report.paper import Block, Cell, Column, NewPage, Paper, Part, Picture, Plot, Said, Series, Sort, Table
from tests.render.report.papers import chart, every_block, paper

HOSTILE = """{}<script>x</script>"'&<img src=x onerror=y>{{ 7 * 7 }}{% raw %}\u202e\x1b[31m"""


def report_html(found: Paper, charts: dict[str, Chart] | None = None) -> str:
    return page_of(found, charts or {})


def body(*blocks: Block) -> str:
    """The one part of a page of these blocks."""
    page = report_html(paper(Part("Part one", blocks)))
    return page[page.index("</h2>") + 5 : page.index("</section>")]


class Elements(HTMLParser):
    """Which elements with which attributes a page has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_a_page_has_its_head_its_landmarks_and_its_contents() -> None:
    parts = tuple(Part(f"Part {n}", (Said("Text."),)) for n in (1, 2, 3))
    page = report_html(paper(*parts, unread="Not everything could be read: roles.yaml."))
    assert page.startswith('<!DOCTYPE html>\n<html lang="en-GB">')
    assert "<title>For the board – Wendle Valley</title>" in page
    assert "As on 24 November 2026. Quarter two" in page
    assert '<p class="unread" role="note">Not everything could be read: roles.yaml.</p>' in page
    assert page.index("Not everything") < page.index("Part 1")
    assert re.findall(r'<a href="#(part-\d)">(Part \d)</a>', page) == [(f"part-{n}", f"Part {n}") for n in (1, 2, 3)]
    assert re.findall(r"<(h\d)", page) == ["h1", "h2", "h2", "h2"]
    assert '<a class="skip" href="#main">' in page and '<main id="main"' in page


def test_only_the_style_of_the_page_itself_may_act() -> None:
    page = report_html(paper(Part("One", every_block())))
    css = re.search("<style>(.*?)</style>", page, re.S)[1]  # type: ignore[index]
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    assert not re.search(r'<script|\bstyle="|https?://(?!www\.w3\.org/2000/svg)|url\(', page)


def test_words_and_figures() -> None:
    page = body(*every_block())
    assert '<p class="lead">Read this first.</p>' in page and "<p>A paragraph.</p>" in page
    assert "<ul>\n<li>One point</li>" in page and "<ol>\n<li>First step</li>" in page
    assert (
        '<div class="attends"><dt>Incidents</dt><dd class="value">3</dd><dd><span class="tag">late</span></dd>'
        '<dd class="note">2 before</dd></div>' in page
    )
    assert '<div><dt>Audits</dt><dd class="value">1</dd></div>' in page
    assert '<li>Signed<span aria-hidden="true"></span></li>' in page


def test_a_table_has_caption_scopes_and_numbers_on_the_right() -> None:
    page = body(*every_block())
    assert "<caption>Courses</caption>" in page
    assert '<th role="columnheader" scope="col" class="right">People</th>' in page
    assert '<th role="rowheader" scope="row">Induction</th>' in page
    assert '<td role="cell" class="right" data-label="People">1,204</td>' in page
    assert '<td role="cell" class="right" data-label="Share">91.5%</td>' in page
    assert '<td role="cell" class="day" data-label="By">24 November 2026</td>' in page
    assert '<td role="cell" class="day blank" data-label="By"></td>' in page
    assert '<p class="empty"><strong>Nothing:</strong> There is none of it.</p>' in page


def test_how_somebody_is_reached_leads_there_and_nothing_else_does() -> None:
    columns = (Column("Role"), Column("How to reach them", contact=True), Column("Note"))
    rows = (("DPO", "<dpo@ash.example> or 01632 960101", "dpo@ash.example"), ("SIRO", None, ""))
    found = body(Table("Leads", columns, rows, "None."))
    assert '&lt;<a href="mailto:dpo@ash.example">dpo@ash.example</a>&gt; or <a href="tel:01632960101">' in found
    assert found.count("<a ") == 2


def test_a_table_of_many_columns_is_moved_sideways_with_the_keyboard() -> None:
    many = Table("Skills", tuple(Column(f"c{n}") for n in range(9)), (tuple("abcdefghi"),), "None.")
    assert '<div class="table short wide whole" role="group" aria-label="Skills" tabindex="0">' in body(many)


def test_a_part_that_begins_on_a_new_page_takes_its_heading_with_it() -> None:
    page = report_html(paper(Part("One", (NewPage(), Said("Text.")))))
    assert '<section aria-labelledby="part-1" class="new-page">' in page
    assert '<div class="new-page">' not in page


@pytest.mark.parametrize("say", [HOSTILE, "{}</p></main></body>", "{}-->", "{}&lt;b&gt;"])
def test_texts_are_data(say: str) -> None:
    plain, hostile = (Elements(report_html(paper(Part(text, every_block(text))))) for text in ("{}", say))
    for element in ("path", "text", "rect"):  # of which a longer word takes more
        hostile.found = [one for one in hostile.found if one[0] != element]
        plain.found = [one for one in plain.found if one[0] != element]
    assert {tag for tag, _ in hostile.found} == {tag for tag, _ in plain.found}
    attributes = [{name for _, attributes in page.found for name in attributes} for page in (plain, hostile)]
    assert attributes[0] == attributes[1]


def test_control_and_direction_characters_are_written_out() -> None:
    page = body(Said(HOSTILE))
    assert "\u202e" not in page and "\x1b" not in page and r"\u202e\x1b" in page and "{{ 7 * 7 }}" in page


def test_a_plot_is_a_picture_with_a_name_and_its_numbers_are_a_table_beside_it() -> None:
    page = body(Plot("Incidents", "Two a month.", "bars", "incidents", ("Apr", "May"), (Series("Now", (2, 0)),)))
    assert '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="drawing-1-1-1-chart-title ' in page
    assert '<title id="drawing-1-1-1-chart-title">Incidents</title>' in page
    assert '<desc id="drawing-1-1-1-chart-desc">Two a month.</desc>' in page
    assert "<summary>The same numbers as a table</summary>" in page
    assert '<th role="rowheader" scope="row">Apr</th><td role="cell" class="right" data-label="Now">2</td>' in page


def test_a_plot_of_nothing_is_its_sentence() -> None:
    page = body(Plot("Incidents", "None.", "bars", "incidents", (), ()))
    assert "<svg" not in page and "<details>" not in page and "There is nothing to show." in page


PICTURE = Picture("structure", "Structure chart", "Who answers to whom.")


def test_a_chart_is_a_picture_without_controls_and_its_words_are_a_table() -> None:
    page = report_html(paper(Part("One", (PICTURE, PICTURE))), {"structure": chart(1)})
    assert page.count('role="img"') == 2
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids)), "two drawings of one chart have ids of their own"
    inside = page[page.index("<svg") : page.index("</svg>")]
    assert "Data Protection Officer" in inside and not re.search("<a |tabindex|role=.link", inside)
    assert "<summary>The chart in words</summary>" in page
    assert "Accountable to" in page


@pytest.mark.parametrize(("pages", "shown"), [(1, 1), (4, 4), (5, 1)])
def test_of_a_chart_on_many_pages_the_first_is_shown_and_how_many_more_there_are(pages: int, shown: int) -> None:
    page = report_html(paper(Part("One", (PICTURE,))), {"structure": chart(pages)})
    assert page.count("<svg") == shown
    assert ("4 more pages of it are not shown here" in page) is (pages == 5)


def test_a_large_drawing_is_moved_sideways_with_the_keyboard() -> None:
    page = report_html(paper(Part("One", (PICTURE,))), {"structure": chart(1, width=900.0)})
    assert '<div class="picture large" role="group" aria-label="Structure chart" tabindex="0">' in page


@pytest.mark.parametrize(
    ("sort", "cell", "look"),
    [
        pytest.param("text", "responsibilities of the lead", "left", id="no word is broken"),
        pytest.param("text", "caldicott@trust.example", "long", id="a longer word may be"),
        pytest.param("number", 7, "right", id="a number"),
        pytest.param("day", dt.date(2026, 9, 30), "day", id="a day stays on its line"),
        pytest.param("day", "no day is set by law", "left", id="words in its place do not"),
        pytest.param("moment", dt.datetime(2026, 9, 30, 9, 5), "left", id="a moment does not"),
        pytest.param("text", None, "left", id="nothing"),
    ],
)
def test_where_the_lines_of_a_column_may_be_broken(sort: Sort, cell: Cell, look: str) -> None:
    found = table(Table("Caption", (Column("What"), Column("Which", sort)), (("A", cell),), "None."), str)
    assert [head["look"] for head in found["heads"]] == ["left", look]


def test_every_table_is_a_list_on_a_narrow_screen_and_elsewhere_only_long_words_are_broken() -> None:
    css = html_style()
    narrow = css[css.index("@media screen and (max-width:46rem)") :]
    assert ".table td[data-label]::before" in narrow and ".narrow" not in css
    desk = css[css.index("@media screen and (min-width:46.01rem)") : css.index("@media screen and (min-width:60rem)")]
    assert "th,td{overflow-wrap:break-word}" in desk and "tbody .long{overflow-wrap:anywhere}" in desk


def test_on_paper_a_table_that_is_too_wide_lies_across_with_its_heading() -> None:
    css = html_style()
    assert "@page across{size:A4 landscape}" in css and "section:has(>.across)" in css
    text = "responsibilities of everybody in the organisation"
    many = Table("Wide", tuple(Column(f"c{n}") for n in range(12)), ((text,) * 12,), "None.")
    assert 'class="table short wide across"' in body(many)
