"""Reviews are set for other days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from igreg.analysis.unread import refuse_to_count
from igreg.changes.plan import Plan, find
from igreg.language.english import counted
from igreg.register.register import Register
from igreg.source.editing.edit import Set


def set_next(register: Register, days: Mapping[str, dt.date]) -> Plan:
    """The next review of some records, by id, is written as `review.next`: all of them, or none.

    Raises IgregError while a file could not be read: what it holds is in no plan.
    """
    refuse_to_count(register, "how much falls due")
    plan = Plan(
        f"Level reviews: {counted(len(days), 'record')} on another day", nothing="nothing to write: no review moves"
    )
    for id, day in days.items():
        plan.add(find(register, id), ("review", "next"), Set, day.isoformat())
    return plan
