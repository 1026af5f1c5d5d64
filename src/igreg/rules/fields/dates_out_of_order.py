"""An end before its start, or something done, held, completed or closed in the future."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.findings import Fault, KeyPath, Severity
from igreg.model.base import Record
from igreg.model.kinds.audits import Audit
from igreg.model.kinds.communications import Communication
from igreg.model.kinds.delegations import Delegation
from igreg.model.kinds.exceptions import RuleException
from igreg.model.kinds.incidents import Incident
from igreg.model.kinds.meetings import Meeting
from igreg.model.kinds.roles import Role
from igreg.model.kinds.sharing_agreements import SharingAgreement
from igreg.model.kinds.staff import StaffMember
from igreg.model.walk import actions
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day

Pair = tuple[KeyPath, str, dt.date | None, str, dt.date | None]


@rule("IG108", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    for record, path, start_word, start, end_word, end in _pairs(ctx):
        if start is not None and end is not None and end < start:
            message = f"{end_word} {long_day(end)} is before {start_word} {long_day(start)}"
            yield record.fault(path, message, "correct one of the two days")
    for record, path, what, day in _done(ctx):
        if day is not None and day > ctx.today:
            message = f"{what} {long_day(day)}, which is after {long_day(ctx.today)}"
            yield record.fault(path, message, "correct the day; what is planned has a field of its own")
    yield from _moments(ctx)
    yield from _training(ctx)


def _training(ctx: Context) -> Iterator[Fault]:
    """Training records: all of them are walked only where one lies ahead, else those with an end of their own."""
    index, today = ctx.register.training_index, ctx.today
    for line in index.lines if any(day > today for day in index.days) else index.ending:
        if line.completed is None:
            continue
        if line.completed > today:
            message = f"completed {long_day(line.completed)}, which is after {long_day(ctx.today)}"
            yield line.fault(("completed",), message, "correct the day")
        if line.expires is not None and line.expires < line.completed:
            message = f"expires {long_day(line.expires)} is before completed {long_day(line.completed)}"
            yield line.fault(("expires",), message, "correct one of the two days")


def _pairs(ctx: Context) -> Iterator[tuple[Record, KeyPath, str, dt.date | None, str, dt.date | None]]:
    """Every start and end (ruling A10); equal days are fine."""
    register = ctx.register
    for role in register.of(Role):
        for i, holder in enumerate(role.holders):
            yield role, ("holders", i, "until"), "from", holder.from_, "until", holder.until
    for person in register.of(StaffMember):
        if person.left is not None:
            yield person, ("left",), "started", person.started, "left", person.left
        for i, absence in enumerate(person.absences):
            yield person, ("absences", i, "until"), "from", absence.from_, "until", absence.until
    for delegation in register.of(Delegation):
        yield delegation, ("end",), "start", delegation.start, "end", delegation.end
    for agreement in register.of(SharingAgreement):
        yield agreement, ("expires",), "signed", agreement.signed, "expires", agreement.expires
    for exception in register.of(RuleException):
        yield exception, ("until",), "approved_on", exception.approved_on, "until", exception.until
    for incident in register.of(Incident):
        if incident.aware is not None and incident.closed is not None:
            yield incident, ("closed",), "aware", register.clock.day_of(incident.aware), "closed", incident.closed


def _done(ctx: Context) -> Iterator[tuple[Record, KeyPath, str, dt.date | None]]:
    """Everything that says it has happened (ruling A09)."""
    register = ctx.register
    for kind in ("audits", "incidents", "meetings", "risks"):
        for record in register.kinds.get(kind, ()):
            for path, action in actions(record):
                yield record, (*path, "done"), "done", action.done
    for record in register.reviewed:
        yield record, ("review", "last"), "last reviewed", record.review.last  # type: ignore[attr-defined]
    for meeting in register.of(Meeting):
        if meeting.status == "held":
            yield meeting, ("date",), "held", meeting.date
    for audit in register.of(Audit):
        yield audit, ("performed",), "performed", audit.performed
    for incident in register.of(Incident):
        yield incident, ("closed",), "closed", incident.closed
    for communication in register.of(Communication):
        yield communication, ("date",), "sent", communication.date


def _moments(ctx: Context) -> Iterator[Fault]:
    """Moments of incidents that lie ahead of now, and an awareness before the event."""
    instant, now = ctx.register.clock.instant, ctx.now.astimezone(dt.UTC)
    for incident in ctx.register.of(Incident):
        moments = [(("aware",), "aware", incident.aware)]
        if incident.decision is not None:
            moments.append((("decision", "at"), "decided", incident.decision.at))  # type: ignore[arg-type]
        for i, told in enumerate(incident.notifications):
            moments.append((("notifications", i, "at"), "notified", told.at))  # type: ignore[arg-type]
        for path, what, moment in moments:
            if moment is not None and instant(moment) > now:
                message = f"{what} {moment:%Y-%m-%d %H:%M}, which is after now ({ctx.now:%Y-%m-%d %H:%M})"
                yield incident.fault(path, message, "correct the moment")
        occurred, aware = incident.occurred, incident.aware
        if occurred is not None and aware is not None and ctx.register.clock.hours_between(occurred, aware) < 0:
            message = f"aware {aware:%Y-%m-%d %H:%M} is before occurred {occurred:%Y-%m-%d %H:%M}"
            yield incident.fault(("aware",), message, "correct one of the two moments")
