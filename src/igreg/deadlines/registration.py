"""Registrations to confirm: that a role still stands where it was registered. One never confirmed is due today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.dataclass import dataclass
from igreg.deadlines._deadline import Deadline, dates
from igreg.language.english import every
from igreg.model.kinds.roles import Registration, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationDue(Deadline[Role]):
    """A registration that is to be confirmed."""

    registration: Registration


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[RegistrationDue]:
    for role in as_of.register.of(Role):
        for index, entry in enumerate(role.registrations):
            if entry.confirm_every is None:
                continue
            last = entry.confirmed or entry.on
            day = entry.confirm_every.after(last) if last is not None else as_of.today
            seen = f"last confirmed {last}" if last is not None else "never confirmed"
            why = f"registration with {as_of.register.title(entry.with_)}, {every(entry.confirm_every)}, {seen}"
            path = ("registrations", index)
            yield RegistrationDue(
                role, day, why, path, entry.with_, last=last, every=entry.confirm_every, registration=entry
            )
