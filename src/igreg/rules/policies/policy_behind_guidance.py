"""Guidance that a policy follows was updated after the policy's last review."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.guidance import policies_behind
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day

_NEVER = " (never reviewed since)"


@rule("IG306", Severity.WARNING, "own", "mission", "dspt-v8")
def check(ctx: Context) -> Iterator[Fault]:
    for behind in policies_behind(ctx.register, ctx.today):
        policy, guidance = behind.policy, behind.guidance
        changed = f"{guidance.called} changed on {long_day(behind.changed)}"
        state = "was last reviewed on" if behind.reviewed else "came into force on"
        message = f"{changed}, after the policy {state} {long_day(behind.last)}{'' if behind.reviewed else _NEVER}"
        help = "review the policy against the guidance"
        yield policy.fault(("follows", behind.index), message, help, subject=policy.follows[behind.index])
