"""Meetings of groups: when they met last, who was there, and whether that was enough to decide."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from igreg.analysis.seats import filled
from igreg.analysis.tenure import Tenure
from igreg.dataclass import dataclass
from igreg.model.kinds.groups import Group
from igreg.model.kinds.meetings import Meeting
from igreg.register.register import Register


def meetings_by_group(register: Register) -> Mapping[str, list[Meeting]]:
    """The meetings of each group."""
    out: dict[str, list[Meeting]] = {}
    for meeting in register.of(Meeting):
        if meeting.group:
            out.setdefault(meeting.group, []).append(meeting)
    return out


def last_meeting(meetings: Iterable[Meeting], today: dt.date) -> dt.date | None:
    """The day of the last meeting held by today."""
    found = last_held(meetings, today)
    return found.date if found is not None else None


def last_held(meetings: Iterable[Meeting], today: dt.date) -> Meeting | None:
    """The last meeting held by today."""
    held = [m for m in meetings if m.status == "held" and m.date and m.date <= today]
    return max(held, key=lambda m: (m.date or today, m.id or ""), default=None)


def next_planned(meetings: Iterable[Meeting], today: dt.date) -> Meeting | None:
    """The next meeting that is planned, today's among them."""
    ahead = [m for m in meetings if m.status == "planned" and m.date and m.date >= today]
    return min(ahead, key=lambda m: (m.date or today, m.id or ""), default=None)


def not_written_down(meetings: Iterable[Meeting], today: dt.date) -> list[Meeting]:
    """The meetings whose day is past and of which nobody wrote whether they were held, the first before those after."""
    past = [m for m in meetings if m.status == "planned" and m.date and m.date < today]
    return sorted(past, key=lambda m: (m.date or today, m.id or ""))


def ig_groups(tenure: Tenure) -> list[Group]:
    """The groups of the day that lead information governance."""
    return [group for group in tenure.there.groups if group.ig_group]


def waiting(register: Register) -> list[Meeting]:
    """The meetings that are planned and were not held yet, the earliest first."""
    found = [one for one in register.of(Meeting) if one.status == "planned" and one.date and one.id]
    return sorted(found, key=lambda one: (one.date or dt.date.max, one.id or ""))


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who was at a meeting, and whether its group could decide."""

    people: frozenset[str]
    """Who was there, by id; a role that several share counts as one of them, by its id."""
    counted: int
    """How many of them count for the quorum: guests do not (rulings B19, B20)."""
    enough: bool
    """Whether as many as the quorum count, where the group has one."""
    one_of_those: bool
    """Whether one of the quorum roles was there, or its holder or deputy of the day (ruling A84)."""
    missing: tuple[str, ...]
    """Those of whom each must be there, and who were not."""


def attendance(register: Register, meeting: Meeting, group: Group) -> Attendance | None:
    """Who was at a meeting that was held; nothing where that is not written down, or could not be read."""
    if meeting.status != "held" or meeting.date is None or not (meeting.present or meeting.lacks("present")):
        return None
    tenure = Tenure(register, meeting.date)
    people = _people(tenure, meeting.present)

    def is_there(role: str, others: Iterable[str]) -> bool:
        """Whether a role, its holder or its deputy was there; or for the chair a co-chair but others (ruling B18)."""
        stand_for = [id for id in group.chairs if id not in others] if role == group.chair else []
        return any(
            one in meeting.present or people & set(tenure.people(one, deputies=True)) for one in (role, *stand_for)
        )

    counted = filled(tenure, group, sorted(people))
    return Attendance(
        frozenset(people),
        counted,
        group.quorum is None or counted >= group.quorum,
        not group.quorum_roles or any(is_there(role, ()) for role in group.quorum_roles),
        tuple(role for role in dict.fromkeys(group.quorum_all) if not is_there(role, group.quorum_all)),
    )


def _people(tenure: Tenure, present: list[str]) -> set[str]:
    """The people who were there: a role stands for its holder of the day, one that several share for one of them."""
    roles = [party for party in present if tenure.register.kind_of.get(party) == "roles"]
    out = {party for party in present if party not in roles}
    for held, role in sorted(((tenure.people(role), role) for role in roles), key=lambda pair: len(pair[0])):
        if not out & set(held):
            out.update(held if len(held) == 1 else [role] if held else [])
    return out
