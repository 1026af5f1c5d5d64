"""A meeting was held."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from igreg.changes.plan import Plan, find
from igreg.errors import IgregError
from igreg.model.kinds.meetings import Meeting
from igreg.register.register import Register
from igreg.source.editing.edit import Append, Set


def hold(register: Register, id: str, present: Iterable[str], minutes: str | None, day: dt.date | None) -> Plan:
    """A meeting was held. One that is down as held already can still be given who was there and its minutes."""
    meeting = find(register, id, "meetings")
    assert isinstance(meeting, Meeting)
    present = [party for party in dict.fromkeys(present) if party not in meeting.present]
    for party in present:
        find(register, party, "roles", "staff")
    if meeting.status == "cancelled":
        raise IgregError(f"the meeting {id} was cancelled", "change its status by hand if it was held after all")
    if meeting.status == "held" and not (present or minutes or day):
        raise IgregError(f"the meeting {id} is down as held already", "add --present or --minutes")
    plan = Plan(f"Held: {id} of {meeting.group}, on {day or meeting.date}")
    plan.add(meeting, ("status",), Set, "held")
    if day is not None and day != meeting.date:
        plan.add(meeting, ("date",), Set, day.isoformat())
    if present and not meeting.present:
        plan.add(meeting, ("present",), Set, present)
    for party in present if meeting.present else ():
        plan.add(meeting, ("present",), Append, party)
    if minutes:
        plan.add(meeting, ("minutes", "path"), Set, minutes.replace("\\", "/"))
    return plan
