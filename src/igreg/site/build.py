"""A register as one audience sees it -> all pages of its site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igreg.language.english import long_day
from igreg.model.kinds.roles import Role
from igreg.model.walk import documents
from igreg.report.asked import Asked
from igreg.site.audience import Audience, may_see
from igreg.site.entry import record_page, sort_of
from igreg.site.naming import who_names
from igreg.site.page import Drawing, Link, Page, Points, Section, Site, Ways, line
from igreg.site.pages.start import WRONG
from igreg.site.places import anchor
from igreg.site.role import role_page
from igreg.site.seen import Seen
from igreg.site.shown import is_public, is_shown
from igreg.site.top import TopPage, top_pages

A_TO_Z = "a-to-z.html"
UNREAD = "Not everything could be read when these pages were made, so something may be missing here."


def build(seen: Seen) -> Site:
    """The whole site."""
    tops = [
        (top, sections) for top in top_pages() if seen.audience in top.audiences and (sections := top.sections(seen))
    ]
    records = tuple(_records(seen))
    found = tuple(_found(seen, tops, records))
    menu = tuple(Link(top.title, top.path) for top, _ in tops)
    menu = (*menu[:-2], Link("A to Z", A_TO_Z), *menu[-2:])
    ways = Section("Where to go", (Ways(tuple((Link(top.title, top.path), top.tells) for top, _ in tops[1:])),))
    pages = [Page(top.path, top.title, "Page", sections) for top, sections in tops]
    pages[0] = replace(pages[0], sections=(*pages[0].sections, ways))
    return Site(
        organisation=seen.register.organisation.name or "Our organisation",
        audience=seen.audience,
        day=long_day(seen.asked.today),
        unread=UNREAD if seen.register.unread else "",
        pages=(*pages, Page(A_TO_Z, "A to Z", "Page", _a_to_z(found)), *records),
        menu=menu,
        found=found,
        charts=tuple(
            block.chart
            for page in pages
            for part in page.sections
            for block in part.blocks
            if isinstance(block, Drawing)
        ),
    )


def wanted_documents(asked: Asked, audience: Audience) -> list[str]:
    """The paths of all documents that the audience may read, each once."""
    out: dict[str, None] = {}
    for kind, records in asked.register.kinds.items():
        for record in records:
            for path, document in documents(record):
                way = ".".join(step for step in path if isinstance(step, str))
                seen = may_see(audience, kind, way) and is_shown(asked.as_of, record, audience)
                if document.path and seen and (audience != "public" or is_public(document)):
                    out[document.path] = None
    return list(out)


def _records(seen: Seen) -> Iterator[Page]:
    """The pages of the records that have one of their own."""
    found = who_names(seen)
    for id, place in seen.places.items():
        record = seen.register.by_id[id]
        if anchor(place):
            continue
        if isinstance(record, Role):
            yield role_page(seen, record, place, found)
        else:
            yield record_page(seen, record, place, found)


def _found(
    seen: Seen, tops: list[tuple[TopPage, tuple[Section, ...]]], records: tuple[Page, ...]
) -> Iterator[tuple[str, str, str, str]]:
    """Everything that can be found by its name."""
    yield WRONG, "Page", tops[0][0].path, tops[0][0].tells
    for top, _ in tops[1:]:
        if top.path != "search.html":
            yield top.title, "Page", top.path, top.tells
    for page in records:
        yield page.title, page.sort, page.path, page.words
    for id, place in seen.places.items():
        if anchor(place):
            record = seen.register.by_id[id]
            yield seen.title(record), sort_of(record), place, seen.said(id)


def _a_to_z(found: tuple[tuple[str, str, str, str], ...]) -> tuple[Section, ...]:
    """All of it under its first letter."""
    letters: dict[str, list[tuple[str, str, str]]] = {}
    for title, sort, place, _ in found:
        first = next((sign for sign in title if sign.isalnum()), "#").upper()[:1]
        letters.setdefault(first if first.isalpha() else "0 to 9", []).append((title, sort, place))
    out = []
    for letter in sorted(letters):
        entries = sorted(letters[letter], key=lambda one: (one[0].casefold(), one[2]))
        items = tuple(
            line(Link(title, place), f" – {sort[:1].lower() + sort[1:] if sort != 'DPIA' else sort}")
            for title, sort, place in entries
        )
        out.append(Section(letter, (Points(items),)))
    return tuple(out)
