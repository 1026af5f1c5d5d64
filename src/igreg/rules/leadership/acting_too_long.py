"""Somebody has been acting for more than twelve months."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.roles import Role
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day, who


@rule("IG215", Severity.WARNING, "own", "limits.acting-limit")
def check(ctx: Context) -> Iterator[Fault]:
    limit = ctx.span("acting-limit")
    for role in ctx.register.of(Role):
        for held in ctx.tenure.filling(role):
            start = held.holder.from_
            if held.holder.as_ == "acting" and start is not None and limit.after(start) < ctx.today:
                acting = f"{who(ctx.register, held.holder.staff)} has been acting as {role.called}"
                message = f"{acting} since {long_day(start)}, for more than {limit}"
                yield role.fault(held.path, message, "appoint somebody for good", subject=held.holder.staff)
