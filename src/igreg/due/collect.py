"""Every item of a register: one function for each kind of date (commands, `igreg due`)."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator

from igreg.analysis.actions import open_actions
from igreg.analysis.calendar import is_planned, review_due, start_of
from igreg.analysis.delegations import succeeded
from igreg.analysis.incidents import current, first_notification
from igreg.analysis.meetings import by_group, last_held
from igreg.analysis.tenure import Tenure
from igreg.due.ends import ends, organisation
from igreg.due.item import Item
from igreg.due.make import item
from igreg.due.owner import owner_of
from igreg.due.training import training
from igreg.facts import limits
from igreg.model.base import Record
from igreg.model.kinds.audit import Audit
from igreg.model.kinds.communication import Communication
from igreg.model.kinds.delegation import Delegation
from igreg.model.kinds.flow import Flow
from igreg.model.kinds.group import Group
from igreg.model.kinds.meeting import Meeting
from igreg.model.kinds.role import Role
from igreg.model.shared import Review
from igreg.register.register import Register


def collect(register: Register, now: dt.datetime, until: dt.date) -> Iterator[Item]:
    """Everything with a date; training is looked at only up to `until`, since it is by far the most."""
    today = now.date()
    tenure = Tenure(register, today)
    for found in (
        _reviews(register, today),
        _actions(register, tenure),
        _audits(register),
        _incidents(register, now),
        _roles(register, tenure),
        _delegations(register, today),
        _meetings(register, today),
        _flows(register, today),
        ends(register),
        organisation(register, today),
        training(register, tenure, until),
    ):
        yield from found


def _reviews(register: Register, today: dt.date) -> Iterator[Item]:
    for record in register.reviewed:
        due = review_due(record, today)
        if due is not None:
            review: Review = record.review  # type: ignore[attr-defined]
            yield item(record, due, "review", _why(register, record, review))


def _why(register: Register, record: Record, review: Review) -> str:
    """Why a review is due: how often, when last, by whom and with what outcome."""
    parts = [f"every {review.every}"] if review.every else []
    if review.last is not None:
        by = f" by {register.title(review.by)}" if review.by else ""
        outcome = f", {review.outcome}" if review.outcome else ""
        parts.append(f"last reviewed {review.last}{by}{outcome}")
    else:
        start = start_of(record)
        parts.append("never reviewed" if start is None else f"never reviewed, counted from {start}")
    if review.next is not None:
        parts.append(f"next set for {review.next}")
    elif review.cycle == "fixed" and review.anchor is not None:
        parts.append(f"fixed days from {review.anchor}")
    return ", ".join(parts)


def _actions(register: Register, tenure: Tenure) -> Iterator[Item]:
    for record, path, action in open_actions(register):
        if action.due is not None:
            owner = action.owner or owner_of(record)
            detail = action.what or ""
            yield item(record, action.due, "action", detail, owner=owner, path=path, subject=action.id)


def _audits(register: Register) -> Iterator[Item]:
    for audit in register.of(Audit):
        units = tuple(audit.units)
        if audit.planned is not None and is_planned(audit):
            yield item(audit, audit.planned, "audit", "planned", units=units)
        elif audit.performed is not None and audit.every is not None and audit.status != "cancelled":
            detail = f"every {audit.every}, last performed {audit.performed}"
            yield item(audit, audit.every.after(audit.performed), "audit", detail, units=units)


def _incidents(register: Register, now: dt.datetime) -> Iterator[Item]:
    limit = limits()["breach-notice"].value
    for incident in current(register):
        if incident.status in ("open", "investigating") and incident.target is not None:
            yield item(incident, incident.target, "incident-target", f"{incident.status}, to be closed")
        decision, aware = incident.decision, incident.aware
        if incident.near_miss or aware is None:
            continue
        if decision is None:
            waits = "no decision yet whether to report"
        elif decision.report and first_notification(register, incident) is None:
            waits = "to be reported, and not notified yet"
        else:
            continue
        end = register.clock.local(register.clock.instant(aware) + dt.timedelta(hours=limit))
        left = math.floor((end - now.astimezone(dt.UTC)).total_seconds() / 3600)
        detail = f"{waits}; aware {aware:%Y-%m-%d %H:%M}, {limit:g} hours end {end:%Y-%m-%d %H:%M}"
        yield item(incident, end.date(), "breach-clock", detail, hours=left)


def _roles(register: Register, tenure: Tenure) -> Iterator[Item]:
    for role in register.of(Role):
        for held in tenure.appointments(role):
            if held.holder.until is not None:
                detail = f"{register.title(held.holder.staff)} ({held.holder.as_}) until {held.holder.until}"
                yield item(
                    role, held.holder.until, "appointment-ends", detail, path=held.path, subject=held.holder.staff
                )
        for index, entry in enumerate(role.registrations):
            if entry.confirm_every is None:
                continue
            last = entry.confirmed or entry.on
            due = entry.confirm_every.after(last) if last is not None else tenure.day
            seen = f"last confirmed {last}" if last is not None else "never confirmed"
            detail = f"registration with {register.title(entry.with_)}, every {entry.confirm_every}, {seen}"
            yield item(role, due, "registration", detail, path=("registrations", index), subject=entry.with_)


def _delegations(register: Register, today: dt.date) -> Iterator[Item]:
    """Delegations that end; an ended one stays until it is taken out or renewed (fine print A94)."""
    history = succeeded(register, today)
    for d in register.of(Delegation):
        if d.end is None or id(d) in history:
            continue
        detail = f"from {register.title(d.from_)} to {register.title(d.to)}, until {d.end}"
        yield item(d, d.end, "delegation-ends", detail)


def _meetings(register: Register, today: dt.date) -> Iterator[Item]:
    """Planned meetings on their day; groups by their interval where none is planned ahead (fine print A96)."""
    meetings = by_group(register)
    for meeting in register.of(Meeting):
        if meeting.status == "planned" and meeting.date is not None:
            detail = f"planned meeting of {register.title(meeting.group)}"
            yield item(meeting, meeting.date, "meeting", detail, title=register.title(meeting.group))
    for group in register.of(Group):
        if group.meets_every is None:
            continue
        own = meetings.get(group.id or "", [])
        if any(m.status == "planned" and m.date is not None and m.date >= today for m in own):
            continue
        last = last_held(own, today)
        due = group.meets_every.after(last) if last is not None else today
        seen = f"last met {last}" if last is not None else "no meeting on record"
        yield item(group, due, "meeting", f"meets every {group.meets_every}, {seen}, none planned")


def _flows(register: Register, today: dt.date) -> Iterator[Item]:
    last: dict[str, dt.date] = {}
    for sent in register.of(Communication):
        if sent.flow and sent.date and sent.date <= today:
            last[sent.flow] = max(last.get(sent.flow, sent.date), sent.date)
    for flow in register.of(Flow):
        if flow.every is None:
            continue
        day = last.get(flow.id or "")
        due = flow.every.after(day) if day is not None else today
        seen = f"last carried out {day}" if day is not None else "never carried out"
        yield item(flow, due, "flow", f"every {flow.every}, {seen}", areas=tuple(flow.about))
