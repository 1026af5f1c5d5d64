"""Appointments that end: those of today only, since one that has ended needs nothing more (ruling A94)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.deadlines._deadline import Deadline, dates
from igreg.model.kinds.roles import Role


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[Deadline[Role]]:
    for role in as_of.register.of(Role):
        for held in as_of.tenure.appointments(role):
            holder = held.holder
            if holder.until is not None:
                why = f"{as_of.register.title(holder.staff)} ({holder.as_}) until {holder.until}"
                yield Deadline(role, holder.until, why, held.path, holder.staff)
