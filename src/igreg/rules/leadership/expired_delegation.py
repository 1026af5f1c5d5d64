"""A delegation past its end that the roles still rely on, or one with no end and no review."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.delegations import succeeded
from igreg.findings import Fault, Severity
from igreg.model.kinds.delegation import Delegation
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG217", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    history = succeeded(ctx.register, ctx.today)
    for d in ctx.register.of(Delegation):
        if d.end is None and d.review is None:
            yield d.fault((), "the delegation has neither an end nor a review", "add `end:` or `review:`")
        elif d.end is not None and d.end < ctx.today and id(d) not in history:
            giver, taker = ctx.register.title(d.from_), ctx.register.title(d.to)
            message = f"the delegation from {giver} to {taker} ended on {long_day(d.end)} and no newer one is in force"
            yield d.fault(("end",), message, "renew it, or take the record out")
