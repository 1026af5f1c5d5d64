"""Contacts on the site: what leads to somebody is a link out of it, and every other word stays."""

from __future__ import annotations

from igreg.site.page import Away, plain_words
from igreg.site.reach import reached


def test_addresses_and_numbers_lead_out_of_the_site() -> None:
    text = "Ring 01632 960101 or write to foi@strand.example, by post too"
    assert plain_words(reached(text)) == text
    assert [one for one in reached(text) if isinstance(one, Away)] == [
        Away("01632 960101", "tel:01632960101"),
        Away("foi@strand.example", "mailto:foi@strand.example"),
    ]
