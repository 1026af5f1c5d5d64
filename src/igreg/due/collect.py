"""Every item of a register: one function for each kind of date (commands, `igreg due`)."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator

from igreg.due.item import Item
from igreg.due.owner import owner_of
from igreg.due.training import training
from igreg.facts import category, limits
from igreg.model.asset import Asset
from igreg.model.audit import Audit
from igreg.model.base import Record
from igreg.model.communication import Communication
from igreg.model.delegation import Delegation
from igreg.model.exception import RuleException
from igreg.model.flow import Flow
from igreg.model.group import Group
from igreg.model.meeting import Meeting
from igreg.model.role import Role
from igreg.model.shared import Review
from igreg.model.sharing_agreement import SharingAgreement
from igreg.register.actions import open_actions
from igreg.register.calendar import is_planned, review_due
from igreg.register.incidents import current, first_notification
from igreg.register.meetings import by_group, last_held
from igreg.register.register import Register
from igreg.register.tenure import Tenure, covers

DSPT_MONTH, DSPT_DAY = 6, 30
"""The toolkit closes on 30 June each year."""


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
        _ends(register),
        _organisation(register, today),
        training(register, tenure, until),
    ):
        yield from found


def item(record: Record, due: dt.date, what: str, detail: str, **more: object) -> Item:
    """An item about a record: kind, title, owner, areas and unit come from it."""
    areas = () if record.kind == "organisation" else tuple(getattr(record, "areas", ()) or ())
    unit = getattr(record, "unit", None)
    given: dict[str, object] = {"title": record.label, "owner": owner_of(record), "areas": areas, "unit": unit}
    return Item(
        due=due,
        what=what,
        kind=record.kind,
        record=record.identity,
        detail=detail,
        origin=record.where,
        **(given | more),  # type: ignore[arg-type]
    )


def _reviews(register: Register, today: dt.date) -> Iterator[Item]:
    for record in register.reviewed:
        due = review_due(record, today)
        if due is not None:
            review: Review = record.review  # type: ignore[attr-defined]
            yield item(record, due, "review", _why(register, review))


def _why(register: Register, review: Review) -> str:
    """Why a review is due: how often, when last, by whom and with what outcome."""
    parts = [f"every {review.every}"] if review.every else []
    if review.last is not None:
        by = f" by {register.title(review.by)}" if review.by else ""
        outcome = f", {review.outcome}" if review.outcome else ""
        parts.append(f"last reviewed {review.last}{by}{outcome}")
    else:
        parts.append("never reviewed")
    if review.next is not None:
        parts.append(f"next set for {review.next}")
    return ", ".join(parts)


def _actions(register: Register, tenure: Tenure) -> Iterator[Item]:
    for record, path, action in open_actions(register):
        if action.due is not None:
            owner = action.owner or owner_of(record)
            detail = action.what or ""
            yield item(record, action.due, "action", detail, owner=owner, path=path, subject=action.id)


def _audits(register: Register) -> Iterator[Item]:
    for audit in register.of(Audit):
        unit = audit.units[0] if len(audit.units) == 1 else None
        if audit.planned is not None and is_planned(audit):
            yield item(audit, audit.planned, "audit", "planned", unit=unit)
        elif audit.performed is not None and audit.every is not None and audit.status != "cancelled":
            detail = f"every {audit.every}, last performed {audit.performed}"
            yield item(audit, audit.every.after(audit.performed), "audit", detail, unit=unit)


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
        end = (register.instant(aware).astimezone(dt.UTC) + dt.timedelta(hours=limit)).astimezone(register.zone)
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
    delegations = register.of(Delegation)
    current_pairs = {(d.from_, d.to) for d in delegations if covers(d.start, d.end, today)}
    for d in delegations:
        if d.end is None or (d.end < today and (d.from_, d.to) in current_pairs):
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


def _ends(register: Register) -> Iterator[Item]:
    for agreement in register.of(SharingAgreement):
        if agreement.expires is not None:
            detail = f"with {', '.join(register.title(partner) for partner in agreement.partners)}"
            yield item(agreement, agreement.expires, "agreement-ends", detail, path=("expires",))
    for asset in register.of(Asset):
        if asset.support_ends is not None:
            yield item(asset, asset.support_ends, "support-ends", "the maker's support ends", path=("support_ends",))
    for exception in register.of(RuleException):
        if exception.until is not None:
            detail = f"{exception.rule} on {exception.record}: {exception.reason}"
            yield item(exception, exception.until, "exception-ends", detail, title=exception.rule, path=("until",))


def _organisation(register: Register, today: dt.date) -> Iterator[Item]:
    organisation = register.organisation
    ico = organisation.ico_registration
    if ico is not None and ico.expires is not None:
        detail = "the entry in the register of fee payers ends"
        path = ("ico_registration", "expires")
        yield item(organisation, ico.expires, "certificate-ends", detail, path=path, subject="ICO registration")
    for index, entry in enumerate(organisation.certificates):
        if entry.expires is not None:
            path_ = ("certificates", index, "expires")
            detail = "the certificate ends"
            yield item(organisation, entry.expires, "certificate-ends", detail, path=path_, subject=entry.name)
    deadline = dt.date(today.year, DSPT_MONTH, DSPT_DAY)
    if deadline < today:
        deadline = deadline.replace(year=today.year + 1)
    begun = deadline.replace(year=deadline.year - 1) + dt.timedelta(days=1)
    if any(edition.published is not None and edition.published >= begun for edition in organisation.dspt):
        return
    number = category(organisation.type, organisation.dspt_category)
    detail = f"publish the DSPT assessment of {begun.year}-{deadline.year % 100:02d}, category {number}"
    yield item(organisation, deadline, "dspt-deadline", detail, subject="DSPT")
