"""No service users or carers took part in anything in the last twelve months."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igreg.analysis.taking_part import is_of_those_we_serve
from igreg.findings import Fault, Severity
from igreg.model.kinds.engagements import Engagement
from igreg.rules._rule import Context, rule


@rule("IG720", Severity.WARNING, "own", "mission", "limits.engagement")
def check(ctx: Context) -> Iterator[Fault]:
    if ctx.standing.type in ctx.facts.values("serves-nobody"):
        return
    engagements, span = ctx.register.of(Engagement), ctx.span("engagement")
    if any(
        is_of_those_we_serve(ctx.register, one) and one.date and span.after(one.date) >= ctx.today >= one.date
        for one in engagements
    ):
        return
    message = f"no service users or carers took part in anything in the last {span}"
    help = "ask them, and keep in `engagements` what they said and what came of it"
    fault = ctx.register.organisation.fault((), message, help, subject="service-users")
    yield fault if engagements else replace(fault, severity=Severity.INFO)
