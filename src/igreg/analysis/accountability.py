"""Who answers to whom: the line above a role, whether it holds, and who stands up for a role that nobody holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from igreg.analysis.tenure import Tenure
from igreg.model.kinds.groups import Group
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import StaffMember
from igreg.register.register import Register


def above(register: Register, id: str | None) -> list[str]:
    """The ids above a role or group by `accountable_to`, nearest first; a loop ends it."""
    return list(line_above(register, id))


def line_above(register: Register, id: str | None) -> Iterator[str]:
    """The same one by one, for whoever needs no more than the nearest."""
    seen = {id}
    current = register.by_id.get(id) if id else None
    while current is not None:
        upper = getattr(current, "accountable_to", None)
        if upper is None or upper in seen:
            break
        yield upper
        seen.add(upper)
        current = register.by_id.get(upper)


def line_of_day(tenure: Tenure, id: str | None) -> list[str]:
    """The ids above a role or group on the day: a post or group that is not there then ends the line (ruling B13)."""
    line, gone = above(tenure.register, id), tenure.there.gone
    return next((line[:index] for index, upper in enumerate(line, 1) if upper in gone), line)


def line_ends(tenure: Tenure, ids: Iterable[str], top: str) -> Mapping[str, str]:
    """Where the line above each of some roles and groups ends on the day: at the top, or where it stops short of it.

    It is the last of `line_of_day`, or the id itself where nothing is above it; in a ring it is one of the ring. What
    many lines have in common is gone up once.
    """
    by_id, gone = tenure.register.by_id, tenure.there.gone
    out: dict[str, str] = {}
    for id in ids:
        path: dict[str, None] = {}
        end, upper = id, None
        while end not in path and end not in out:
            path[end] = None
            upper = getattr(by_id.get(end), "accountable_to", None)
            end = upper or end
            if upper is None or upper == top or upper in gone:
                break
        else:
            end = out.get(end, end)
        out |= dict.fromkeys(path, end)
    return out


def all_lines(register: Register, ids: Iterable[str]) -> set[str]:
    """The ids above any of some roles and groups, and of those that stand below another one the ids themselves."""
    out: set[str] = set()
    for id in ids:
        upper = getattr(register.by_id.get(id), "accountable_to", None)
        while upper is not None and upper not in out:
            out.add(upper)
            upper = getattr(register.by_id.get(upper), "accountable_to", None)
    return out


def all_above(tenure: Tenure, id: str | None) -> set[str]:
    """The ids above a role or group on the day, by `accountable_to` and `reports_to` alike, through the whole chain."""
    gone = tenure.there.gone
    found: set[str] = set()
    ahead = [id] if id else []
    while ahead:
        current = tenure.register.by_id.get(ahead.pop())
        upper = [getattr(current, "accountable_to", None), *(getattr(current, "reports_to", None) or ())]
        fresh = {one for one in upper if one and one not in found and one not in gone}
        found |= fresh
        ahead.extend(fresh)
    return found


def is_broken(register: Register, line: list[str]) -> bool:
    """Whether a line ends at an id that is no role or group: that id has a finding of its own."""
    return bool(line) and register.kind_of.get(line[-1]) not in ("roles", "groups")


def is_ring(register: Register, line: list[str]) -> bool:
    """Whether a line was left because it leads back to itself: its last has somebody above."""
    return bool(line) and getattr(register.by_id.get(line[-1]), "accountable_to", None) is not None


def is_at_the_top(tenure: Tenure, id: str) -> bool:
    """Whether an id is the top, a board-level role, or a group that such a role chairs (rulings A48, A49, B18)."""
    register, gone = tenure.register, tenure.there.gone
    if id in gone:
        return False
    if id == register.organisation.top:
        return True
    role = register.get(Role, id)
    if role is not None:
        return role.level == "board"
    group = register.get(Group, id)
    chairs = (register.get(Role, id) for id in group.chairs if id not in gone) if group is not None else ()
    return any(chair is not None and chair.level == "board" for chair in chairs)


def next_in_line(tenure: Tenure, owner: str) -> str | None:
    """The role to which goes what a vacant role owes, or a person who is not employed (ruling A101).

    The first held role up the line of a role; where there is none, the first that chairs a group on the line. Of a
    person it is what the nearest manager with a role holds.
    """
    register = tenure.register
    role = register.get(Role, owner)
    if role is None:
        return _role_of_manager(tenure, owner)
    chairs: list[str] = []
    for id in line_above(register, role.id):
        group = register.get(Group, id)
        if group is not None and id not in tenure.there.gone:
            chairs += group.chairs
        upper = register.get(Role, id)
        if upper is not None and tenure.is_held(upper):
            return upper.id
    held = (upper for chair in chairs if (upper := register.get(Role, chair)) is not None and tenure.is_held(upper))
    return next((upper.id for upper in held), None)


def _role_of_manager(tenure: Tenure, staff: str) -> str | None:
    seen = {staff}
    person = tenure.register.get(StaffMember, staff)
    while person is not None and person.manager is not None and person.manager not in seen:
        seen.add(person.manager)
        if person.manager in tenure.employed:
            for role in tenure.roles_of(person.manager):
                return role.id
        person = tenure.register.get(StaffMember, person.manager)
    return None
