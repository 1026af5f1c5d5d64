"""A meeting that was held, or is planned within seven days, has no agenda."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.meetings import Meeting
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG704", Severity.WARNING, "own", "limits.agenda")
def check(ctx: Context) -> Iterator[Fault]:
    ahead = ctx.span("agenda").after(ctx.today)
    for meeting in ctx.register.of(Meeting):
        if (
            not meeting.lacks("agenda")
            or meeting.group in ctx.tenure.there.gone
            or meeting.status == "cancelled"
            or meeting.date is None
        ):
            continue
        if meeting.status == "held" or meeting.date <= ahead:
            state = "held on" if meeting.status == "held" else "planned for"
            message = f"{state} {long_day(meeting.date)}, and there is no agenda"
            yield meeting.fault((), message, "add `agenda:` with what it is about")
