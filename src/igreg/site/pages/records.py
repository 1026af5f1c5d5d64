"""Every record that has a page of its own, kind by kind."""

from __future__ import annotations

from igreg.model.kinds import in_order
from igreg.site.page import Points, Section, line
from igreg.site.places import anchor
from igreg.site.seen import Seen
from igreg.site.top import TopPage


def sections(seen: Seen) -> tuple[Section, ...]:
    """The kinds in their order, each with its records in the order of their names."""
    out = []
    for kind in in_order():
        found = [one for one in seen.of(kind) if (to := seen.places.get(one.identity or "")) and not anchor(to)]
        if found:
            found.sort(key=lambda one: (seen.title(one).casefold(), one.identity or ""))
            title = found[0].many[:1].upper() + found[0].many[1:]
            out.append(Section(title, (Points(tuple(line(seen.named(one.identity)) for one in found)),)))
    return tuple(out)


PAGES = (
    TopPage(
        110,
        "records.html",
        "All records",
        "Everything that has a page of its own, by kind.",
        sections,
        ("staff", "board"),
    ),
)
