"""No service users or carers took part in anything in the last twelve months."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igreg.findings import Fault, Severity
from igreg.model.kinds.engagements import Engagement
from igreg.model.values import AUDIENCES
from igreg.rules._rule import Context, rule

_THEY = frozenset({"service-users", "carers", "public"})


@rule("IG720", Severity.WARNING, "own", "mission", "limits.engagement")
def check(ctx: Context) -> Iterator[Fault]:
    if ctx.standing.type in ctx.facts.values("serves-nobody"):
        return
    engagements, span = ctx.register.of(Engagement), ctx.span("engagement")
    if any(_counts(ctx, one) and one.date and span.after(one.date) >= ctx.today >= one.date for one in engagements):
        return
    message = f"no service users or carers took part in anything in the last {span}"
    help = "ask them, and keep in `engagements` what they said and what came of it"
    fault = ctx.register.organisation.fault((), message, help, subject="service-users")
    yield fault if engagements else replace(fault, severity=Severity.INFO)


def _counts(ctx: Context, engagement: Engagement) -> bool:
    """Whether service users, carers or the public took part; a text is taken at its word (ruling B71)."""
    known = ctx.register.kind_of
    return any(one in _THEY or (one not in known and one not in AUDIENCES) for one in engagement.with_ or ())
