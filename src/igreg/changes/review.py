"""Records were reviewed, changed or not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from igreg.changes.plan import Plan, find
from igreg.errors import IgregError
from igreg.model.shared import Review
from igreg.register.register import Register
from igreg.source.editing.edit import Extend, Set


def review(register: Register, ids: Iterable[str], outcome: str, by: str, day: dt.date, note: str | None) -> Plan:
    """Records were reviewed: `last`, `by` and `outcome` are written, a passed `next` goes, a note is added."""
    find(register, by, "roles", "staff")
    ids = list(dict.fromkeys(ids))
    named = ", ".join(ids) if len(ids) <= 6 else f"{ids[0]} and {len(ids) - 1} more"
    plan = Plan(f"Review {named}: {outcome}, by {by} on {day}")
    for id in ids:
        record = find(register, id)
        if id in register.inner_paths or "review" not in type(record).model_fields:
            raise IgregError(f"{id} is of a kind that has no review", "see docs/format.md")
        found: Review | None = record.review  # type: ignore[attr-defined]
        if found is not None and found.last is not None and found.last > day:
            raise IgregError(f"{id} was reviewed on {found.last}, after {day}", "give a later day with --on")
        plan.add(record, ("review", "last"), Set, day.isoformat())
        plan.add(record, ("review", "by"), Set, by)
        plan.add(record, ("review", "outcome"), Set, outcome)
        if found is not None and found.next is not None:
            if found.next <= day:
                plan.drop(record, ("review", "next"))
            elif outcome != "withdrawn":
                plan.remarks.append(f"{id} stays due on {found.next}, as its `next` says")
        if outcome != "withdrawn" and (found is None or found.every is None):
            plan.remarks.append(f"{id} has no `every`: without it no further review comes up")
        if outcome == "withdrawn" != record.standing and "withdrawn" in record.settled | record.void:
            field, now = record.status_field, record.standing
            plan.remarks.append(f"{id} counts no more, though its `{field}` is `{now}` still: write `withdrawn` there")
        if note:
            plan.add(record, ("notes",), Extend, note)
    return plan
