"""A delegation in force from or to a post, group or unit that has ended, or to a person who has left."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.in_force import in_force
from igreg.findings import Fault, Severity
from igreg.model.kinds.delegations import Delegation
from igreg.model.kinds.staff import StaffMember
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day, not_there, who


@rule("IG222", Severity.WARNING, "own", "practice")
def check(ctx: Context) -> Iterator[Fault]:
    for delegation in ctx.register.of(Delegation):
        if not in_force(delegation, ctx.today):
            continue
        for key, id, words in (("from", delegation.from_, "is from"), ("to", delegation.to, "is to")):
            over = _over(ctx, id)
            if over:
                message = f"the delegation {words} {who(ctx.register, id)}, {over}, and nobody has taken it back"
                help = "take it back with `end:`, or hand it down anew"
                yield delegation.fault((key,), message, help, subject=id)


def _over(ctx: Context, id: str | None) -> str:
    """That a post, group or unit has ended, or that a person has left; nothing where neither is so."""
    ended = ctx.tenure.there.ended.get(id or "")
    if ended is not None:
        return f"which {not_there(ended, ctx.today)}"
    person = ctx.register.get(StaffMember, id)
    if person is not None and person.left is not None and person.has_left(ctx.today):
        return f"who left on {long_day(person.left)}"
    return ""
