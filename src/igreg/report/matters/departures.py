"""Rules that are knowingly departed from: each with its reason, who accepts it, and its end."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from igreg.analysis.departures import departures_in_force
from igreg.chart.view import AUDIENCE_TITLES
from igreg.dataclass import dataclass
from igreg.language.english import capital, counted, long_day
from igreg.model.kinds.exceptions import RuleException
from igreg.report.asked import Asked
from igreg.report.paper import Column, Table
from igreg.rules._rule import by_word, summary

Stands = Literal["in force", "ended", "no end", "not complete"]


@dataclass(frozen=True, slots=True)
class Departure:
    """One departure."""

    id: str
    rule: str
    """The rule's name."""
    means: str
    """What the rule says, in a sentence."""
    about: str
    """The record, area or audience that departs from it, by its name."""
    reason: str
    approved_by: str
    approver: str
    """The id of whoever accepts it."""
    approved_on: dt.date | None
    until: dt.date | None
    days: int | None
    """How many days are left, the last included; negative when it has ended."""
    stands: Stands
    instead: str
    """What is done in its place."""


@dataclass(frozen=True, slots=True)
class Departures:
    """The departures, the first to end first."""

    departures: tuple[Departure, ...]

    @property
    def in_force(self) -> tuple[Departure, ...]:
        """Those that count today."""
        return tuple(one for one in self.departures if one.stands == "in force")


def departures(asked: Asked) -> Departures:
    """Every departure that is recorded."""
    counting = {id(one) for one in departures_in_force(asked.register, asked.today)}
    rows = [_row(asked, one, id(one) in counting) for one in asked.register.of(RuleException)]
    return Departures(tuple(sorted(rows, key=lambda one: (one.until or dt.date.max, one.id))))


def _row(asked: Asked, one: RuleException, counts: bool) -> Departure:
    rule, means = by_word().get(one.rule or ""), meaning(one)
    record = asked.register.by_id.get(one.record or "")
    stands: Stands = "in force" if counts else "no end" if one.until is None else "not complete"
    if one.until is not None and one.until < asked.today:
        stands = "ended"
    return Departure(
        id=one.id or "",
        rule=rule.name if rule is not None else asked.told(one, one.rule, "rule"),
        means=means,
        about=asked.title(one.record) if record is not None else _subject(asked, one),
        reason=asked.told(one, one.reason, "reason"),
        approved_by=asked.title(one.approved_by),
        approver=one.approved_by or "",
        approved_on=one.approved_on,
        until=one.until,
        days=(one.until - asked.today).days if one.until is not None else None,
        stands=stands,
        instead=asked.told(one, one.compensating, "compensating"),
    )


def meaning(one: RuleException) -> str:
    """What the rule says from which is departed, in a sentence; empty where there is no such rule."""
    rule = by_word().get(one.rule or "")
    return summary(rule) if rule is not None else ""


def _subject(asked: Asked, one: RuleException) -> str:
    """What a departure is about that no record is: an area or an audience by its name, else as it is written."""
    subject = one.record or ""
    if subject in asked.register.areas:
        return capital(asked.area_title(subject))
    return AUDIENCE_TITLES.get(subject) or asked.told(one, subject, "record")


def ends_words(one: Departure) -> str:
    """How long it has still to go."""
    if one.days is None:
        return "no end is set"
    if one.days < 0:
        return f"ended {counted(-one.days, 'day')} ago"
    return "ends today" if one.days == 0 else f"{counted(one.days, 'day')} left"


def _until(one: Departure) -> str:
    """Its last day, and how long it has still to go."""
    return f"{long_day(one.until)} ({ends_words(one)})" if one.until is not None else ends_words(one)


def _left(one: Departure) -> str | int | None:
    return "ended" if one.stands == "ended" else one.days


def short_table(found: Departures, most: int) -> Table:
    """Those in force and those that have ended, the first to end first, without their reasons."""
    chosen = found.departures[:most]
    rows = tuple(
        (one.about, one.means or one.rule, one.approved_by or "nobody is named", _until(one)) for one in chosen
    )
    columns = (Column("Where"), Column("Departs from"), Column("Accepted by"), Column("Until"))
    left = len(found.departures) - len(chosen)
    more = f"; {left} more, in the appendix" if left else ""
    return Table(f"Departures from rules, the first to end first{more}", columns, rows, "No departure is recorded.")


def table(found: Departures, most: int | None = None) -> Table:
    """The departures, in force or not, the first so many of them."""
    chosen = found.departures if most is None else found.departures[:most]
    columns = (
        Column("Departs from"),
        Column("Where"),
        Column("Why"),
        Column("Accepted by"),
        Column("Until", "day"),
        Column("Days left", "number"),
    )
    rows = tuple(
        (one.means or one.rule, one.about, one.reason, one.approved_by or "nobody is named", one.until, _left(one))
        for one in chosen
    )
    left = len(found.departures) - len(chosen)
    more = f"; {left} more are not shown" if left else ""
    return Table(f"Departures, the first to end first{more}", columns, rows, "No departure from a rule is recorded.")
