"""A Caldicott Guardian, SIRO, data protection officer or IG lead without a current deputy."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.facts import values
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG205", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    for function in values("deputised-functions"):
        for role in ctx.tenure.roles_with.get(function, ()):
            if not ctx.tenure.deputies(role):
                message = f"{role.called} has no deputy on {long_day(ctx.today)}"
                yield role.fault((), message, "add a holder with `as: deputy`")
