"""Seats of groups: who has one, and how many of them are filled by those who are there."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Set

from igreg.analysis.tenure import Tenure
from igreg.model.kinds.groups import Group
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import StaffMember


def seats(group: Group) -> tuple[str, ...]:
    """The seats of a group: its chairs and members, each once; who is only in attendance has none.

    The deputy chair and the secretary have one where they are a chair or member too. A group that lists no members has
    no seats to count (ruling B19).
    """
    if not group.members:
        return ()
    return tuple(dict.fromkeys(id for id in (*group.chairs, *group.members) if id not in group.attendees))


def filled(tenure: Tenure, group: Group, present: Collection[str]) -> int:
    """How many of those present count for the quorum: the most pairs of one of them and one seat (ruling B20).

    `present` are people; bodies; and roles that stand for one of several holders. A seat counts once, and so does a
    person, who fills a seat that they hold or deputise for on the day. Where no members are listed everybody counts
    who is not in attendance (ruling B19).
    """
    parties = [party for party in dict.fromkeys(present) if party not in group.attendees]
    if not group.members:
        return len(_of_no_members(tenure, group, parties))
    open_to = {party: _could_fill(tenure, party) for party in parties}
    takes: dict[str, list[str]] = {}
    for seat in seats(group):
        takers = _takers(tenure, seat)
        takes[seat] = [party for party, people in open_to.items() if seat == party or not takers.isdisjoint(people)]
    return _most_pairs(takes)


def _could_fill(tenure: Tenure, party: str) -> Set[str]:
    """As whom somebody present can fill a seat: a person as they are and for their employer, a role as any holder."""
    if tenure.register.kind_of.get(party) == "roles":
        return frozenset(tenure.people(party))
    employer = _employer(tenure, party)
    return frozenset({party, employer} if employer else {party})


def _employer(tenure: Tenure, party: str) -> str | None:
    person = tenure.register.get(StaffMember, party)
    return person.employer if person is not None else None


def _takers(tenure: Tenure, seat: str) -> Set[str]:
    """Who fills a seat: holders and deputies of a role; the person; the body, or whom it employs (ruling B21)."""
    if tenure.register.get(Role, seat) is not None:
        return frozenset(tenure.people(seat, deputies=True))
    return frozenset({seat})


def _of_no_members(tenure: Tenure, group: Group, parties: list[str]) -> set[str]:
    """Who counts where no members are listed: not who is only in attendance, be it for a role or a body.

    A body of which somebody is there is there with them, and not once more.
    """
    attending = {person for party in group.attendees for person in tenure.people(party, deputies=True)}
    attending -= {person for chair in group.chairs for person in tenure.people(chair, deputies=True)}
    employers = {party: _employer(tenure, party) for party in parties}
    sent = set(employers.values())
    return {
        party
        for party in parties
        if party not in attending and employers[party] not in group.attendees and party not in sent
    }


def _most_pairs(takes: Mapping[str, list[str]]) -> int:
    """The largest number of pairs of a seat and somebody who takes it, each once (by augmenting paths)."""
    seat_of: dict[str, str] = {}
    for start in takes:
        came_from: dict[str, str] = {}
        waiting = [start]
        free: str | None = None
        while waiting and free is None:
            seat = waiting.pop()
            for party in takes[seat]:
                if party in came_from:
                    continue
                came_from[party] = seat
                if party not in seat_of:
                    free = party
                    break
                waiting.append(seat_of[party])
        _seat(free, came_from, seat_of)
    return len(seat_of)


def _seat(party: str | None, came_from: Mapping[str, str], seat_of: dict[str, str]) -> None:
    """Seat somebody who is free, and let everybody on the way change to the seat by which they were asked."""
    who_has = {seat: one for one, seat in seat_of.items()}
    while party is not None:
        seat = came_from[party]
        seat_of[party] = seat
        party = who_has.get(seat)
