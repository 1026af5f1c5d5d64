"""A meeting was held over fourteen days ago and has no minutes."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.meetings import Meeting
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted, long_day


@rule("IG703", Severity.WARNING, "own", "limits.minutes")
def check(ctx: Context) -> Iterator[Fault]:
    grace = ctx.span("minutes")
    for meeting in ctx.register.of(Meeting):
        if meeting.group in ctx.tenure.there.gone:
            continue
        day = meeting.date
        if meeting.status == "held" and meeting.lacks("minutes") and day is not None and grace.after(day) < ctx.today:
            message = f"held on {long_day(day)}, {counted((ctx.today - day).days, 'day')} ago, and there are no minutes"
            yield meeting.fault((), message, "add `minutes: {path: ...}`")
