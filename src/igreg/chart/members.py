"""The members of a mutual or of a foundation trust: the seats they elect, when they elect next, and how they voted."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.elections import ballots, seat_ends, top_group, turnout
from igreg.chart.graph import MEMBERS, Node, Table
from igreg.chart.lines import Balloted, Count, Elect, Line, NextElection, Seat
from igreg.chart.view import View
from igreg.language.english import long_day
from igreg.model.kinds.decisions import Ballot
from igreg.model.kinds.groups import ElectedSeat, Group

_LATEST = 3
"""So many ballots stand in a box, the last ones."""


def elected_top(view: View) -> Group | None:
    """The group at the top, where it is there on the day and has seats that are filled by election."""
    top = top_group(view.register)
    return top if top is not None and top.elected and view.is_there(top.id) else None


def members_node(view: View, top: Group) -> Node:
    """The node of those who elect, above the group at the top."""
    elect = Elect(len(top.elected), top.title or top.id or "the group at the top")
    return Node(MEMBERS, "group", "Members", (elect, *member_lines(view)))


def member_lines(view: View) -> Iterator[Line]:
    """How many members there are, when they elect next, and how their last ballots went."""
    mutual = view.register.organisation.mutual
    if mutual is not None and mutual.members is not None:
        yield Count(mutual.members)
    if mutual is not None and mutual.next_election is not None:
        yield NextElection(mutual.next_election, mutual.next_election < view.day)
    for one in ballots(view.register, view.day)[:_LATEST]:
        if one.decided is not None and one.ballot is not None:
            yield Balloted(one.decided, one.called, one.ballot)


def seat_lines(view: View, group: Group) -> Iterator[Line]:
    """Each elected seat of a group: who elects, for how long, until when; or that its term is over."""
    for seat in group.elected:
        ends = seat_ends(seat)
        by = _electors(view, seat) if seat.by else ""
        term = str(seat.term) if seat.term is not None else ""
        yield Seat(seat.seat or "A seat", by, term, ends, over=ends is not None and ends < view.day)


def _electors(view: View, seat: ElectedSeat) -> str:
    title = view.title(seat.by or "")
    return title[:1].lower() + title[1:] if seat.by in ("all-staff", "service-users", "carers", "public") else title


def voted(ballot: Ballot) -> str:
    """How a vote went: `148 of 231 voted (64.1 %), 131 for, 17 against`."""
    parts = []
    share = turnout(ballot)
    if ballot.voted is not None:
        whole = f" of {ballot.entitled}" if ballot.entitled is not None else ""
        percent = f" ({float(share * 100):.1f} %)" if share is not None else ""
        parts.append(f"{ballot.voted}{whole} voted{percent}")
    elif ballot.entitled is not None:
        parts.append(f"{ballot.entitled} entitled")
    sides = ((ballot.for_, "for"), (ballot.against, "against"))
    parts += [f"{count} {word}" for count, word in sides if count is not None]
    return ", ".join(parts) or "no figures"


def election_tables(view: View) -> Iterator[Table]:
    """The elected seats of the groups of the day, and the ballots up to it."""
    rows = []
    for group in view.tenure.there.groups:
        for seat in group.elected:
            ends = seat_ends(seat)
            over = " (over)" if ends is not None and ends < view.day else ""
            last = long_day(seat.last_election) if seat.last_election is not None else "not written"
            until = f"{long_day(ends)}{over}" if ends is not None else "not known"
            by = view.title(seat.by) if seat.by else "not written"
            rows.append((group.called, seat.seat or "", by, str(seat.term or "not written"), last, until))
    if rows:
        head = ("Group", "Seat", "Elected by", "Term", "Last election", "Until")
        yield Table("Seats that are filled by election", head, tuple(rows))
    votes = [
        (one.called, long_day(one.decided), view.title(one.by) if one.by else "", voted(one.ballot))
        for one in ballots(view.register, view.day)
        if one.decided is not None and one.ballot is not None
    ]
    if votes:
        yield Table("Ballots", ("What", "Decided on", "By", "How it went"), tuple(votes))
