"""Which exceptions count on a day: rules that are knowingly departed from."""

from __future__ import annotations

import datetime as dt

from igreg.model.kinds.exceptions import RuleException
from igreg.register.register import Register


def departures_in_force(register: Register, today: dt.date) -> list[RuleException]:
    """Exceptions that count on a day: `until` still counts on the day itself (ruling A03)."""
    return [e for e in register.of(RuleException) if e.rule and e.record and e.until is not None and e.until >= today]
