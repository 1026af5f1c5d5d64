"""Delegations in force: authority that one party has from another today."""

from __future__ import annotations

import datetime as dt

from igreg.model.delegation import Delegation
from igreg.register.register import Register
from igreg.register.tenure import covers


def in_force(register: Register, today: dt.date) -> set[tuple[str | None, str | None]]:
    """From whom to whom; an ended delegation of such a pair is history, not a gap (fine print A54)."""
    return {(d.from_, d.to) for d in register.of(Delegation) if covers(d.start, d.end, today)}
