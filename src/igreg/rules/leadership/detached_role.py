"""A role that does not reach the organisation's top by `accountable_to`."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.role import Role
from igreg.rules._rule import Context, rule
from igreg.rules._words import who


@rule("IG209", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    top = ctx.register.organisation.top
    if top is None or top not in ctx.register.kind_of:
        return
    for role in ctx.register.of(Role):
        if role.id == top or top in (line := ctx.tenure.line(role)):
            continue
        end = line[-1] if line else None
        if end is not None and end not in ctx.register.kind_of:
            continue
        stops = f"its line ends at {who(ctx.register, end)}" if end else "it has no `accountable_to`"
        message = f"{role.label} does not reach {who(ctx.register, top)}: {stops}"
        yield role.fault(("accountable_to",) if role.accountable_to else (), message, "say who it answers to")
