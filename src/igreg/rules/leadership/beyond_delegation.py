"""Something was decided beyond a delegation, or more is handed on than was given."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from igreg.analysis.authority import Authority
from igreg.analysis.decided import beyond
from igreg.findings import Fault, Severity
from igreg.language.english import money
from igreg.model.kinds.decisions import RecordedDecision
from igreg.model.kinds.delegations import Delegation
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day, who


@rule("IG221", Severity.ERROR, "contract", "practice")
def check(ctx: Context) -> Iterator[Fault]:
    authority = Authority(ctx.register)
    for decision in ctx.register.of(RecordedDecision):
        delegation = ctx.register.get(Delegation, decision.under)
        if delegation is not None:
            yield from _decided(ctx, authority, decision, delegation)
    for delegation in ctx.register.of(Delegation):
        if authority.counts(delegation, ctx.today):
            yield from _handed_on(ctx, authority, delegation)


def _decided(ctx: Context, authority: Authority, decision: RecordedDecision, delegation: Delegation) -> Iterator[Fault]:
    name = f"{delegation.called} ({delegation.id})"
    for one in beyond(authority, decision, delegation):
        if one.why == "days" and decision.decided is not None:
            message = f"decided on {long_day(decision.decided)} under {name}, which was not in force that day"
            yield decision.fault(("under",), message, "name the delegation that was, or have it decided by whoever may")
        elif one.why == "party":
            to = who(ctx.register, delegation.to)
            message = f"{who(ctx.register, decision.by)} decided under {name}, which is to {to}"
            yield decision.fault(("by",), message, "name the delegation to whoever decided, or have it decided anew")
        elif one.limit is not None and decision.value is not None:
            most, said_by = one.limit
            comes_from = "" if said_by is delegation else f", which comes from {said_by.called} ({said_by.id})"
            value, up_to = (money(sum, said_by.currency) for sum in (decision.value, most))
            message = f"{value} is over the {up_to} of {name}{comes_from}"
            yield decision.fault(("value",), message, "have it decided by whoever may decide so much")


def _handed_on(ctx: Context, authority: Authority, delegation: Delegation) -> Iterator[Fault]:
    found = authority.too_much(delegation, ctx.today)
    if found is None:
        return
    giver, above = who(ctx.register, delegation.from_), f"{found.given.called} ({found.given.id})"
    if found.field != "end" and delegation.limit is not None and found.given.limit is not None:
        gives, has = (money(one.limit or Decimal(0), one.currency) for one in (delegation, found.given))
        message = f"hands on {gives}, and {giver} has {has} by {above}"
        help = "lower the limit, or have whoever gave it raise theirs"
        if found.field == "currency":
            help = (
                f"give the limit in {found.given.currency}, or have a limit in {delegation.currency} given to the giver"
            )
        yield delegation.fault(("limit",), message, help)
    elif found.given.end is not None:
        until = f"until {long_day(delegation.end)}" if delegation.end else "without an end"
        message = f"hands on {until} what {giver} has until {long_day(found.given.end)} by {above}"
        yield delegation.fault(("end",) if delegation.end else (), message, "give it an `end:` that is not later")
