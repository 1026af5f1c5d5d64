"""What these pages are: for whom, as on which day, and what they leave out."""

from __future__ import annotations

from igreg.language.english import long_day
from igreg.site.page import Points, Section, Words, line
from igreg.site.seen import Seen
from igreg.site.top import TopPage

_FOR = {
    "public": "These pages are for everybody.",
    "staff": "These pages are for the people who work here. Do not pass them on to others.",
    "board": "These pages are for the board. Do not pass them on to others.",
}
_LEFT_OUT = {
    "public": (
        "People are named only where you can reach them about information governance.",
        "Incidents, risks and where information is kept are not published.",
        "Only documents that are marked as public can be read here.",
    ),
    "staff": (
        "Incidents, risks, audits and contracts are not shown, and people have no page of their own.",
        "Who has done which training is not shown.",
    ),
    "board": (
        "People have no page of their own, and who has done which training is not shown.",
        "Who was involved in an incident is not shown.",
    ),
}


def sections(seen: Seen) -> tuple[Section, ...]:
    """For whom, of which day, and what is left out."""
    day = long_day(seen.asked.today)
    first = Words(line(_FOR[seen.audience]), leads=True)
    made = Words(line(f"They were made from our register of information governance as it stood on {day}."))
    left = Points(tuple(map(line, _LEFT_OUT[seen.audience])))
    look = Words(
        line(
            "They work without a network and without JavaScript; only the search and the zoom of the charts need it. "
            "They can be read with a screen reader, with the keyboard alone, and on paper."
        )
    )
    return (Section("", (first, made)), Section("What is left out", (left,)), Section("How to use them", (look,)))


PAGES = (TopPage(140, "about.html", "About these pages", "For whom they are, and what they leave out.", sections),)
