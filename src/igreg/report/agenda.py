"""What an agenda has beside its points: what fell due, incidents and lessons since the last meeting, and policies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal

from igreg.analysis.incidents import current, first_notification, has_clock, is_breach
from igreg.analysis.reviews import review_due
from igreg.dataclass import dataclass
from igreg.due.due_list import Choice, due_list
from igreg.language.english import long_day
from igreg.model.kinds.incidents import Incident
from igreg.model.kinds.policies import Policy
from igreg.model.span import Span
from igreg.report.asked import Asked
from igreg.report.due_words import due_in_words
from igreg.report.parties import with_holder

_ELSEWHERE = frozenset({"action", "meeting"})
"""The kinds of date that have a part of their own on an agenda."""


When = Literal["before", "since", "ahead"]


@dataclass(frozen=True, slots=True)
class FellDue:
    """One thing that is due by the meeting and not done."""

    title: str
    why: str
    owner: str
    due: dt.date
    when: When
    """Whether it was due at the last meeting already, fell due since, or falls due by the next one."""


@dataclass(frozen=True, slots=True)
class Happened:
    """An incident that became known since the last meeting."""

    id: str
    title: str
    aware: dt.date
    sort: str
    told: str
    """Whether the regulator was told."""
    status: str
    lead: str


@dataclass(frozen=True, slots=True)
class Learnt:
    """A lesson of an incident."""

    lesson: str
    incident: str
    passed_on: bool


@dataclass(frozen=True, slots=True)
class ToApprove:
    """A policy that somebody is to approve, or to look at again."""

    id: str
    title: str
    version: str
    owner: str
    approver: str
    state: str


def fell_due(asked: Asked, since: dt.date | None, until: dt.date) -> Iterator[FellDue]:
    """What is due up to a day and not done, as the list of what is due has it; actions and meetings aside."""
    within = Span(max((until - asked.today).days, 0), "day")
    for row in due_list(asked.as_of, Choice(within=within)).rows:
        item = row.item
        if item.what not in _ELSEWHERE:
            before = since is not None and item.due <= since
            when: When = "before" if before else "since" if row.overdue else "ahead"
            yield FellDue(*due_in_words(asked, item), with_holder(asked, item.owner), item.due, when)


def happened(asked: Asked, since: dt.date | None) -> list[Incident]:
    """The incidents that became known after a day, the first before those after; all where there is no such day."""
    day_of = asked.register.clock.day_of
    dated = [(day_of(one.aware), one) for one in current(asked.register) if one.aware is not None]
    found = [pair for pair in dated if (since is None or pair[0] > since) and pair[0] <= asked.today]
    return [one for _, one in sorted(found, key=lambda pair: (pair[0], pair[1].id or ""))]


def told_of(asked: Asked, incident: Incident) -> Happened:
    """An incident as an agenda tells it."""
    sort = "breach" if is_breach(incident) else "near miss" if incident.near_miss else "no personal data"
    return Happened(
        incident.id or "",
        asked.called(incident),
        asked.register.clock.day_of(incident.aware or asked.today),
        sort,
        _told(asked, incident),
        incident.status,
        with_holder(asked, incident.lead) or "nobody named",
    )


def _told(asked: Asked, incident: Incident) -> str:
    """Whether the regulator was told, or is to be."""
    told = first_notification(asked.register, incident)
    if told is not None:
        at = told[1].at
        return f"told on {long_day(asked.register.clock.day_of(at))}" if at is not None else "told, no day written"
    if incident.decision is not None:
        return "to be told" if incident.decision.report else "decided not to tell"
    return "not decided" if has_clock(incident) else "not asked for"


def lessons(asked: Asked, since: dt.date | None) -> Iterator[Learnt]:
    """The lessons of incidents that became known, or were closed, after a day."""
    known = {one.id for one in happened(asked, since)}
    for incident in current(asked.register):
        closed = incident.closed is not None and (since is None or incident.closed > since)
        if incident.id in known or closed:
            for one in incident.lessons:
                yield Learnt(asked.told(incident, one.lesson), asked.called(incident), bool(one.shared_by))


def to_approve(asked: Asked, until: dt.date) -> Iterator[ToApprove]:
    """Drafts, and the policies of which the review is due by a day; the drafts first."""
    policies = asked.register.of(Policy)
    drafts = [(one, "draft, to be approved") for one in policies if one.standing in one.pending]
    due = [(one, review_due(one, asked.today)) for one in policies if one.standing not in one.pending]
    reviews = sorted(((one, day) for one, day in due if day is not None and day <= until), key=lambda pair: pair[1])
    for policy, state in (*drafts, *((one, _review(asked.today, day)) for one, day in reviews)):
        yield ToApprove(
            policy.id or "",
            asked.called(policy),
            asked.told(policy, policy.version),
            with_holder(asked, policy.owner),
            with_holder(asked, policy.approver) or "nobody named",
            state,
        )


def _review(today: dt.date, day: dt.date) -> str:
    return f"review {'was' if day < today else 'is'} due on {long_day(day)}"
