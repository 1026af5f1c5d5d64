"""The organisation has known of a breach for over 72 hours and has not decided whether to report it."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.register.incidents import current
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted


@rule("IG601", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    hours = ctx.number("breach-notice")
    for incident in current(ctx.register):
        if incident.near_miss or incident.decision is not None or incident.aware is None:
            continue
        passed = ctx.register.hours_between(incident.aware, ctx.now)
        if passed > hours:
            known, most = counted(int(passed), "hour"), counted(hours, "hour")
            message = f"known for {known}, and nobody has decided whether to report it ({most} at most)"
            yield incident.fault((), message, "decide now, and write `decision:` with by, at and reason")
