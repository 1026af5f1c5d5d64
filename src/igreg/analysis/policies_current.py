"""Which policies in force are current: looked at within their time, on a day."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from igreg.analysis.in_force import in_force
from igreg.analysis.reviews import review_due
from igreg.dataclass import dataclass
from igreg.model.kinds.policies import Policy
from igreg.register.register import Register

Currency = Literal["current", "overdue", "no review set"]


@dataclass(frozen=True, slots=True)
class PolicyState:
    """A policy in force, and by when it is to be looked at again."""

    policy: Policy
    due: dt.date | None
    state: Currency


def policies_in_force(register: Register, today: dt.date) -> list[PolicyState]:
    """Every policy in force on a day; a review still counts as in time on its own day (ruling A03)."""
    out = []
    for policy in register.of(Policy):
        if in_force(policy, today):
            due = review_due(policy, today)
            state: Currency = "no review set" if due is None else "overdue" if due < today else "current"
            out.append(PolicyState(policy, due, state))
    return out
