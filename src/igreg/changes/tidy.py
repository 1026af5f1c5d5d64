"""Exceptions that silence nothing any more are taken out."""

from __future__ import annotations

from collections.abc import Collection

from igreg.analysis.as_of import AsOf
from igreg.analysis.unread import refuse_to_count
from igreg.changes.plan import Plan
from igreg.model.kinds.exceptions import RuleException
from igreg.rules._rule import Context
from igreg.rules.exceptions.unused_exception import Names
from igreg.source.editing.edit import Remove


def tidy(as_of: AsOf, unused: Collection[str]) -> Plan:
    """Take out exceptions by their ids, those that a check found to silence nothing.

    One that seems to name another record than was meant stays, and so does one with a file of its own; both are told.
    Of those that name nothing of the register so many are looked at each time for what they may mean.
    Raises IgregError while a file could not be read: what it holds may be what an exception is for.
    """
    register = as_of.register
    refuse_to_count(register, "which exceptions silence nothing")
    context = Context(register, as_of.now, as_of.figures)
    names = Names(context)
    items: dict[str, list[int]] = {}
    gone: list[str] = []
    remarks: list[str] = []
    for one in register.of(RuleException):
        if one.id is None or one.id not in unused:
            continue
        is_unknown = names.lack(one.record or "")
        is_enough = is_unknown and names.is_enough
        near = names.nearest(one.record or "") if is_unknown else None
        if is_enough:
            remarks.append(f"{one.id} stays: no record is called {one.record!r}, as with many before it; look again")
        elif near is not None:
            remarks.append(f"{one.id} stays: no record is called {one.record!r}; was {near!r} meant?")
        elif one.where.item is None:
            remarks.append(f"{one.id} stays: it has a file of its own, {one.where.file}; delete that")
        else:
            items.setdefault(one.where.file, []).append(one.where.item)
            gone.append(one.id)
    what = "exception that silences" if len(gone) == 1 else "exceptions that silence"
    plan = Plan(f"Tidy: {len(gone)} {what} nothing any more: {', '.join(gone)}", remarks=remarks)
    for file, places in items.items():
        plan.changes[file] = [Remove(tuple(places))]
    return plan
