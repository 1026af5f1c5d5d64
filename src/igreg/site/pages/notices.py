"""Notices to read: what is done with information about people, in the formats there are."""

from __future__ import annotations

from igreg.analysis.in_force import in_force, is_withdrawn
from igreg.language.english import listed, long_day
from igreg.model.kinds.notices import Notice
from igreg.site.page import Grid, Section, Words, line
from igreg.site.pages.policies import name_and_id
from igreg.site.seen import Seen
from igreg.site.top import TopPage

_FORMATS = {"easy-read": "easy read", "large-print": "large print", "web": "web page"}


def sections(seen: Seen) -> tuple[Section, ...]:
    """Every notice with its formats and languages."""
    rows, ids = [], []
    for one in seen.of("notices"):
        assert isinstance(one, Notice)
        first, id = name_and_id(seen, one)
        if not in_force(one, seen.asked.today):
            first = (*first, " (withdrawn)" if is_withdrawn(one, seen.asked.today) else " (not published yet)")
        formats = listed(_FORMATS.get(form, form) for form in one.formats) if one.formats else ""
        rows.append(
            (
                first,
                seen.names(one.audience),
                line(formats[:1].upper() + formats[1:]),
                line(seen.told(one, ", ".join(one.languages), "languages")),
                line(long_day(one.published) if one.published else ""),
                line(seen.document(one, one.document, "Read it")),
            )
        )
        ids.append(id)
    if not rows:
        return ()
    heads = ("Notice", "For whom", "Formats", "Languages", "Published", "Document")
    first_words = Words(line("What is done with information about people, why, and what they can ask for."), leads=True)
    return (Section("", (first_words, Grid("Notices", heads, tuple(rows), "", tuple(ids)))),)


PAGES = (
    TopPage(
        40, "notices.html", "Privacy notices", "What is done with information about you, in several formats.", sections
    ),
)
