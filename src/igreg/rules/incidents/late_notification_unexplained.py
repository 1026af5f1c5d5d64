"""The regulator was notified later than 72 hours after the organisation knew, and nothing says why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.incidents import concerning_people, first_notification
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted, elapsed, long_moment


@rule("IG603", Severity.ERROR, "law", "limits.breach-notice")
def check(ctx: Context) -> Iterator[Fault]:
    hours = ctx.number("breach-notice")
    for incident in concerning_people(ctx.register):
        found = first_notification(ctx.register, incident)
        if found is None or incident.aware is None:
            continue
        index, notice = found
        if notice.at is None or notice.late_reason is not None:
            continue
        took = ctx.register.clock.minutes_between(incident.aware, notice.at)
        if took > hours * 60:
            late = f"notified {elapsed(took)} after the organisation knew, later than {counted(hours, 'hour')}"
            if not isinstance(incident.aware, dt.datetime):
                late += f" (`aware` is a day only: counted from {long_moment(ctx.register, incident.aware)})"
            help = "add `late_reason:`; UK GDPR, Article 33(1), asks for it"
            yield incident.fault(("notifications", index), f"{late}, and no reason is given", help)
