"""A delegation past its end that the roles still rely on, or one with no end and no review."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.deadlines import delegation_ends
from igreg.findings import Fault, Severity
from igreg.model.kinds.delegations import Delegation
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG217", Severity.WARNING, "own", "practice", "regulated-activities")
def check(ctx: Context) -> Iterator[Fault]:
    for d in ctx.register.of(Delegation):
        if d.end is None and d.review is None:
            yield d.fault((), "the delegation has neither an end nor a review", "add `end:` or `review:`")
    for due in delegation_ends.due.past(ctx):
        giver, taker = ctx.register.title(due.record.from_), ctx.register.title(due.record.to)
        message = f"the delegation from {giver} to {taker} ended on {long_day(due.day)} and no newer one is in force"
        yield due.record.fault(("end",), message, "renew it, or take the record out")
