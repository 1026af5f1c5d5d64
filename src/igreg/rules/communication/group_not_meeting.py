"""A group has not met for longer than it should, and no meeting is planned."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.deadlines.meeting import by_interval
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import every, long_day


@rule("IG702", Severity.WARNING, "own", "ico-accountability")
def check(ctx: Context) -> Iterator[Fault]:
    for due in by_interval(ctx):
        if due.last is not None and not due.is_past(ctx.today):
            continue
        group = due.record
        since = f"it last met on {long_day(due.last)}" if due.last else "no meeting is on record"
        message = f"{group.called} meets {every(group.meets_every)}; {since}, and none is planned"
        yield group.fault((), message, "plan a meeting: a record in meetings with `status: planned`")
