"""Guidance that a policy follows was updated after the policy's last review."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.guidance import Guidance
from igreg.model.policy import Policy
from igreg.register.calendar import in_force
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG306", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    for policy in ctx.register.of(Policy):
        if not in_force(policy, ctx.today):
            continue
        last = (policy.review.last if policy.review else None) or policy.in_force_from
        if last is None:
            continue
        for index, id in enumerate(policy.follows):
            guidance = ctx.register.get(Guidance, id)
            if guidance is not None and guidance.updated is not None and last < guidance.updated <= ctx.today:
                changed = long_day(guidance.updated)
                message = f"{guidance.label} changed on {changed}, after the last review on {long_day(last)}"
                yield policy.fault(("follows", index), message, "review the policy against the guidance", subject=id)
