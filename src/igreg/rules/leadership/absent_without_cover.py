"""The only holder of a role is away, with no cover and no deputy."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.role import Role
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day, who


@rule("IG216", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    for role in ctx.register.of(Role):
        held = ctx.tenure.holders(role)
        people = {item.holder.staff for item in held}
        if len(people) != 1 or ctx.tenure.deputies(role):
            continue
        absence = ctx.tenure.absence(held[0].holder.staff)
        if absence is None or absence.cover is not None:
            continue
        until = f" until {long_day(absence.until)}" if absence.until else ""
        message = f"{who(ctx.register, held[0].holder.staff)} is away{until}, and nobody stands in as {role.called}"
        help = "name a deputy on the role, or `cover:` on the absence"
        yield role.fault(held[0].path, message, help, subject=held[0].holder.staff)
