"""When elected seats end, and how the members of a mutual or a foundation trust have voted."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from igreg.model.kinds.decisions import Ballot, RecordedDecision
from igreg.model.kinds.groups import ElectedSeat, Group
from igreg.register.register import Register


def seat_ends(seat: ElectedSeat) -> dt.date | None:
    """The last day of an elected seat: its last election and its term (ruling B70); nothing without either."""
    return seat.term.after(seat.last_election) if seat.term is not None and seat.last_election is not None else None


def top_group(register: Register) -> Group | None:
    """The group at the top of the organisation, where a group is."""
    return register.get(Group, register.organisation.top)


def ballots(register: Register, day: dt.date) -> list[RecordedDecision]:
    """The decisions made by ballot up to a day, the last one first; one without a day is not among them."""
    found = [one for one in register.of(RecordedDecision) if one.ballot and one.decided and one.decided <= day]
    return sorted(found, key=lambda one: one.decided or day, reverse=True)


def turnout(ballot: Ballot) -> Fraction | None:
    """The share of those entitled who voted, exact; nothing where either is not written or nobody is entitled."""
    if not ballot.entitled or ballot.voted is None:
        return None
    return Fraction(ballot.voted, ballot.entitled)
