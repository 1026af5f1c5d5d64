"""An area with no policy in force."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.calendar import in_force
from igreg.findings import Fault, Severity
from igreg.model.kinds.policy import Policy
from igreg.rules._rule import Context, rule


@rule("IG307", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    covered = {a for policy in ctx.register.of(Policy) if in_force(policy, ctx.today) for a in policy.areas}
    for area, title in ctx.register.areas.items():
        if area not in covered:
            message = f"no policy in force is about {title}"
            yield ctx.register.organisation.fault((), message, f"add `areas: [{area}]` to a policy", subject=area)
