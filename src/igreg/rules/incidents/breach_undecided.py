"""The organisation has known of a breach for over 72 hours and has not decided whether to report it."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.deadlines import breach_clock
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted, known_since


@rule("IG601", Severity.ERROR, "law", "limits.breach-notice")
def check(ctx: Context) -> Iterator[Fault]:
    hours = ctx.number("breach-notice")
    for due in breach_clock.due.past(ctx):
        if due.record.lacks("decision"):
            known = known_since(ctx.register, due.aware, due.passed)
            message = f"{known}, and nobody has decided whether to report it; the limit is {counted(hours, 'hour')}"
            yield due.record.fault(
                (), message, "decide now, and write `decision:` with `report`, `by`, `at` and `reason`"
            )
