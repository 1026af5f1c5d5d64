"""A Caldicott Guardian, SIRO, data protection officer or IG lead without a current deputy."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.functions import roles_without_deputy
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG205", Severity.WARNING, "toolkit", "lists.deputised-functions")
def check(ctx: Context) -> Iterator[Fault]:
    for role in roles_without_deputy(ctx.tenure, ctx.facts):
        yield role.fault((), f"{role.called} has no deputy on {long_day(ctx.today)}", "add a holder with `as: deputy`")
