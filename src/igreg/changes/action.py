"""An action is done, wherever it stands."""

from __future__ import annotations

import datetime as dt

from igreg.analysis.actions import open_actions
from igreg.changes.plan import Plan, find
from igreg.errors import IgregError
from igreg.register.register import Register
from igreg.source.editing.edit import Set


def done(register: Register, id: str, day: dt.date, outcome: str | None) -> Plan:
    """An action is done."""
    record = find(register, id, "actions")
    path = register.inner_paths[id][:-1]
    if not any(action.id == id for _, _, action in open_actions(register)):
        raise IgregError(f"the action {id} is not open", f"see `igreg show {id}`")
    plan = Plan(f"Done: {id} of {record.identity}, on {day}")
    plan.add(record, (*path, "done"), Set, day.isoformat())
    if outcome:
        plan.add(record, (*path, "outcome"), Set, outcome)
    return plan
