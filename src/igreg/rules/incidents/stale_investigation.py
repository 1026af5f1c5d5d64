"""An investigation past its target, or open for over 90 days."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.incidents import current
from igreg.deadlines import incident_target
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted, long_day


@rule("IG612", Severity.WARNING, "own", "limits.investigation")
def check(ctx: Context) -> Iterator[Fault]:
    limit = ctx.span("investigation")
    late = list(incident_target.due.past(ctx))
    for due in late:
        message = f"the target was {long_day(due.day)}, {counted((ctx.today - due.day).days, 'day')} ago"
        yield due.record.fault(("target",), message, "close it, or agree another target with the reason in `notes`")
    told = {id(due.record) for due in late}
    for incident in current(ctx.register):
        if incident.status not in ("open", "investigating") or id(incident) in told:
            continue
        if incident.aware is not None and limit.after(ctx.register.clock.day_of(incident.aware)) < ctx.today:
            days = (ctx.today - ctx.register.clock.day_of(incident.aware)).days
            message = f"open for {counted(days, 'day')}, more than {limit}"
            yield incident.fault((), message, "close it, or ask the IG group why it takes so long")
