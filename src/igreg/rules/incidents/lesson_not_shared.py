"""An incident was closed over a month ago, and a lesson has neither been shared nor changed anything."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.incidents import current
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG610", Severity.WARNING, "own", "limits.lesson-shared")
def check(ctx: Context) -> Iterator[Fault]:
    grace = ctx.span("lesson-shared")
    for incident in current(ctx.register):
        if incident.status != "closed" or incident.closed is None or grace.after(incident.closed) >= ctx.today:
            continue
        for index, lesson in enumerate(incident.lessons):
            if not lesson.shared_by and not lesson.changed:
                message = f"closed on {long_day(incident.closed)}, and this lesson has reached nobody"
                help = "name a communication under `shared_by:`, or what it changed under `changed:`"
                yield incident.fault(("lessons", index), message, help)
