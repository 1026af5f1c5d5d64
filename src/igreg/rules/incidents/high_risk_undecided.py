"""The harm is graded high, and nobody has judged whether the risk to those concerned is high."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.incidents import breaches, people_are_settled
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import known_since


@rule("IG615", Severity.WARNING, "law", "limits.people-told", "limits.high-risk-impact")
def check(ctx: Context) -> Iterator[Fault]:
    limit, impact = ctx.number("people-told") * 60, ctx.number("high-risk-impact")
    for incident in breaches(ctx.register):
        if incident.aware is None or (incident.impact or 0) < impact or not incident.lacks("high_risk"):
            continue
        if people_are_settled(incident):
            continue
        passed = ctx.register.clock.minutes_between(incident.aware, ctx.now)
        if passed > limit:
            known = known_since(ctx.register, incident.aware, passed)
            message = f"impact {incident.impact}, {known}, and nobody has judged whether the risk to people is high"
            help = "ask the DPO, and write `high_risk:` with `answer`, `by`, `at` and `reason` (UK GDPR, Article 34)"
            yield incident.fault((), message, help)
