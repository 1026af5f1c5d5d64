"""An area that no audit or spot check of the last twelve months was about."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.areas import last_audits
from igreg.analysis.audits import is_recent
from igreg.findings import Fault, Severity
from igreg.model.kinds.audits import Audit
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day, who


@rule("IG501", Severity.WARNING, "own", "limits.area-audit")
def check(ctx: Context) -> Iterator[Fault]:
    back = ctx.span("area-audit")
    last = last_audits(ctx.register.of(Audit), ctx.today)
    for area, title in ctx.register.areas.items():
        latest = last.get(area)
        if is_recent(latest, ctx.today, back):
            continue
        since = "there has been none"
        if latest is not None:
            since = f"the last, {who(ctx.register, latest.id)}, was on {long_day(latest.performed)}"
        message = f"no audit about {title} in the last {back}: {since}"
        help = f"plan an audit or spot check with `areas: [{area}]`"
        yield ctx.register.organisation.fault((), message, help, subject=area)
