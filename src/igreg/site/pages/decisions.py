"""Decisions that were taken, who may decide what, and departures from the rules: for the board."""

from __future__ import annotations

import datetime as dt
from typing import Any

from igreg.analysis.delegation_days import counts
from igreg.analysis.departures import departures_in_force
from igreg.language.english import long_day
from igreg.model.base import Record
from igreg.model.kinds.delegations import Delegation
from igreg.site.page import Grid, Section, line
from igreg.site.seen import Seen
from igreg.site.top import TopPage


def sections(seen: Seen) -> tuple[Section, ...]:
    """Departures in force first, then decisions, the latest first, then what is delegated."""
    out = []
    in_force_today = {one.id for one in departures_in_force(seen.register, seen.asked.today)}
    departures = [one for one in seen.of("exceptions") if one.identity in in_force_today]
    table = Grid(
        "Departures in force",
        ("Departure", "Why", "What is done instead", "Accepted by", "Until"),
        tuple(_departure(seen, one) for one in departures),
        "No departure is in force.",
    )
    out.append(Section("Departures", (table,)))
    decisions = sorted(seen.of("decisions"), key=lambda one: seen.get(one, "decided") or dt.date.max, reverse=True)
    table = Grid(
        "Decisions",
        ("Decision", "Decided", "By", "What was decided", "Why"),
        tuple(_decision(seen, one) for one in decisions),
        "No decision is written down.",
    )
    out.append(Section("Decisions", (table,)))
    tenure = seen.asked.as_of.tenure
    delegated = [one for one in seen.of("delegations") if isinstance(one, Delegation) and counts(tenure, one)]
    if delegated:
        rows = tuple(
            (line(seen.named(one.identity)), line(seen.named(_of(one, "from_"))), line(seen.named(_of(one, "to"))))
            for one in delegated
        )
        out.append(Section("Who may decide what", (Grid("Delegations in force", ("What", "From", "To"), rows, ""),)))
    return tuple(out)


def _of(record: Record, name: str) -> Any:
    return getattr(record, name)


def _departure(seen: Seen, one: Record) -> tuple[tuple[Any, ...], ...]:
    until = seen.get(one, "until")
    return (
        line(seen.named(one.identity)),
        line(seen.text(one, "reason")),
        line(seen.text(one, "compensating")),
        line(seen.named(seen.get(one, "approved_by"))),
        line(long_day(until) if until else ""),
    )


def _decision(seen: Seen, one: Record) -> tuple[tuple[Any, ...], ...]:
    decided = seen.get(one, "decided")
    return (
        line(seen.named(one.identity)),
        line(long_day(decided) if decided else "Not yet"),
        line(seen.named(seen.get(one, "by"))),
        line(seen.text(one, "outcome")),
        line(seen.text(one, "reason")),
    )


PAGES = (
    TopPage(
        100,
        "decisions.html",
        "Decisions and departures",
        "What was decided and why, and where we depart from the rules.",
        sections,
        ("board",),
    ),
)
