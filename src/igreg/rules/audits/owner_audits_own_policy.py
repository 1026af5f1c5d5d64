"""An audit whose lead owns the policy that it tests."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.audits import Audit
from igreg.model.kinds.policies import Policy
from igreg.rules._rule import Context, rule
from igreg.rules._words import who


@rule("IG506", Severity.WARNING, "own", "ico-accountability")
def check(ctx: Context) -> Iterator[Fault]:
    for audit in ctx.register.of(Audit):
        if audit.lead is None or audit.status == "cancelled":
            continue
        leads = set(ctx.tenure.members(audit.lead))
        for index, id in enumerate(audit.policies):
            policy = ctx.register.get(Policy, id)
            if policy is None or policy.owner is None:
                continue
            both = leads & set(ctx.tenure.people(policy.owner))
            if policy.owner == audit.lead or both:
                name = who(ctx.register, min(both)) if both else who(ctx.register, audit.lead)
                message = f"{name} leads this audit and owns {who(ctx.register, id)}, which it tests"
                yield audit.fault(("policies", index), message, "let somebody else lead it", subject=id)
