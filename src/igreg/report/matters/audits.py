"""Which audits were done and which are planned, what they found, and what became of it."""

from __future__ import annotations

import datetime as dt

from igreg.analysis.actions import is_overdue
from igreg.analysis.areas import last_audits
from igreg.analysis.audits import is_recent, was_performed
from igreg.dataclass import dataclass
from igreg.deadlines import audit as audit_dates
from igreg.language.english import capital, counted, long_day, some_of
from igreg.model.kinds.audits import Audit
from igreg.model.shared import Action
from igreg.report.asked import Asked
from igreg.report.paper import Column, Table
from igreg.report.period import months_on


@dataclass(frozen=True, slots=True)
class AuditAction:
    """What is done about something that an audit found."""

    what: str
    owner: str
    due: dt.date | None
    done: dt.date | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class AuditFinding:
    """Something that an audit found."""

    what: str
    severity: str
    action: AuditAction | None


@dataclass(frozen=True, slots=True)
class AuditDone:
    """An audit that was performed."""

    id: str
    title: str
    areas: tuple[str, ...]
    category: str
    performed: dt.date
    rating: str
    checked: int | None
    compliant: int | None
    findings: tuple[AuditFinding, ...]

    @property
    def result(self) -> str:
        """The verdict, and how many were in order."""
        sample = f"{self.compliant} of {self.checked} in order" if self.checked is not None else ""
        return "; ".join(text for text in (self.rating, sample) if text) or "no result is written down"

    @property
    def open_actions(self) -> int:
        """How many actions are not done."""
        return sum(one.action is not None and one.action.done is None for one in self.findings)

    @property
    def overdue_actions(self) -> int:
        """How many of these are overdue."""
        return sum(one.action is not None and one.action.overdue for one in self.findings)


@dataclass(frozen=True, slots=True)
class AuditPlanned:
    """An audit that is to come, or should have been."""

    id: str
    title: str
    areas: tuple[str, ...]
    lead: str
    day: dt.date
    overdue: bool


@dataclass(frozen=True, slots=True)
class Audits:
    """The audits of a time, and those ahead."""

    done: tuple[AuditDone, ...]
    before: int
    """How many were done in as long a time before."""
    year_before: int
    planned: tuple[AuditPlanned, ...]
    """What is overdue, and what is planned for the months ahead."""
    ahead: int
    """How many months that is."""
    areas_without: tuple[str, ...]
    """Areas in which no audit was done for longer than `area-audit` allows."""
    audited_within: str
    """How long that is."""


def audits(asked: Asked, ahead: int = 3) -> Audits:
    """The audits of the part that is asked for."""
    every = [one for one in asked.register.of(Audit) if asked.has(one)]
    done = [one for one in every if was_performed(one, asked.today)]
    back, last = asked.as_of.span("area-audit"), last_audits(every, asked.today)
    period = asked.period
    return Audits(
        done=tuple(
            _done(asked, one, one.performed)
            for one in sorted(done, key=lambda one: (one.performed or dt.date.min, one.id or ""))
            if one.performed is not None and period.has(one.performed)
        ),
        before=sum(period.before.has(one.performed) for one in done),
        year_before=sum(period.year_before.has(one.performed) for one in done),
        planned=_planned(asked, months_on(asked.today, ahead)),
        ahead=ahead,
        areas_without=asked.area_titles(
            area
            for area in asked.register.areas
            if asked.area in (None, area) and not is_recent(last.get(area), asked.today, back)
        ),
        audited_within=str(back),
    )


def _done(asked: Asked, audit: Audit, day: dt.date) -> AuditDone:
    findings = []
    for place, one in enumerate(audit.findings):
        what = asked.told(audit, one.what, "findings", place, "what")
        findings.append(AuditFinding(what, one.severity or "low", _action(asked, audit, place, one.action)))
    sample = audit.sample
    return AuditDone(
        audit.id or "",
        asked.called(audit),
        asked.area_titles(audit.areas),
        (audit.category or "audit").replace("-", " "),
        day,
        asked.told(audit, audit.rating, "rating"),
        sample.checked if sample is not None else None,
        sample.compliant if sample is not None else None,
        tuple(findings),
    )


def _action(asked: Asked, audit: Audit, place: int, action: Action | None) -> AuditAction | None:
    if action is None:
        return None
    what = asked.told(audit, action.what, "findings", place, "action", "what")
    return AuditAction(what, asked.title(action.owner), action.due, action.done, is_overdue(action, asked.today))


def _planned(asked: Asked, until: dt.date) -> tuple[AuditPlanned, ...]:
    found = [one for one in audit_dates.due.until(asked.as_of, until) if asked.has(one.record)]
    return tuple(
        AuditPlanned(
            one.record.id or "",
            asked.called(one.record),
            asked.area_titles(one.record.areas),
            asked.title(one.record.lead),
            one.day,
            one.is_past(asked.today),
        )
        for one in sorted(found, key=lambda one: (one.day, one.record.id or ""))
    )


def sentences(found: Audits, most: int = 6) -> tuple[str, ...]:
    """The same in a few sentences: those with most left to do and their results, what is overdue, what is to come."""
    late = [f"{one.title} ({long_day(one.day)})" for one in found.planned if one.overdue]
    ahead = [f"{one.title} ({long_day(one.day)})" for one in found.planned if not one.overdue]
    out = [_how_many(found)]
    shown = sorted(found.done, key=_gravest)
    if len(shown) > most + 1:
        shown = shown[:most]
    for one in shown:
        late_words = f", {one.overdue_actions} of them overdue" if one.overdue_actions else ""
        actions = f"; {counted(one.open_actions, 'action')} open{late_words}" if one.open_actions else ""
        out.append(f"{one.title}, {long_day(one.performed)}: {one.result}{actions}.")
    left = len(found.done) - len(shown)
    out += [f"And {left} more, in the appendix."] if left else []
    words = f"Planned for the next {found.ahead} months: {some_of(ahead, 2) if ahead else 'none'}."
    out.append(f"{words} Overdue: {some_of(late)}." if late else words)
    return tuple(out)


def _how_many(found: Audits) -> str:
    if not (found.done or found.before or found.year_before):
        return "No audit was done in this time, in the time before, or in the same time a year ago."
    return (
        f"{counted(len(found.done), 'audit')} done in this time, {found.before} in the time before and "
        f"{found.year_before} in the same time a year ago."
    )


def _gravest(one: AuditDone) -> tuple[int, int, float, int]:
    """Overdue actions first, then open ones, then what was least in order, then the latest."""
    part = one.compliant / one.checked if one.checked and one.compliant is not None else 1.0
    return (-one.overdue_actions, -one.open_actions, part, -one.performed.toordinal())


def done_table(found: Audits) -> Table:
    """The audits that were done."""
    columns = (
        Column("Audit"),
        Column("Done", "day"),
        Column("Result"),
        Column("Findings", "number"),
        Column("Actions open", "number"),
        Column("Actions overdue", "number"),
    )
    rows = tuple(
        (one.title, one.performed, one.result, len(one.findings), one.open_actions, one.overdue_actions)
        for one in found.done
    )
    return Table("Audits done in this time", columns, rows, "No audit was done in this time.")


def planned_table(found: Audits) -> Table:
    """The audits to come."""
    columns = (Column("Audit"), Column("Area"), Column("Led by"), Column("Planned for", "day"), Column("Overdue"))
    rows = tuple(
        (
            one.title,
            capital(", ".join(one.areas)),
            one.lead or "nobody is named",
            one.day,
            "overdue" if one.overdue else "",
        )
        for one in found.planned
    )
    caption = f"Audits planned for the next {found.ahead} months, and those overdue"
    return Table(caption, columns, rows, "No audit is planned for these months, and none is overdue.")
