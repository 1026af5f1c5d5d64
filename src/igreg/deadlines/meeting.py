"""Planned meetings on their day; groups by their interval where none is planned ahead (ruling A96)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.analysis.meetings import last_meeting, meetings_by_group
from igreg.deadlines._deadline import Deadline, dates
from igreg.language.english import every
from igreg.model.kinds.groups import Group
from igreg.model.kinds.meetings import Meeting
from igreg.model.span import Span


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[Deadline[Meeting | Group]]:
    yield from _planned(as_of)
    yield from by_interval(as_of)


def _planned(as_of: AsOf) -> Iterator[Deadline[Meeting | Group]]:
    last = _last_planned(as_of)
    for meeting in as_of.register.of(Meeting):
        there = meeting.group not in as_of.tenure.there.gone
        if meeting.status == "planned" and meeting.date is not None and there:
            group = as_of.register.title(meeting.group)
            again = last.get(meeting.group or "")
            every = again[1] if again is not None and again[0] is meeting else None
            yield Deadline(meeting, meeting.date, f"planned meeting of {group}", title=group, every=every)


def _last_planned(as_of: AsOf) -> dict[str, tuple[Meeting, Span]]:
    """For each group that meets regularly, its last planned meeting from today on, after which the interval goes on."""
    out: dict[str, tuple[Meeting, Span]] = {}
    for meeting in as_of.register.of(Meeting):
        group = as_of.register.get(Group, meeting.group)
        ahead = meeting.status == "planned" and meeting.date is not None and meeting.date >= as_of.today
        if group is None or group.id is None or group.meets_every is None or not ahead:
            continue
        known = out.get(group.id)
        if known is None or (known[0].date or as_of.today) < (meeting.date or as_of.today):
            out[group.id] = (meeting, group.meets_every)
    return out


def by_interval(as_of: AsOf) -> Iterator[Deadline[Group]]:
    """Groups that have no meeting ahead; one that never met is due today."""
    meetings, today = meetings_by_group(as_of.register), as_of.today
    for group in as_of.tenure.there.groups:
        if group.meets_every is None:
            continue
        own = meetings.get(group.id or "", [])
        if any(m.status == "planned" and m.date is not None and m.date >= today for m in own):
            continue
        last = last_meeting(own, today)
        day = group.meets_every.after(last) if last is not None else today
        seen = f"last met {last}" if last is not None else "no meeting on record"
        why = f"meets {every(group.meets_every)}, {seen}, none planned ahead"
        yield Deadline(group, day, why, last=last, every=group.meets_every)
