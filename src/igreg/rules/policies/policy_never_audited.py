"""A policy in force for over twelve months that no audit has tested and none is planned to."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.audits import policies_tested
from igreg.analysis.in_force import in_force
from igreg.findings import Fault, Severity
from igreg.model.kinds.policies import Policy
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG308", Severity.WARNING, "own", "limits.audit-grace", "limits.policy-audit")
def check(ctx: Context) -> Iterator[Fault]:
    grace, back = ctx.span("audit-grace"), ctx.span("policy-audit")
    tested = policies_tested(ctx.register, ctx.today, back)
    for policy in ctx.register.of(Policy):
        start = policy.in_force_from
        if start is None or policy.id in tested or not in_force(policy, ctx.today) or grace.after(start) >= ctx.today:
            continue
        since = f"the policy has been in force since {long_day(start)}"
        message = f"{since}; no audit of the last {back} tested it, and none is planned"
        yield policy.fault((), message, "name it under `policies:` of an audit or spot check")
