"""The regulator was notified later than 72 hours after the organisation knew, and nothing says why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.breach_notice import notice_of
from igreg.analysis.incidents import concerning_people
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted, elapsed, long_moment


@rule("IG603", Severity.ERROR, "law", "limits.breach-notice")
def check(ctx: Context) -> Iterator[Fault]:
    hours = ctx.number("breach-notice")
    for incident in concerning_people(ctx.register):
        found = notice_of(ctx.register, incident, hours)
        if found is None or found.in_time or found.notification.late_reason is not None or incident.aware is None:
            continue
        late = f"notified {elapsed(found.minutes)} after the organisation knew, later than {counted(hours, 'hour')}"
        if not isinstance(incident.aware, dt.datetime):
            late += f" (`aware` is a day only: counted from {long_moment(ctx.register, incident.aware)})"
        help = "add `late_reason:`; UK GDPR, Article 33(1), asks for it"
        yield incident.fault(("notifications", found.index), f"{late}, and no reason is given", help)
