"""Can a group be quorate at all: how many people could come, and would that be enough?"""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.seats import filled, seats
from igreg.analysis.tenure import Tenure
from igreg.dataclass import dataclass
from igreg.model.kinds.groups import Group
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import StaffMember


@dataclass(frozen=True, slots=True)
class Reach:
    """The best attended meeting that a group could have on a day."""

    people: int
    """The most people who could come and count for the quorum, as it is counted of a meeting (rulings B19 to B22)."""
    enough: bool
    """Whether that is the quorum or more, and each that must be there has somebody."""
    missing: tuple[str, ...] = ()
    """The posts that must be there and that nobody holds or deputises in; of several of which one must be, all."""


def reach(tenure: Tenure, group: Group) -> Reach | None:
    """How many could come; nothing where the group is not there, or lists no members and so has no seats to count.

    A seat that is filled by election counts, whoever sits in it. Nobody comes for a vacant post, nor who has left.
    """
    if not group.members or tenure.there.is_gone(group.id):
        return None
    could = {person for seat in seats(group) for person in _takers(tenure, seat)}
    count = filled(tenure, group, sorted(could)) + len(group.elected)
    missing = [role for role in dict.fromkeys(group.quorum_all) if not _has_somebody(tenure, group, role)]
    one_of = list(dict.fromkeys(group.quorum_roles))
    if one_of and not any(_has_somebody(tenure, group, role) for role in one_of):
        missing += one_of
    enough = not missing and (group.quorum is None or count >= group.quorum)
    return Reach(count, enough, tuple(dict.fromkeys(missing)))


def _takers(tenure: Tenure, seat: str) -> Iterator[str]:
    """Who could come for a seat: holders and deputies of a post, the person, whoever a body sends."""
    register = tenure.register
    if register.get(Role, seat) is not None:
        yield from tenure.people(seat, deputies=True)
    else:
        person = register.get(StaffMember, seat)
        if person is None or tenure.is_employed(person):
            yield seat


def _has_somebody(tenure: Tenure, group: Group, role: str) -> bool:
    """Whether anybody could be there for a post that must be; a co-chair can for the chair (ruling B18)."""
    instead = group.chairs if role == group.chair else ()
    return any(tenure.people(one, deputies=True) for one in (role, *(one for one in instead if one != role)))
