"""A policy in force without an approver or a version."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.in_force import in_force
from igreg.findings import Fault, Severity
from igreg.model.kinds.policies import Policy
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed


@rule("IG304", Severity.WARNING, "toolkit", "dspt-v8", "iso-9001")
def check(ctx: Context) -> Iterator[Fault]:
    for policy in ctx.register.of(Policy):
        missing = [name for name in ("approver", "version") if getattr(policy, name) is None]
        if missing and in_force(policy, ctx.today):
            message = f"the policy is in force without {listed((f'`{name}`' for name in missing), 'or')}"
            yield policy.fault((), message, f"add {listed(f'`{name}:`' for name in missing)}")
