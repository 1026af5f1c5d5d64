"""Policies with their documents, and the impact assessments that are published."""

from __future__ import annotations

from igreg.analysis.reviews import review_due
from igreg.language.english import long_day
from igreg.model.base import Record
from igreg.model.kinds.dpias import Dpia
from igreg.model.kinds.policies import Policy
from igreg.site.page import Grid, Inline, Line, Section, line
from igreg.site.places import anchor
from igreg.site.seen import Seen
from igreg.site.top import TopPage


def name_and_id(seen: Seen, record: Record) -> tuple[Line, str]:
    """A record as the first cell of its row, and the name by which a link finds the row, where it has no own page."""
    place = seen.places.get(record.identity or "", "")
    fragment = anchor(place)
    named: Inline | None = seen.title(record) if fragment else seen.named(record.identity)
    return line(named), fragment


def review_day(seen: Seen, record: Record) -> str:
    """The day on which somebody looks at a record again; empty where none is known."""
    day = review_due(record, seen.asked.today)
    return long_day(day) if day is not None else ""


def sections(seen: Seen) -> tuple[Section, ...]:
    """The policies area by area, each once for every area it is about; then those about none."""
    policies = [one for one in seen.of("policies") if isinstance(one, Policy)]
    out = [_policies(seen, policies)] if policies else []
    dpias = [one for one in seen.of("dpias") if isinstance(one, Dpia)]
    if dpias and seen.audience == "public":
        out.append(_dpias(seen, dpias))
    return tuple(out)


def _policies(seen: Seen, policies: list[Policy]) -> Section:
    rows, ids = [], []
    for one in sorted(policies, key=lambda one: (one.called.casefold(), one.id or "")):
        first, id = name_and_id(seen, one)
        draft = " (draft)" if one.status == "draft" else ""
        rows.append(
            (
                (*first, draft) if draft else first,
                line(", ".join(filter(None, map(seen.area, one.areas)))),
                line(seen.text(one, "version")),
                line(seen.named(one.owner)),
                line(long_day(one.in_force_from) if one.in_force_from else ""),
                line(review_day(seen, one)),
                line(seen.document(one, one.document, "Read it")),
            )
        )
        ids.append(id)
    heads = ("Policy", "About", "Version", "Owner", "In force from", "Next review", "Document")
    return Section("", (Grid("Policies", heads, tuple(rows), "There are no policies in force.", tuple(ids)),))


def _dpias(seen: Seen, dpias: list[Dpia]) -> Section:
    found = [(name_and_id(seen, one), one) for one in dpias]
    rows = tuple((first, line(seen.document(one, one.document, "Read it"))) for (first, _), one in found)
    ids = tuple(id for (_, id), _ in found)
    table = Grid("Data protection impact assessments", ("What it is about", "Document"), rows, "", ids)
    return Section("Data protection impact assessments", (table,))


PAGES = (TopPage(30, "policies.html", "Policies", "What is in force, who owns it, and the document.", sections),)
