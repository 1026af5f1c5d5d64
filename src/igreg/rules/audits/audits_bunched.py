"""More than half of a year's audits fell in one month."""

from __future__ import annotations

import calendar
from collections.abc import Iterator

from igreg.analysis.audits import by_month
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule


@rule("IG508", Severity.INFO, "own", "limits.audit-year", "limits.bunched-audits")
def check(ctx: Context) -> Iterator[Fault]:
    months = by_month(ctx.register, ctx.today, ctx.span("audit-year"))
    number = sum(map(len, months.values()))
    if number < ctx.number("bunched-audits"):
        return
    for (year, month), audits in months.items():
        if 2 * len(audits) > number:
            when = f"{calendar.month_name[month]} {year}"
            message = f"{len(audits)} of the {number} audits of the last {ctx.span('audit-year')} were in {when}"
            yield ctx.register.organisation.fault(
                (), message, "spread them over the year", subject=f"{year}-{month:02}"
            )
