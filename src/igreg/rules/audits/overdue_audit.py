"""A planned audit whose day is past and that has not been performed."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.calendar import is_planned
from igreg.findings import Fault, Severity
from igreg.model.kinds.audit import Audit
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted, long_day


@rule("IG502", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    for audit in ctx.register.of(Audit):
        if audit.planned is not None and audit.planned < ctx.today and is_planned(audit):
            days = (ctx.today - audit.planned).days
            message = f"planned for {long_day(audit.planned)}, {counted(days, 'day')} ago, and not performed"
            yield audit.fault(("planned",), message, "perform it and write `performed:`, or plan another day")
