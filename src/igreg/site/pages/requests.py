"""Requests for information: how quickly they were answered, and what was answered to whoever asked."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping

from igreg.analysis.requests import INFORMATION_RIGHTS
from igreg.language.english import long_day
from igreg.model.kinds.requests import Request
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
SORTS: Mapping[str, str] = {
    "freedom-of-information": "Freedom of information",
    "environmental": "Environmental information",
    "subject-access": "Access to one's own data",
    "rectification": "Correction of one's own data",
    "erasure": "Erasure of one's own data",
    "restriction": "Restriction of the use of one's own data",
    "objection": "Objection to the use of one's own data",
    "portability": "Moving one's own data",
    "health-records-of-the-dead": "Health records of somebody who has died",
    "complaint": "Complaints",
}


def sections(seen: Seen) -> tuple[Section, ...]:
    """The counts of this financial year, and the disclosure log."""
    log = [one for one in seen.of("requests") if isinstance(one, Request)]
    counts = _counts(seen)
    if not log and not counts:
        return ()
    out = []
    if counts:
        heads = ("What was asked", "Received", "Answered", "Of these in time", "Still open")
        about = f"Requests received from {seen.asked.period.called}"
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
    """How many of each sort came this year; to the public only requests for information, which are about nobody."""
    asked = seen.asked
    shown = INFORMATION_RIGHTS if seen.audience == "public" else frozenset(SORTS)
    received, answered, in_time = Counter[str](), Counter[str](), Counter[str]()
    for one in asked.register.of(Request):
        sort: str = one.category or ""
        if sort not in shown or not asked.period.has(one.received) or one.outcome == "withdrawn":
            continue
        received[sort] += 1
        if one.responded is not None and one.responded <= asked.today:
            answered[sort] += 1
            limit = asked.as_of.time_limits.of(one)
            in_time[sort] += limit is not None and limit.day is not None and one.responded <= limit.day
    rows = []
    for word, title in SORTS.items():
        if received[word]:
            timed = f"{in_time[word]:,}" if word != "complaint" else ""
            left = received[word] - answered[word]
            rows.append(tuple(map(line, (title, str(received[word]), str(answered[word]), timed, str(left)))))
    return rows


PAGES = (
    TopPage(
        80, "requests.html", "Requests and disclosure log", "What people asked for, and what we answered.", sections
    ),
)
