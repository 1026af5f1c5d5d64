"""Requests for information: how quickly they were answered, and what was answered to whoever asked."""

from __future__ import annotations

import datetime as dt

from igreg.analysis.requests import INFORMATION_RIGHTS
from igreg.language.english import long_day
from igreg.model.kinds.requests import Request
from igreg.report.matters.request_sorts import answers_of, categories
from igreg.site.page import Grid, Line, Section, Words, line
from igreg.site.places import anchor
from igreg.site.seen import Seen
from igreg.site.top import TopPage

_OUTCOMES = {
    "disclosed": "Given",
    "part-disclosed": "Given in part",
    "refused": "Refused",
    "not-held": "Not held",
}


def sections(seen: Seen) -> tuple[Section, ...]:
    """The counts of this financial year, and the disclosure log."""
    log = [one for one in seen.of("requests") if isinstance(one, Request)]
    counts = _counts(seen)
    if not log and not counts:
        return ()
    out = []
    if counts:
        heads = ("What was asked", "Received", "Answered", "Of these in time", "Open today")
        about = f"Requests received and answered from {seen.asked.period.called}"
        out.append(Section("How quickly we answered", (Grid(about, heads, tuple(counts), ""),)))
    rows = sorted(log, key=lambda one: one.responded or dt.date.min, reverse=True)
    heads = ("What was asked", "Received", "Answered", "Answer", "Exemptions")
    ids = tuple(anchor(seen.places.get(one.id or "", "")) for one in rows)
    table = Grid("Disclosure log", heads, tuple(_row(seen, one) for one in rows), "No answer is published yet.", ids)
    words = Words(line("Requests for information that we answered. Who asked is never published."))
    return (*out, Section("Disclosure log", (words, table)))


def _row(seen: Seen, one: Request) -> tuple[Line, ...]:
    received = long_day(one.received) if one.received else ""
    responded = long_day(one.responded) if one.responded else ""
    return (
        line(seen.title(one)),
        line(received),
        line(responded),
        line(_OUTCOMES.get(one.outcome or "", "")),
        line(seen.told(one, "; ".join(one.exemptions), "exemptions")),
    )


def _counts(seen: Seen) -> list[tuple[Line, ...]]:
    """The figures of each sort; to the public only requests for information, which are about nobody."""
    rows = []
    for one in categories(seen.asked, answers_of(seen.asked)):
        if seen.audience == "public" and one.category not in INFORMATION_RIGHTS:
            continue
        figures = (one.received, one.done, one.in_time, one.open)
        if any(figures):
            rows.append(tuple(map(line, (one.counted_as, *map(str, figures)))))
    return rows


PAGES = (
    TopPage(
        80, "requests.html", "Requests and disclosure log", "What people asked for, and what we answered.", sections
    ),
)
