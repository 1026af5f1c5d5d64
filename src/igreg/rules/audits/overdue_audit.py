"""A planned audit whose day is past and that has not been performed."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.audits import is_planned
from igreg.deadlines import audit
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted, long_day


@rule("IG502", Severity.WARNING, "own", "practice", "dspt-v8")
def check(ctx: Context) -> Iterator[Fault]:
    for due in audit.due.past(ctx):
        if is_planned(due.record):
            days = (ctx.today - due.day).days
            message = f"planned for {long_day(due.day)}, {counted(days, 'day')} ago, and not performed"
            yield due.record.fault(("planned",), message, "perform it and write `performed:`, or plan another day")
