"""The only holder of a role is away, and nobody who is there covers or deputises."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.standing_in import uncovered_absence
from igreg.findings import Fault, Severity
from igreg.model.kinds.roles import Role
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day, who


@rule("IG216", Severity.WARNING, "own", "practice", "ndg-guidance")
def check(ctx: Context) -> Iterator[Fault]:
    for role in ctx.register.of(Role):
        found = uncovered_absence(ctx.tenure, role)
        if found is None:
            continue
        held, absence = found
        until = f" until {long_day(absence.until)}" if absence.until else ""
        message = f"{who(ctx.register, held.holder.staff)} is away{until}, and nobody stands in as {role.called}"
        help = "name a deputy on the role, or `cover:` on the absence"
        if absence.cover:
            why = "is away too" if absence.cover in ctx.tenure.employed else "is not employed on this day"
            message += f": {who(ctx.register, absence.cover)}, who is to cover, {why}"
            help = "name somebody else as `cover:` on the absence, or a deputy on the role"
        yield role.fault(held.path, message, help, subject=held.holder.staff)
