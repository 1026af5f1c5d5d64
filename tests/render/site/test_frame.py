"""What stands around every page, for the start and for a record, for the public and for others."""

from __future__ import annotations

from igreg.render.site.frame import frame
from igreg.site.page import Link, Site


def framed(root: str, path: str, *, audience: str = "staff", unread: str = "", name: str = "Willow Court") -> list[str]:
    """The pieces of the frame of a site with two pages in its menu."""
    menu = (Link("Start", "index.html"), Link("Policies", "policies.html"))
    site = Site(name, audience, "24 November 2026", unread, (), menu, (), ())
    return frame(site, root, path, "default-src 'none'", "<!-- notice -->")


def test_the_start_has_its_heading_and_no_way_back() -> None:
    before, between, after = framed("", "index.html")
    assert "<title>Information governance – Willow Court</title>" in before
    assert before.endswith('<main id="main">\n<h1>Willow Court</h1>\n')
    assert '<a href="index.html" aria-current="page">Start</a>' in between
    assert after == "</body>\n</html>\n"


def test_a_record_leads_back_and_says_where_it_is() -> None:
    first, second, *_ = framed("../", "")
    assert first.endswith("<title>")
    assert second.startswith(" – Information governance – Willow Court</title>")
    assert '<link rel="stylesheet" href="../look/site.css">' in second
    assert '<a href="../records.html">All records</a></nav>\n<h1>' in second
    assert "records.html" not in "".join(framed("../", "", audience="public"))


def test_only_pages_for_the_public_may_be_found_by_search_engines() -> None:
    assert '<meta name="robots" content="noindex, nofollow">\n' in framed("", "policies.html")[0]
    assert "robots" not in framed("", "policies.html", audience="public")[0]


def test_what_could_not_be_read_stands_on_top_and_a_name_is_no_markup() -> None:
    whole = "".join(framed("", "policies.html", unread="Not all.", name="<b>&"))
    assert '<p class="unread"><strong>Not all.</strong></p>\n<h1>' in whole
    assert "<b>" not in whole
    assert whole.count("&lt;b&gt;&amp;") == 2
