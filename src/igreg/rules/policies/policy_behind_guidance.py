"""Guidance that a policy follows was updated after the policy's last review."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.calendar import in_force
from igreg.findings import Fault, Severity
from igreg.model.kinds.guidance import Guidance
from igreg.model.kinds.policy import Policy
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day

_NEVER = " (never reviewed since)"


@rule("IG306", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    for policy in ctx.register.of(Policy):
        if not in_force(policy, ctx.today):
            continue
        reviewed = policy.review.last if policy.review else None
        last = reviewed or policy.in_force_from
        if last is None:
            continue
        for index, id in enumerate(policy.follows):
            guidance = ctx.register.get(Guidance, id)
            if guidance is not None and guidance.updated is not None and last < guidance.updated <= ctx.today:
                changed = f"{guidance.called} changed on {long_day(guidance.updated)}"
                state = "was last reviewed on" if reviewed else "came into force on"
                message = f"{changed}, after the policy {state} {long_day(last)}{'' if reviewed else _NEVER}"
                yield policy.fault(("follows", index), message, "review the policy against the guidance", subject=id)
