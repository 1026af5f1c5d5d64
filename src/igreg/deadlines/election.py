"""Elections: the last day of an elected seat's term, and the day on which the members of a mutual elect next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from igreg.analysis.as_of import AsOf
from igreg.analysis.elections import seat_ends
from igreg.deadlines._deadline import Deadline, dates
from igreg.model.kinds.groups import Group
from igreg.model.values import AUDIENCES


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[Deadline[Any]]:
    organisation = as_of.register.organisation
    if organisation.mutual is not None and organisation.mutual.next_election is not None:
        day = organisation.mutual.next_election
        yield Deadline(organisation, day, "the members elect", ("mutual", "next_election"))
    for group in as_of.register.of(Group):
        for index, seat in enumerate(group.elected):
            ends = seat_ends(seat)
            if ends is None:
                continue
            by = f" by {_called(as_of, seat.by)}" if seat.by else ""
            why = f"{seat.seat or 'a seat'}: elected{by} on {seat.last_election} for {seat.term}"
            yield Deadline(
                group,
                ends,
                why,
                ("elected", index),
                subject=seat.seat,
                last=seat.last_election,
                every=seat.term,
            )


def _called(as_of: AsOf, party: str) -> str:
    return party.replace("-", " ") if party in AUDIENCES else as_of.register.title(party)
