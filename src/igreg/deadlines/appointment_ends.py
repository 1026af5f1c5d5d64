"""Appointments that end: those of today only, since one that has ended needs nothing more (ruling A94)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.deadlines._deadline import Deadline, dates
from igreg.model.kinds.roles import Holder, Role
from igreg.model.kinds.staff import StaffMember


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[Deadline[Role]]:
    for role in as_of.register.of(Role):
        for held in as_of.tenure.appointments(role):
            ends = _ends(as_of, held.holder)
            if ends is not None:
                day, left = ends
                who = as_of.register.title(held.holder.staff)
                why = f"{who} ({held.holder.as_}) leaves on {day}" if left else f"{who} ({held.holder.as_}) until {day}"
                yield Deadline(role, day, why, held.path, held.holder.staff)


def _ends(as_of: AsOf, holder: Holder) -> tuple[dt.date, bool] | None:
    """The last day of an appointment, and whether it is that of their work here, which may come first.

    Of somebody who has left already a rule tells; their appointment has ended.
    """
    person = as_of.register.get(StaffMember, holder.staff)
    left = person.left if person is not None else None
    if left is None or (holder.until is not None and holder.until <= left):
        return (holder.until, False) if holder.until is not None else None
    return (left, True) if left >= as_of.today else None
