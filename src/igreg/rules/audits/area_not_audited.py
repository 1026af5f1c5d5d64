"""An area that no audit or spot check of the last twelve months was about."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.areas import last_audits
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day, who


@rule("IG501", Severity.WARNING, "own", "limits.area-audit")
def check(ctx: Context) -> Iterator[Fault]:
    back = ctx.span("area-audit")
    last = last_audits(ctx.register, ctx.today)
    for area, title in ctx.register.areas.items():
        latest = last.get(area)
        day = latest.performed if latest is not None else None
        if day is not None and back.after(day) >= ctx.today:
            continue
        since = "there has been none"
        if latest is not None and day is not None:
            since = f"the last, {who(ctx.register, latest.id)}, was on {long_day(day)}"
        message = f"no audit about {title} in the last {back}: {since}"
        help = f"plan an audit or spot check with `areas: [{area}]`"
        yield ctx.register.organisation.fault((), message, help, subject=area)
