"""A meeting was held."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator

from igreg.analysis.as_of import AsOf
from igreg.analysis.meetings import meetings_by_group
from igreg.changes.plan import Plan, find
from igreg.changes.planned import next_day
from igreg.errors import FINDINGS, IgregError
from igreg.language.english import every, long_day
from igreg.model.kinds.groups import Group
from igreg.model.kinds.meetings import Meeting
from igreg.source.editing.edit import Append, Set


def hold(
    as_of: AsOf,
    id: str,
    present: Iterable[str],
    minutes: str | None,
    day: dt.date | None,
    apologies: Iterable[str] = (),
) -> Plan:
    """A meeting was held. One that is down as held already can still be given who was there and its minutes.

    Who sent apologies and was there all the same is refused. Where the group says how often it meets and has none
    ahead, a remark offers the next day. Raises IgregError where the day is still to come.
    """
    register = as_of.register
    meeting = find(register, id, "meetings")
    assert isinstance(meeting, Meeting)
    present = [party for party in dict.fromkeys(present) if party not in meeting.present]
    apologies = [party for party in dict.fromkeys(apologies) if party not in meeting.apologies]
    for party in (*present, *apologies):
        find(register, party, "roles", "staff")
    for party in apologies:
        if party in present or party in meeting.present:
            raise IgregError(f"{party} was there and sent apologies", "name them under one of the two")
    if meeting.status == "cancelled":
        raise IgregError(f"the meeting {id} was cancelled", "change its status by hand if it was held after all")
    if meeting.status == "held" and not (present or apologies or minutes or day):
        raise IgregError(f"the meeting {id} is down as held already", "add --present, --apologies or --minutes")
    _refuse_ahead(as_of.today, meeting, day)
    plan = Plan(f"Held: {id} of {meeting.group}, on {day or meeting.date}")
    plan.add(meeting, ("status",), Set, "held")
    if day is not None and day != meeting.date:
        plan.add(meeting, ("date",), Set, day.isoformat())
    _name(plan, meeting, "present", meeting.present, present)
    _name(plan, meeting, "apologies", meeting.apologies, apologies)
    if minutes:
        plan.add(meeting, ("minutes", "path"), Set, minutes.replace("\\", "/"))
    plan.remarks += _next(as_of, meeting, day or meeting.date)
    return plan


def _name(plan: Plan, meeting: Meeting, field: str, before: Collection[str], parties: list[str]) -> None:
    """Add parties to a list of the meeting, or begin it."""
    if parties and not before:
        plan.add(meeting, (field,), Set, parties)
    for party in parties if before else ():
        plan.add(meeting, (field,), Append, party)


def _refuse_ahead(today: dt.date, meeting: Meeting, day: dt.date | None) -> None:
    """Raise IgregError where a meeting would have been held on a day that is still to come."""
    if day is not None and day > today:
        raise IgregError(f"--on: {day} is still to come", "say the day on which it was held", FINDINGS)
    if day is None and meeting.date is not None and meeting.date > today:
        raise IgregError(
            f"the meeting {meeting.id} is planned for {long_day(meeting.date)}, which is still to come",
            f"if it was held before, say when: igreg hold {meeting.id} --on {today}",
            FINDINGS,
        )


def _next(as_of: AsOf, meeting: Meeting, held: dt.date | None) -> Iterator[str]:
    """The day by which the group meets again, and the command that plans it; nothing where one is planned."""
    group = as_of.register.get(Group, meeting.group)
    own = meetings_by_group(as_of.register).get(meeting.group or "", [])
    if (
        group is None
        or held is None
        or any(
            one is not meeting and one.date is not None and one.date > held and one.status != "cancelled" for one in own
        )
    ):
        return
    day = next_day(as_of, group, held)
    if day is not None and not (group.end and day > group.end):
        yield (
            f"{as_of.register.title(group.id)} meets {every(group.meets_every)}, next by {long_day(day)}; "
            f"to plan it: igreg plan-meeting {group.id} --on {day}"
        )
