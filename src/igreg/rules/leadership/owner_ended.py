"""A record names a post, group or unit as its owner that has ended."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.actions import open_actions
from igreg.analysis.existence import is_there
from igreg.analysis.ownership import has_to_be_cared_for, leads_of_its_own, owner_keys
from igreg.findings import Fault, KeyPath, Severity
from igreg.model.base import Record
from igreg.model.kinds.units import Unit
from igreg.rules._rule import Context, rule
from igreg.rules._words import not_there, who

_ACTS = ("delegations", "exceptions")
"""What somebody once handed down or accepted; that a delegation was not taken back is a fault of its own."""


@rule("IG229", Severity.WARNING, "own", "practice")
def check(ctx: Context) -> Iterator[Fault]:
    ended = ctx.tenure.there.ended
    if not ended:
        return
    for id in ended:
        for pointer in ctx.register.references.pointers.get(id, ()):
            record, path = pointer.record, pointer.path
            if path[0] in owner_keys(type(record)) and _asks_for_one(ctx, record):
                yield _fault(ctx, record, path, id)
    for record, path, action in open_actions(ctx.register):
        if action.owner in ended and is_there(record, ctx.today):
            yield _fault(ctx, record, (*path, "owner"), action.owner or "")


def _asks_for_one(ctx: Context, record: Record) -> bool:
    """Whether a record needs an owner today. That a unit of its own has no lead is told by that rule."""
    if record.kind in _ACTS or (isinstance(record, Unit) and leads_of_its_own(record)):
        return False
    return is_there(record, ctx.today) and has_to_be_cared_for(record, ctx.today)


def _fault(ctx: Context, record: Record, path: KeyPath, owner: str) -> Fault:
    over = not_there(ctx.tenure.there.ended[owner], ctx.today)
    message = f"{who(ctx.register, owner)} is to answer for it, and {over}"
    return record.fault(path, message, "name who answers for it now", subject=owner)
