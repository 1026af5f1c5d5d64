"""Delegations that end; an ended one stays until it is taken out or renewed (ruling A94)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.analysis.delegation_days import is_over
from igreg.analysis.delegations import replaced_delegations
from igreg.deadlines._deadline import Deadline, dates
from igreg.model.kinds.delegations import Delegation


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[Deadline[Delegation]]:
    register = as_of.register
    history = replaced_delegations(register, as_of.today)
    for delegation in register.of(Delegation):
        if delegation.end is None or delegation.where in history:
            continue
        ahead = delegation.end >= as_of.today
        if not (ahead and is_over(as_of.tenure, delegation)):  # its post ended before it, or a review withdrew it
            giver, taker = register.title(delegation.from_), register.title(delegation.to)
            yield Deadline(delegation, delegation.end, f"from {giver} to {taker}, until {delegation.end}")
