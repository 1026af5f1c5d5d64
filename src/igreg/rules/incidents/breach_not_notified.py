"""It was decided to report a breach, 72 hours are past, and nobody has notified the regulator."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.register.incidents import current, first_notification
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted, who


@rule("IG602", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    hours = ctx.number("breach-notice")
    for incident in current(ctx.register):
        decision = incident.decision
        if decision is None or not decision.report or incident.aware is None:
            continue
        passed = ctx.register.hours_between(incident.aware, ctx.now)
        if passed > hours and first_notification(ctx.register, incident) is None:
            to = who(ctx.register, ctx.register.organisation.breach_report_to)
            message = f"to be reported, known for {counted(int(passed), 'hour')}, and no notification to {to}"
            yield incident.fault((), message, "notify now, and write `notifications:` with the reason it is late")
