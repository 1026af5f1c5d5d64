"""The organisation has known of a breach for over 72 hours and has not decided whether to report it."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.incidents import current
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted, elapsed, since


@rule("IG601", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    hours = ctx.number("breach-notice")
    for incident in current(ctx.register):
        if incident.near_miss or not incident.lacks("decision") or incident.aware is None:
            continue
        passed = ctx.register.clock.minutes_between(incident.aware, ctx.now)
        if passed > hours * 60:
            known = f"known since {since(ctx.register, incident.aware)}, {elapsed(passed)} ago"
            message = f"{known}, and nobody has decided whether to report it; the limit is {counted(hours, 'hour')}"
            yield incident.fault(
                (), message, "decide now, and write `decision:` with `report`, `by`, `at` and `reason`"
            )
