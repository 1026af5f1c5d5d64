"""The organisation has known of a breach for over 72 hours and has not decided whether to report it."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.deadlines import breach_clock
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted, known_since, who


@rule("IG601", Severity.ERROR, "law", "limits.breach-notice")
def check(ctx: Context) -> Iterator[Fault]:
    hours = ctx.number("breach-notice")
    to = who(ctx.register, ctx.register.organisation.breach_report_to)
    for clock in breach_clock.clocks(ctx):
        if not clock.is_past(ctx.today) or not clock.record.lacks("decision"):
            continue
        known = known_since(ctx.register, clock.aware, clock.passed)
        message = f"{known}, and nobody has decided whether to report it; the limit is {counted(hours, 'hour')}"
        help = "decide now, and write `decision:` with `report`, `by`, `at` and `reason`"
        if clock.told:
            message = f"{known}, and {to} was told, but no decision to report it is written down"
            help = "write `decision:` with `report: true`, `by`, `at` and `reason`"
        yield clock.record.fault((), message, help)
