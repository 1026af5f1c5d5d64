"""Who took part in what between two days, and what came of it: by whom, by area, and in groups."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from igreg.model.kinds.bodies import Body
from igreg.model.kinds.engagements import Engagement
from igreg.model.kinds.groups import Group
from igreg.model.values import AUDIENCES
from igreg.register.register import Register

THEY = ("service-users", "carers", "public")
"""Those whom the organisation is there for."""


def held_between(register: Register, first: dt.date, last: dt.date) -> list[Engagement]:
    """The engagements of some days, both of them included, the first before those after."""
    found = [one for one in register.of(Engagement) if one.date is not None and first <= one.date <= last]
    return sorted(found, key=lambda one: (one.date or last, one.id or ""))


def planned_after(register: Register, day: dt.date) -> list[Engagement]:
    """The engagements that lie ahead of a day."""
    found = [one for one in register.of(Engagement) if one.date is not None and one.date > day]
    return sorted(found, key=lambda one: (one.date or day, one.id or ""))


def is_of_those_we_serve(register: Register, engagement: Engagement) -> bool:
    """Whether service users, carers or the public took part; a text is taken at its word (ruling B71)."""
    known = register.kind_of
    return any(one in THEY or (one not in known and one not in AUDIENCES) for one in engagement.with_ or ())


def people_in(engagements: Iterable[Engagement]) -> tuple[int, int]:
    """How many took part in some engagements, and of how many of these nobody wrote how many."""
    counts = [one.people for one in engagements]
    return sum(count for count in counts if count is not None), counts.count(None)


def seats_outside(register: Register, group: Group) -> tuple[str, ...]:
    """Who from outside has a seat in a group: those we serve, where they elect one, and bodies among its members."""
    elect = [seat.by for seat in group.elected if seat.by in THEY]
    bodies = [one for one in group.members if register.get(Body, one) is not None]
    return tuple(dict.fromkeys(one for one in (*elect, *bodies) if one))
