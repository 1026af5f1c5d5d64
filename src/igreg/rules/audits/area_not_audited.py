"""An area that no audit or spot check of the last twelve months was about."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.calendar import was_performed
from igreg.findings import Fault, Severity
from igreg.model.kinds.audit import Audit
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day, who


@rule("IG501", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    back = ctx.span("area-audit")
    last: dict[str, Audit] = {}
    for audit in ctx.register.of(Audit):
        if not was_performed(audit, ctx.today):
            continue
        for area in audit.areas:
            known = last.get(area)
            if known is None or (known.performed or ctx.today) < (audit.performed or ctx.today):
                last[area] = audit
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
