"""The search of all pages, and the index from A to Z, which needs no script."""

from __future__ import annotations

from igreg.site.page import Link, Search, Section, Words, line
from igreg.site.seen import Seen
from igreg.site.top import TopPage


def sections(seen: Seen) -> tuple[Section, ...]:
    """The box, and where to look without it."""
    return (
        Section(
            "", (Search(), Words(line("Everything is also in the ", Link("index from A to Z", "a-to-z.html"), ".")))
        ),
    )


PAGES = (TopPage(130, "search.html", "Search", "Find a role, a policy or anything else by its name.", sections),)
