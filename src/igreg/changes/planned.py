"""Meetings are planned: on a day, or on several at the same distance, with ids as the group's other meetings have."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from igreg.analysis.as_of import AsOf
from igreg.analysis.meetings import meetings_by_group
from igreg.analysis.working_days import WorkingDays
from igreg.changes.new_id import NewIds
from igreg.changes.new_record import place_all
from igreg.changes.plan import Plan, find
from igreg.errors import IgregError
from igreg.language.english import are, counted, listed, long_day
from igreg.model.kinds.groups import Group
from igreg.model.span import Span

MOST = 104
"""So many meetings are planned at once at most: every week for two years."""


def series(first: dt.date, every: Span | None, times: int | None) -> list[dt.date]:
    """The days of a first meeting and those that follow; `times` counts the first. Raises IgregError."""
    if every is None and times is None:
        return [first]
    if every is None:
        raise IgregError("--times: how far apart is missing", "add --every, such as --every '1 month'")
    if times is None:
        raise IgregError("--every: how many is missing", "add --times, such as --times 4; the first one counts")
    if not 1 <= times <= MOST:
        raise IgregError(f"--times: {times} is not between 1 and {MOST}", "the first one counts")
    if times > 1 and every.after(first, times - 1) == dt.date.max:
        raise IgregError(f"--every: {every} from {first} on goes beyond all calendars", "plan fewer, or nearer")
    if every.after(first) == first:
        raise IgregError(f"--every: {every} is less than a day", "for example: --every '1 month'")
    return [every.after(first, number) for number in range(times)]


def plan_meetings(as_of: AsOf, id: str, days: Iterable[dt.date]) -> Plan:
    """Planned meetings of a group. Raises IgregError where it has a meeting on one of the days, or is not there."""
    register = as_of.register
    group = find(register, id, "groups")
    assert isinstance(group, Group)
    days = list(days)
    title = register.title(id)
    for day in days:
        if (group.start and day < group.start) or (group.end and day > group.end):
            till = f"begins on {group.start}" if group.start and day < group.start else f"ends on {group.end}"
            raise IgregError(f"{title} is not there on {day}: it {till}", "plan a day on which it is")
    own = meetings_by_group(register).get(id, [])
    for meeting in own:
        if meeting.date in days and meeting.status != "cancelled":
            raise IgregError(
                f"{title} has a meeting on {meeting.date} already: {meeting.id}, {meeting.status}",
                f"plan another day, or see `igreg show {meeting.id}`",
            )
    ids = NewIds(register, "meetings", as_of.today)
    given = [ids.of(None, id, day) for day in days]
    several = f"{counted(len(days), 'meeting')} of {id}, {days[0]} to {days[-1]}"
    plan = Plan(f"Planned: {given[0]} of {id}, on {days[0]}" if len(days) == 1 else f"Planned: {several}")
    planned = [
        {"id": one, "group": id, "date": day.isoformat(), "status": "planned"}
        for day, one in zip(days, given, strict=True)
    ]
    place_all(plan, register, "meetings", planned)
    plan.remarks += _remarks(as_of, days)
    return plan


def next_day(as_of: AsOf, group: Group, last: dt.date) -> dt.date | None:
    """The last working day on which a group still meets as often as it should; nothing where it does not say."""
    if group.meets_every is None:
        return None
    calendar = WorkingDays(as_of.facts, (as_of.standing.nation,))
    day = latest = group.meets_every.after(last)
    while not calendar.is_working(day) and day > last:
        day -= dt.timedelta(days=1)
    return day if day > last else latest


def _remarks(as_of: AsOf, days: Iterable[dt.date]) -> list[str]:
    """What somebody should know of the days: weekends, bank holidays, and what is past."""
    calendar = WorkingDays(as_of.facts, (as_of.standing.nation,))
    free = [f"{day} is a {day:%A}" for day in days if day.weekday() > 4]
    free += [f"{day} is a bank holiday" for day in days if day.weekday() < 5 and not calendar.is_working(day)]
    past = [long_day(day) for day in days if day < as_of.today]
    return [*free, *([f"{listed(past)} {are(len(past))} past already"] if past else [])]
