"""It was decided to report a breach, 72 hours are past, and nobody has notified the regulator."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.incidents import current, first_notification
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import elapsed, since, who


@rule("IG602", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    hours = ctx.number("breach-notice")
    for incident in current(ctx.register):
        decision = incident.decision
        if decision is None or not decision.report or incident.aware is None:
            continue
        passed = ctx.register.clock.minutes_between(incident.aware, ctx.now)
        if passed > hours * 60 and first_notification(ctx.register, incident) is None:
            to = who(ctx.register, ctx.register.organisation.breach_report_to)
            known = f"known since {since(ctx.register, incident.aware)}, {elapsed(passed)} ago"
            message = f"it was decided to report this, {known}, and there is no notification to {to}"
            help = "notify now, and write it under `notifications:` with `late_reason`"
            yield incident.fault((), message, help)
