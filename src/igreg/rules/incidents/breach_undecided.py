"""The organisation has known of a breach for over 72 hours and has not decided whether to report it."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.register.incidents import current
from igreg.rules._rule import Context, rule


@rule("IG601", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    hours = ctx.number("breach-notice")
    for incident in current(ctx.register):
        if incident.near_miss or incident.decision is not None or incident.aware is None:
            continue
        passed = ctx.register.hours_between(incident.aware, ctx.now)
        if passed > hours:
            message = (
                f"known for {int(passed)} hours, and nobody has decided whether to report it ({hours:g} hours at most)"
            )
            yield incident.fault((), message, "decide now, and write `decision:` with by, at and reason")
