"""It was decided to report a breach, 72 hours are past, and nobody has notified the regulator."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.deadlines import breach_clock
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import known_since, who


@rule("IG602", Severity.ERROR, "law", "limits.breach-notice")
def check(ctx: Context) -> Iterator[Fault]:
    for due in breach_clock.due.past(ctx):
        if due.record.decision is not None:
            to = who(ctx.register, ctx.register.organisation.breach_report_to)
            known = known_since(ctx.register, due.aware, due.passed)
            message = f"it was decided to report this, {known}, and there is no notification to {to}"
            help = "notify now, and write it under `notifications:` with `late_reason`"
            yield due.record.fault((), message, help)
