"""Since when a role is vacant, and from when somebody is to hold it."""

from __future__ import annotations

import datetime as dt

from igreg.dataclass import dataclass
from igreg.model.kinds.roles import Holder, Role


@dataclass(frozen=True, slots=True)
class Vacancy:
    """Who held a role last and who is to hold it next; deputies do not fill a role, so they are neither."""

    last: Holder | None
    next: Holder | None

    @property
    def since(self) -> dt.date | None:
        """The first day on which nobody held it: the day after the last holder's last (ruling A03)."""
        end = self.last.until if self.last is not None else None
        return end + dt.timedelta(days=1) if end is not None else None


def vacancy(role: Role, day: dt.date) -> Vacancy:
    """Who held a role before a day and who begins after it; for roles that nobody holds on the day."""
    fill = [holder for holder in role.holders if holder.as_ != "deputy"]
    ended = [holder for holder in fill if holder.until is not None and holder.until < day]
    coming = [holder for holder in fill if holder.from_ is not None and holder.from_ > day]
    return Vacancy(
        max(ended, key=lambda holder: holder.until or day, default=None),
        min(coming, key=lambda holder: holder.from_ or day, default=None),
    )
