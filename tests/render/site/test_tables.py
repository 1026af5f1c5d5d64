"""Tables of pages: what is seen of their name, which columns they have, what stays on one line."""

from __future__ import annotations

from igreg.render.site.blocks import block_html
from igreg.render.site.words import Texts, Words
from igreg.site.page import Grid, Link, line

WORDS = Words(Texts(), "")


def table(*rows: tuple[str, ...], caption: str = "Policies", heading: str = "") -> str:
    """A table of three columns as HTML."""
    found = Grid(caption, ("Policy", "Owner", "Document"), tuple(tuple(map(line, row)) for row in rows), "None.")
    return block_html(found, WORDS, heading)


def test_a_name_that_the_heading_says_is_heard_and_not_seen() -> None:
    assert '<caption class="unseen">Policies</caption>' in table(("a", "b", "c"), heading="Policies")
    assert "<caption>Policies</caption>" in table(("a", "b", "c"), heading="How we did")


def test_a_column_in_which_nothing_stands_is_left_out() -> None:
    found = table(("a", "Ana", ""), ("b", "", ""))
    assert found.count('role="columnheader"') == 2
    assert "Document" not in found
    assert '<td class="short" role="cell" data-head="Owner">Ana</td></tr>' in found
    assert found.count("<td") == 2


def test_the_first_column_stays_though_it_is_empty_and_of_no_rows_there_is_a_sentence() -> None:
    assert table(("", "Ana", "")).count('role="columnheader"') == 2
    assert table() == "<p>None.</p>\n"


def test_a_day_stays_on_one_line_and_a_sentence_does_not() -> None:
    assert 'class="short" role="cell" data-head="Owner">30 September 2026' in table(("a", "30 September 2026", ""))
    assert "short" not in table(("a", "30 September 2026 or later", ""))


def test_a_link_says_what_it_is_about_to_whoever_hears_it() -> None:
    link = Link("Read it", "documents/a.pdf", "Privacy & more")
    assert WORDS.inline(link) == (
        '<a href="documents/a.pdf">Read it<span class="unseen">: Privacy &amp; more</span></a>'
    )
